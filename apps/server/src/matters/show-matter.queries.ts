import type { Fact, FactOf } from '@shouwen/contract/facts';
import type { MatterShown, Possibility, Verb } from '@shouwen/contract/matters';
import { corrected, inOrder } from '../clocks/timeline.rules.ts';
import type { Tx } from '../db/connect.ts';
import type { Timekeeping } from '../db/work.ts';
import { follows, type Policy } from '../policy/policy.ts';
import { NotFound } from '../policy/refusal.ts';
import { centresOf, type Staff } from '../staff/staff.ts';
import { firstContactEnds } from './close.rules.ts';
import { whoIsAsked } from './asked-to-accept.queries.ts';
import type { AnyDeed } from './deed.ts';
import { rowOf } from './matter-row.queries.ts';
import { factsOf } from './matters.store.ts';
import { flagsOf } from './flags.rules.ts';
import { centreNames, namesOf } from './names.queries.ts';
import { owedBy } from './owed-by.rules.ts';
import { mayCallReporter, reporterIsHidden, shownReporter, withShownReporter } from './reporter.rules.ts';
import { showClock } from './show-clock.ts';
import { showCoordination, showSlip } from './show-papers.ts';
import { seesMatter } from './who-sees.rules.ts';
import { standingOf, type Standing } from './standing.rules.ts';
import { superiorsAtWork } from './superiors.queries.ts';

export interface Asked { tx: Tx; by: Staff; now: Date; deeds: ReadonlyMap<Verb, AnyDeed>; timekeepingOf: (centreId: string) => Promise<Timekeeping> }

/**
 * One matter with its timeline, clocks, custody and what may be done now by whoever asks.
 * The reporter's phone is masked in it (ARC-07), and who reported a wrongdoing is hidden (FCR-10): reporter.rules.ts.
 * @throws NotFound where there is none, or none that this person sees (who-sees.rules.ts).
 */
export async function showMatter({ tx, by, now, deeds, timekeepingOf }: Asked, number: string): Promise<MatterShown> {
  const row = await tx.selectFrom('matter').selectAll().where('company_id', '=', by.companyId).where('number', '=', number).executeTakeFirst();
  if (!row) throw new NotFound(number);
  const asEntered = await factsOf(tx, by.companyId, row.matter_id);
  if (!seesMatter(by, row.centre_id, asEntered)) throw new NotFound(number);
  const facts = inOrder(corrected(asEntered));
  const firstSaid = new Map(asEntered.map((fact) => [fact.id, fact.at]));
  const seen = standingOf(facts);
  const timekeeping = await timekeepingOf(row.centre_id);
  const at = now.getTime();
  const clocks = timekeeping.derive(asEntered, at);
  const names = await namesOf(tx, by.companyId, idsIn(facts, seen));
  const centres = centresOf(by);
  const links = await tx.selectFrom('matter').select(['number', 'title']).where('company_id', '=', by.companyId).where('number', 'in', ['', ...linkedNumbers(facts)])
    .$if(centres !== 'all', (linked) => linked.where('centre_id', 'in', centres as readonly string[])).execute();
  const hidden = reporterIsHidden(by, row.centre_id, seen);
  const scene = { by, centreId: row.centre_id, seen, now: at, policy: timekeeping.policyFor(seen.receivedAt, at) };
  const possibilities: Possibility[] = [];
  for (const deed of deeds.values()) {
    const onRecord = deed.may(scene);
    const verdict = onRecord === 'yes' && deed.mayBesides ? await deed.mayBesides(tx, scene) : onRecord;
    possibilities.push(verdict === 'yes' ? { verb: deed.verb, may: true } : { verb: deed.verb, may: false, why: { rule: verdict.rule, zh: verdict.zh, en: verdict.en } });
  }
  return {
    ...rowOf(row, names, at), ...(hidden && { reporterName: null, place: null }),
    centreId: row.centre_id, zone: timekeeping.zone, now: now.toISOString(), reporter: shownReporter(seen.reporter, hidden), mayCallReporter: mayCallReporter(by, row.centre_id, seen) === 'yes',
    facts: facts.map((fact) => shownFact(withShownReporter(fact, hidden), firstSaid.get(fact.id)!, names.person(fact.by)?.name ?? '系统')),
    names: { ...names.all, ...await centreNames(tx, by.companyId, seen.crossings.map(({ centre }) => centre)) }, clocks: clocks.map((clock) => showClock(clock, owedBy(clock.owes, seen).by, names, timekeeping, at)),
    custody: custodyOf(seen, facts, scene.policy).map(({ who, ...link }) => ({ ...link, who: names.person(who) })),
    points: seen.points.map((point) => ({ ...point, answer: answerTo(point.id, facts) })),
    promises: seen.promises.map((p) => ({ id: p.id, what: p.what, due: iso(p.due)!, firstDue: iso(p.firstDue)!, by: names.person(p.by), kept: p.kept !== undefined, released: p.released !== undefined })),
    standing: {
      askedToAccept: await whoIsAsked(tx, { companyId: by.companyId, centreId: row.centre_id, seen, received: facts.find((fact) => fact.what === 'received')!, policy: scene.policy, now }),
      acceptedAt: iso(seen.acceptedAt), trips: seen.trips, rounds: seen.rounds, handled: seen.handledAt !== undefined, verified: seen.verified?.data.passed === true,
      offer: seen.offer ? { id: seen.offer.data.handover, to: names.person(seen.offer.data.toStaff)?.name ?? names.department(seen.offer.data.toDepartment) ?? '', way: seen.offer.data.way } : null,
      answerVerified: seen.answerVerified, resultTold: seen.resultTold, callbackDue: clocks.some((clock) => clock.rule === 'CBK-06' && clock.verdict === null),
      exemptGround: seen.exempt?.data.ground ?? null, responsiblePerson: names.person(seen.responsiblePerson),
      handledByYou: seen.handlers.has(by.id) && follows(scene.policy, 'CBK-15'),
      off: [...scene.policy.off],
    },
    flags: [...flagsOf(seen, scene.policy), ...await superiorsAtWork(tx, by.companyId, row.centre_id, seen, names, now)],
    possibilities,
    links: links.map((link) => ({ ...link, why: 'linked' })),
    slips: seen.slips.map((slip) => showSlip(slip, scene, names)), coordinations: seen.coordinations.map((one) => showCoordination(one, names)),
  };
}

const iso = (moment: number | undefined) => (moment === undefined ? null : new Date(moment).toISOString());
/** CAL-13: in the order in which things happened; where a time was corrected the first value stays visible. */
const shownFact = (fact: Fact, at: number, byName: string) => ({ ...fact, at, byName, ...(fact.at !== at && { correctedAt: fact.at }) });
const answerTo = (point: string, facts: readonly Fact[]) => facts.flatMap((f) => f.what === 'conclusive_reply' ? f.data.answers ?? [] : []).findLast((a) => a.point === point)?.text ?? null;
const linkedNumbers = (facts: readonly Fact[]) => facts.flatMap((f) => f.what === 'received' && f.data.linkedTo ? [f.data.linkedTo] : f.what === 'callback_recorded' ? f.data.ledTo ?? [] : f.what === 'repeated' ? [f.data.ledTo] : []);

/** Every id that a screen turns into a name. */
function idsIn(facts: readonly Fact[], seen: Standing): (string | undefined)[] {
  const fields = ['staff', 'toStaff', 'toDepartment', 'department', 'person', 'from', 'to', 'spokeWith', 'allowedBy', 'firstContact', 'personComplainedAbout', 'approvedBy', 'fromDepartment', 'lead', 'deputy', 'deputyFor'] as const;
  const found = facts.flatMap((fact) => [fact.by, ...(fact.what === 'coordination_issued' ? fact.data.departments : []), ...(fact.what === 'special_event_reported' ? fact.data.to : []), ...fields.map((field) => (fact.data as Record<string, unknown>)[field])]);
  return [...found, seen.holder.staff, seen.responsiblePerson].filter((id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id));
}

/** The chain of custody: first contact, acceptance, who does it, verification, callback (FCR-25). */
function custodyOf(seen: Standing, facts: readonly Fact[], policy: Policy) {
  const first = <K extends Fact['what']>(what: K) => facts.find((f) => f.what === what) as FactOf<K> | undefined;
  const verified = seen.verified;
  const current = seen.closed ? null : seen.handledAt !== undefined ? 'callback' : seen.workDone ? 'verification' : seen.responsiblePerson || seen.holder.department ? 'responsible' : seen.acceptedAt !== undefined ? 'acceptance' : 'first_contact';
  const accepted = first('accepted');
  const department = facts.find((f): f is FactOf<'accepted'> => f.what === 'accepted' && f.data.department !== undefined);
  const named = facts.findLast((f) => f.what === 'person_named');
  return ([
    { role: 'first_contact', who: seen.firstContact, at: iso(seen.receivedAt) },
    { role: 'acceptance', who: accepted?.data.staff ?? accepted?.by ?? null, at: iso(accepted?.at) },
    { role: 'responsible', who: seen.responsiblePerson ?? department?.data.staff ?? department?.by ?? null, at: iso(named?.at ?? department?.at) },
    { role: 'verification', who: verified?.by ?? null, at: iso(verified?.at) },
    { role: 'callback', who: seen.callback?.by ?? null, at: iso(seen.callback?.at) },
  ] as const).map((link) => ({ ...link, now: link.role === current, note: link.role === 'first_contact' ? endOfFirstContact(seen, policy) : null }));
}

/** FCR-25: told, then verified; an accepted handover alone ends nothing. */
function endOfFirstContact(seen: Standing, policy: Policy): { zh: string; en: string } {
  const verdict = firstContactEnds(seen, policy);
  if (verdict === 'yes') return { zh: '首问责任已终结', en: 'responsibility ended' };
  return verdict.rule === 'FCR-25' ? { zh: '尚未收到处理结果', en: 'not told the result yet' } : { zh: '尚未向客户核实答复', en: 'answer not verified yet' };
}
