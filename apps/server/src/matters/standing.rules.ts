import type { Channel, Fact, FactOf, Kind, MatterKind, Moment, Point, Post, Reporter } from '@shouwen/contract/facts';
import type { MatterClass, MatterState } from '@shouwen/contract/matters';
import { corrected, inOrder } from '../clocks/timeline.rules.ts';
import { broughtIn, coordinationsOf, crossingsOf, type Coordination, type Crossing } from './coordinations.rules.ts';
import { slipsOf, type Slip } from './slips.rules.ts';

/** How a matter stands: everything that follows from what happened to it. Nobody sets any of it. */
export interface Standing {
  kind: MatterKind;
  class: MatterClass;
  channel: Channel;
  receivedAt: Moment;
  title: string;
  reporter: Reporter;
  points: readonly Point[];
  /** FCR-05: the content was read back to the customer and confirmed, then or at a later contact. */
  readBack: boolean;
  /** The staff ids of who took it in, and of the first-contact person (FCR-02) or who took over from them (FCR-35). */
  receiver: string;
  firstContact: string;
  /** The first-contact person's own department, where they are of its staff (FCR-19). */
  reachedIn: string | undefined;
  /** CMP-14, CMP-15: the company's quality department has accepted it, or took it in itself. */
  companyHasIt: boolean;
  /** Who is accountable now: the first-contact person until somebody accepts (glossary 承接人). */
  holder: { staff: string; department: string | undefined };
  acceptedAt: Moment | undefined;
  /** The department that took it on before the customer; it may not hand it on (FCR-23). */
  acceptedDepartment: string | undefined;
  /** CHO-06: it has gone on once more by the relations lead's decision. */
  wentOn: boolean;
  /** FCR-38, FCR-40; FCR-21, FCR-23; FCR-22: the papers that go between departments and centres. */
  slips: readonly Slip[];
  coordinations: readonly Coordination[];
  crossings: readonly Crossing[];
  /** FCR-22: of other centres, named to act for their part in this matter alone. */
  broughtIn: ReadonlySet<string>;
  responsiblePerson: string | undefined;
  /** The manager who took charge of a class I matter (FCR-11). */
  responsibleManager: string | undefined;
  /** Offered on, not accepted yet; the giver still holds it. */
  offer: FactOf<'handed_over'> | undefined;
  pause: FactOf<'paused'> | undefined;
  promises: readonly Promise[];
  conclusive: FactOf<'conclusive_reply'> | undefined;
  /** Points without an answer in a conclusive reply of this round (CMP-29). */
  unanswered: readonly Point[];
  factsFound: boolean;
  rounds: number;
  /** By the first-contact person, when it was taken in (FCR-06). */
  solvedOnSpot: FactOf<'solved_on_spot'> | undefined;
  /** Since the last verification that failed (CMP-47). */
  workDone: FactOf<'work_done'> | undefined;
  verified: FactOf<'verified'> | undefined;
  handledAt: Moment | undefined;
  resultTold: boolean;
  answerVerified: boolean;
  /** The last callback since handling ended. */
  callback: FactOf<'callback_recorded'> | undefined;
  exempt: FactOf<'callback_exempt'> | undefined;
  /** Asked afterwards at least once, in whatever round (CBK-08). */
  calledBack: boolean;
  /** CBK-09: something came up in the last callback, and the manager of the department concerned hasn't signed the slip since. */
  slipUnsigned: readonly string[];
  /** Raised in callbacks, not answered yet (CBK-08). */
  openQuestions: readonly { id: string; text: string }[];
  explanationApproved: boolean;
  /** FCR-12: of a class I matter since its last receipt. */
  workRecorded: boolean;
  specialEvent: { to: readonly string[]; notedBy: readonly string[] } | undefined;
  /** Who above has taken note of the last flag by name (CMP-03). */
  risk: { acknowledgedAs: readonly Post[] } | undefined;
  /** CMP-18: whose the cause is, outside the company. */
  outsideCause: string | undefined;
  /** CMP-49: who passed it on to the centre, and whether they have the reply of this round. */
  referredBy: string | undefined;
  passedOn: boolean;
  closed: FactOf<'closed'> | undefined;
  /** CMP-44: everyone named as complained about, at intake or later. */
  complainedAbout: ReadonlySet<string>;
  /** Everyone who did the work or is complained about (CBK-15). */
  handlers: ReadonlySet<string>;
  trips: number;
  imported: boolean;
  state: MatterState;
}
export interface Promise { id: string; what: string; due: Moment; firstDue: Moment; by: string; moves: number; answer: boolean; kept: Moment | undefined; released: Moment | undefined }

/** Said face to face, on the phone or in passing; everything else is written. */
export const SPOKEN: readonly Channel[] = ['in_person', 'phone', 'oral'];
export const isSpoken = (channel: Channel | undefined): boolean => channel !== undefined && SPOKEN.includes(channel);

const CLASS: Record<MatterKind, MatterClass> = {
  hazard_or_disaster: 'I', urgent_help: 'I', possible_hazard: 'II', repair: 'II', complaint: 'II', help_request: 'II',
  inquiry: 'III', suggestion: 'III', opinion: 'III', business_application: 'IV', paid_order: 'IV', wrongdoing_report: 'V',
};
/** FCR-10: the kind gives the class. */
export const classOf = (kind: MatterKind): MatterClass => CLASS[kind];

/** Reads a matter off its facts, by the time they happened, as corrected (CAL-13). Throws for a list without a receipt: there is no such matter. */
export function standingOf(facts: readonly Fact[]): Standing {
  const happened = inOrder(corrected(facts));
  const all = <K extends Kind>(what: K) => happened.filter((f) => f.what === what) as unknown as FactOf<K>[];
  const place = new Map<object, number>(happened.map((f, i) => [f, i]));
  const isAfter = (fact: object, since: object) => place.get(fact)! > place.get(since)!;
  const last = <K extends Kind>(what: K, since?: object) => all(what).findLast((f) => !since || isAfter(f, since));
  const received = all('received')[0];
  if (!received) throw new Error('A matter begins with its receipt.');
  const again = last('reopened');
  const unsatisfied = all('callback_recorded').findLast((f) => !f.data.satisfied);
  /** What began this round: the receipt, a repeat, or a callback that said no. */
  const round = [received, again, unsatisfied].reduce<object>((begun, f) => (f && isAfter(f, begun) ? f : begun), received);

  const kind = last('kind_decided')?.data.kind ?? received.data.kind;
  const takenOver = (role: 'first_contact_person' | 'holder') => all('taken_over').findLast((f) => f.data.role === role);
  const firstContact = takenOver('first_contact_person')?.data.to ?? received.data.firstContact ?? received.by;
  const accepted = last('accepted');
  const goneOn = all('handed_over').find((f) => f.data.again);
  const acceptedAgain = goneOn && all('accepted').find((f) => f.data.handover === goneOn.data.handover);
  const offer = all('handed_over').findLast((f) => !all('accepted').some((a) => a.data.handover === f.data.handover));
  const openOffer = offer && !(accepted && accepted.at > offer.at) ? offer : undefined;
  const heldSince = accepted?.at ?? received.at;
  const overTaken = all('taken_over').findLast((f) => f.data.role === 'holder' && f.at >= heldSince);
  const conclusive = last('conclusive_reply', round);
  const verified = last('verified', round);
  const sentBack = verified && !verified.data.passed;
  const workDone = last('work_done', sentBack ? verified : round);
  // what was decided to be a complaint after it was done is verified first (CMP-47)
  const ended = kind === 'complaint' && !verified?.data.passed ? undefined : last('handling_ended', round);
  const closed = last('closed');
  const flagged = last('extreme_behaviour_flagged');
  const callback = ended && last('callback_recorded', ended);
  const special = last('special_event_reported', again);
  const slip = all('callback_recorded').findLast((f) => f.data.ledTo?.length);
  const complainedAbout = new Set([received.data.personComplainedAbout, ...all('complained_about').map((f) => f.data.staff)].filter((id) => id !== undefined));
  const named = last('person_named')?.data.person;
  const answered = new Set(all('conclusive_reply').filter((f) => isAfter(f, round)).flatMap((f) => f.data.answers?.map((a) => a.point) ?? []));
  const points = received.data.points ?? [];
  const pause = all('paused').findLast((f) => !all('resumed').some((r) => r.data.pause === f.data.pause) && !(closed && closed.at > f.at));
  // A repeat that happened before the quiet week was over, but was heard of after the closing, undoes it (CNT-08).
  const openNow = !closed || (again !== undefined && (again.recordedAt > closed.recordedAt || (again.recordedAt === closed.recordedAt && again.id > closed.id)));
  const seen = {
    kind, class: classOf(kind), channel: again?.data.channel ?? received.data.channel, receivedAt: received.at,
    title: received.data.title ?? '', points,
    reporter: all('contacted').reduce<Reporter>((known, f) => ({ ...known, ...f.data.reporter }), received.data.reporter ?? {}),
    readBack: received.data.readBack === true || all('contacted').some((f) => f.data.readBack),
    receiver: received.by, firstContact, reachedIn: received.data.reachedAs?.department,
    companyHasIt: received.data.reachedAs?.line === 'quality_department' || all('accepted').some((f) => f.data.as === 'quality_department'),
    holder: { staff: overTaken?.data.to ?? accepted?.data.staff ?? accepted?.by ?? firstContact, department: accepted?.data.department },
    acceptedAt: accepted?.at, acceptedDepartment: (acceptedAgain ?? all('accepted').find((f) => f.data.department))?.data.department,
    wentOn: goneOn !== undefined, slips: slipsOf(happened), coordinations: coordinationsOf(happened), crossings: crossingsOf(happened), broughtIn: broughtIn(happened),
    responsiblePerson: named !== undefined && complainedAbout.has(named) ? undefined : named, responsibleManager: all('reported').find((f) => f.data.to === 'duty_manager')?.by, offer: openOffer, pause, promises: promisesOf(all),
    conclusive, unanswered: points.filter((p) => !answered.has(p.id)), factsFound: all('facts_found').length > 0,
    rounds: all('negotiated').length, solvedOnSpot: last('solved_on_spot', round), workDone, verified, handledAt: ended?.at,
    resultTold: ended !== undefined && all('told').some((f) => f.at >= ended.at && f.data.whom === 'first_contact_person' && f.data.result),
    answerVerified: last('answer_verified', round)?.data.answered === true,
    callback, exempt: last('callback_exempt'), calledBack: all('callback_recorded').length > 0, slipUnsigned: last('callback_slip_signed', slip) ? [] : slip?.data.ledTo ?? [],
    openQuestions: all('question_asked').filter((q) => !all('question_answered').some((a) => a.data.question === q.data.question)).map((q) => ({ id: q.data.question, text: q.data.text ?? '' })),
    explanationApproved: last('explanation_approved', round) !== undefined,
    workRecorded: last('work_recorded', again) !== undefined,
    specialEvent: special && { to: special.data.to, notedBy: all('special_event_noted').filter((f) => isAfter(f, special)).map((f) => f.by) },
    risk: flagged && { acknowledgedAs: all('extreme_behaviour_acknowledged').filter((f) => isAfter(f, flagged)).map((f) => f.data.as) },
    outsideCause: last('cause_outside')?.data.unit, referredBy: received.data.referredBy, passedOn: last('reply_passed_on', round) !== undefined,
    closed: openNow ? undefined : closed,
    complainedAbout,
    handlers: new Set([...all('work_done').map((f) => f.by), ...(all('solved_on_spot').length ? [received.data.firstContact ?? received.by] : []), ...all('person_named').map((f) => f.data.person), ...complainedAbout]),
    trips: all('customer_came_again').length + (isSpoken(received.data.channel) ? 1 : 0),
    imported: received.data.imported === true,
  };
  return { ...seen, state: stateOf(seen, { reopenedAt: again?.at, unsatisfied: round === unsatisfied, sentBack: sentBack ?? false,
    inProgress: seen.responsiblePerson !== undefined || all('facts_found').length > 0 || all('negotiated').length > 0 }) };
}

type All = <K extends Kind>(what: K) => FactOf<K>[];
function promisesOf(all: All): Promise[] {
  return all('promised').map((f) => {
    const moves = all('promise_moved').filter((m) => m.data.promise === f.data.promise);
    return { id: f.data.promise, what: f.data.what, firstDue: f.data.due, due: moves.at(-1)?.data.due ?? f.data.due, by: f.by, moves: moves.length, answer: f.data.answer === true,
      kept: all('promise_kept').find((k) => k.data.promise === f.data.promise)?.at, released: all('promise_released').find((r) => r.data.promise === f.data.promise)?.at };
  });
}

/** The states of the glossary, from the end backwards. */
function stateOf(seen: Omit<Standing, 'state'>, more: { reopenedAt: Moment | undefined; unsatisfied: boolean; sentBack: boolean; inProgress: boolean }): MatterState {
  if (seen.closed) return seen.closed.data.way === 'explained' ? 'closed_explained' : 'closed';
  if (seen.pause) return 'paused';
  if (seen.offer && seen.acceptedAt !== undefined) return 'being_handed_over';
  if (seen.handledAt !== undefined) return seen.kind === 'complaint' ? 'verified' : 'handled';
  if (seen.workDone) return 'handled';
  if (more.sentBack) return 'in_progress';
  if (seen.conclusive || seen.solvedOnSpot) return 'answered';
  if (more.unsatisfied) return 'unsatisfied';
  if (more.reopenedAt !== undefined && !(seen.acceptedAt !== undefined && seen.acceptedAt > more.reopenedAt)) return 'reopened';
  if (more.inProgress) return 'in_progress';
  return seen.acceptedAt !== undefined ? 'accepted' : 'registered';
}
