import type { Channel, FactOf, MatterKind, Moment, Post } from '@shouwen/contract/facts';
import { both, on, ruleOf, type ClockDefinition, type ClockTable, type Seen } from '../clocks/definition.rules.ts';
import type { Policy, PolicyKey } from '../policy/policy.ts';
import { inWriting } from './close.rules.ts';
import { answerer, runsUnder, type AnswerClock } from './answering.rules.ts';
import { askedFirst } from './asked-to-accept.rules.ts';
import { isSpoken } from './standing.rules.ts';

/** A reopened matter is received anew: its clocks get another cycle. */
export const receipt = [on('received'), on('reopened')] as const;
export const receiptOf = (seen: Seen): FactOf<'received'> | FactOf<'reopened'> | undefined => {
  const [first, again] = [seen.last('received'), seen.last('reopened')];
  return again && (!first || again.at >= first.at) ? again : first;
};
export const channelOf = (seen: Seen): Channel | undefined => receiptOf(seen)?.data.channel;
/** Since the last receipt; of one whose receipt is entered after it, since it happened. */
export const sinceReceipt = (seen: Seen, what: 'accepted' | 'interim_reply' | 'conclusive_reply' | 'solved_on_spot') => {
  const fact = seen.last(what);
  return fact !== undefined && fact.at >= (receiptOf(seen)?.at ?? Infinity);
};
export const kindOf = (seen: Seen) => seen.last('kind_decided')?.data.kind ?? seen.last('received')?.data.kind;

type OfMatter = Omit<ClockDefinition, 'starts'> & { starts?: ClockDefinition['starts'] };
/** FCR-10: the kind decides. A matter that changes its kind gets the clocks of the new one, from receipt, and those of the old one are void. */
function boundToKind(definition: OfMatter, holds: (kind: MatterKind, policy: Policy) => boolean): ClockDefinition {
  return {
    from: receiptOf, ...definition,
    starts: [...(definition.starts ?? receipt), on('kind_decided')],
    when: (seen) => {
      const kind = kindOf(seen);
      return kind !== undefined && holds(kind, seen.policy) && (definition.when?.(seen) ?? true);
    },
    voids: [...(definition.voids ?? []), on('kind_decided', (d, policy) => !holds(d.kind, policy))],
  };
}
/** For the kinds whose list in the policy names the rule. */
export const ofItsKind = (definition: OfMatter) => {
  const rule = ruleOf(definition.clock);
  return boundToKind(definition, (kind, policy) => policy.clocksOfKind[kind].includes(rule));
};
/** For kinds that the rule itself names. */
export const ofKinds = (kinds: readonly MatterKind[], definition: OfMatter) => boundToKind(definition, (kind) => kinds.includes(kind));

/** The whole matter was a mistake: nothing is owed. One closed as imported: what its source doesn't tell of isn't judged, and nobody owes it. */
export const ofMatter = (table: ClockTable): ClockTable =>
  table.map((d) => ({ ...d, voids: [...(d.voids ?? []), on('entered_in_error'), on('closed', (closing) => closing.way === 'imported')] }));

/** CHO-05: a clock of the answer, by what sets it; where a slip replaces the channel's clock that one is void once the slip has been accepted. */
export const answerClock = (set: AnswerClock, definition: ClockDefinition): ClockDefinition => ({
  ...definition, when: (seen) => runsUnder(seen.policy, set, kindOf(seen)) && (definition.when?.(seen) ?? true),
  ...(set === 'channel' && { voids: [...(definition.voids ?? []), on('slip_accepted', (_, policy) => policy.choices.answer_clocks === 'slip_replaces')] }),
});
/** CHO-02: the post that gives the customer the answer. */
export const whoAnswers = (seen: Seen) => answerer(seen.policy);
/** The same, unless a department answers: then whom the rule itself names. */
const answersElse = (owes: (seen: Seen, about: string) => Post) => (seen: Seen, about: string): Post =>
  seen.policy.choices.answered_by === 'responsible_department' ? owes(seen, about) : whoAnswers(seen);

export const conclusive = [on('conclusive_reply'), on('solved_on_spot')] as const;
/** Whether the customer has had the answer in this round: a promise made after it is no promise of an answer (CMP-08, CMP-12). */
export const answered = (seen: Seen) => sinceReceipt(seen, 'conclusive_reply') || sinceReceipt(seen, 'solved_on_spot');

/** When it came into the system; until then only the first-contact person knows of it (FCR-07). */
const registeredAt = (seen: Seen): Moment => receiptOf(seen)?.recordedAt ?? -Infinity;
const countedFrom = (rule: 'FCR-13' | 'FCR-14') => (seen: Seen) =>
  seen.policy.numbers[`${rule}/counted_from`] === 'end_of_handling' ? seen.last('handling_ended') : receiptOf(seen);

/** FCR-30: the answer to a public post is approved first, and is the response (CMP-28). CHO-10: a day on every channel, or sooner on the spoken ones. */
const postedInPublic = (seen: Seen) => (seen.policy.numbers['CMP-28/channels'] as readonly string[]).includes(channelOf(seen) ?? '');
const respondWithin = (seen: Seen) => {
  const key = `FCR-30/respond_within.${channelOf(seen)}`;
  return seen.policy.choices.respond_within === '30min' && key in seen.policy.numbers ? key as PolicyKey : 'FCR-30/respond_within.other';
};

export const matterClocks = ofMatter([
  { clock: 'FCR-07/handover_within', starts: receipt, stops: [on('accepted'), on('solved_on_spot')],
    owes: (seen) => seen.at < registeredAt(seen) ? 'first_contact_person' : askedFirst(seen), to: ['customer'] },
  { clock: 'FCR-09/inform_first_contact_within', starts: [on('handling_ended')], stops: [on('told', (d) => d.whom === 'first_contact_person' && d.result)],
    owes: 'customer_service_officer', to: ['first_contact_person'] },
  ofItsKind({ clock: 'FCR-11/report_within', stops: [on('reported', (d) => d.to === 'duty_manager')],
    owes: 'first_contact_person', to: ['duty_manager'] }),
  { clock: 'FCR-11/confirm_within', starts: [on('reported', (d) => d.to === 'duty_manager')],
    stops: [on('contacted', (d) => d.whom === 'first_customer' && d.as === 'duty_manager')], owes: 'duty_manager', to: ['first_customer'] },
  answerClock('class', ofItsKind({ clock: 'FCR-13/inform_within', starts: [...receipt, on('handling_ended')], when: (seen) => countedFrom('FCR-13')(seen) !== undefined,
    from: countedFrom('FCR-13'),
    stops: [both(on('told', (d) => d.whom === 'first_customer' && d.as === 'responsible_manager'),
      on('told', (d) => d.whom === 'first_contact_person' && d.as === 'responsible_manager'))],
    owes: 'responsible_manager', to: ['first_customer', 'first_contact_person'] })),
  answerClock('class', ofItsKind({ clock: 'FCR-14/hazard_inform_within', starts: [...receipt, on('handling_ended')], when: (seen) => countedFrom('FCR-14')(seen) !== undefined,
    from: countedFrom('FCR-14'), stops: [on('told', (d) => d.whom === 'first_customer' && d.result), on('solved_on_spot')],
    owes: 'receptionist_on_duty', to: ['first_customer'] })),
  { clock: 'FCR-17/promise_when_none_given', starts: [], standsIn: true, stops: [], owes: 'holder', to: ['customer'] },
  // The promised time of FCR-17 and the promise of STD-03 are one duty, and one clock.
  { clock: 'STD-03/promise', period: 'STD-03/default_due', starts: [on('promised')], each: 'promise',
    due: (f) => (f as FactOf<'promised' | 'promise_moved'>).data.due,
    stops: [on('promise_kept'), on('promise_released'), on('promise_moved')], renewedBy: [on('promise_moved')], owes: 'holder', to: ['customer'] },
  { clock: 'FCR-27/name_person_within', starts: [on('slip_accepted')], each: 'slip', stops: [on('person_named')],
    owes: 'department_head', to: ['responsible_department'] },
  answerClock('slip', { clock: 'FCR-27/department_reply_within', starts: [on('slip_accepted')], each: 'slip',
    stops: [both(on('conclusive_reply'), on('told', (d) => d.whom === 'department_head'))],
    owes: answersElse((seen, slip) => seen.has('person_named', (d) => d.slip === undefined || d.slip === slip) ? 'responsible_department' : 'department_head'), to: ['customer', 'department_head'] }),
  { clock: 'FCR-30/respond_within', period: respondWithin, starts: receipt, when: (seen) => !postedInPublic(seen), stops: [on('contacted'), on('interim_reply'), ...conclusive], owes: 'holder', to: ['customer'] },
  { clock: 'FCR-37/promise_within', starts: [on('not_reached'), on('found_outside')], stops: [...conclusive, on('told_who_handles')],
    owes: 'first_contact_person', to: ['customer', 'customer_service_officer'] },
  // Only what the own department can't solve goes on a slip, and the own department is that of whoever has it by name: customer service too, which solves most
  // itself. So any acceptance voids the hour from receipt, and not only that of another department: else each complaint that the service centre is still working
  // on after an hour would be a breach of a duty that nobody owes. Who finds that they can't solve it says since when, and the hour runs anew from there.
  ofKinds(['complaint', 'inquiry'], { clock: 'FCR-40/slip_to_department_within', starts: [...receipt, on('found_unsolvable')],
    when: (seen) => seen.has('found_unsolvable') || (seen.policy.numbers['FCR-40/counted_from'] === 'receipt' && !sinceReceipt(seen, 'accepted')),
    from: (seen) => seen.last('found_unsolvable') ?? receiptOf(seen),
    stops: [on('slip_accepted')], voids: [on('solved_on_spot'), on('accepted'), on('conclusive_reply')],
    owes: 'holder', to: ['responsible_department', 'department_head'] }),
  answerClock('channel', ofItsKind({ clock: 'INQ-01/within', when: (seen) => !isSpoken(channelOf(seen)), stops: [on('conclusive_reply', inWriting), on('solved_on_spot')],
    owes: answersElse(() => 'holder'), to: ['customer'] })),
  // Answered at once, or at the time told to the customer; a later promise has its own clock.
  answerClock('channel', ofItsKind({ clock: 'INQ-02/answer_by', period: 'INQ-02/default_promise', when: (seen) => isSpoken(channelOf(seen)), due: (f) => f.what === 'received' ? f.data.feedbackBy : undefined,
    stops: conclusive, owes: answersElse((seen) => sinceReceipt(seen, 'accepted') ? 'responsible_department' : 'receiver'), to: ['customer'] })),
  ofItsKind({ clock: 'DOOR-01/within', stops: [on('handling_ended'), on('solved_on_spot')], pausedFor: ['objective_obstacle'], owes: 'repairer', to: ['customer'] }),
]);
