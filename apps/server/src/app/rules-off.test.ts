import { readdirSync, readFileSync } from 'node:fs';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verb } from '@shouwen/contract/matters';
import type { Choices } from '../policy/choices.ts';
import { alwaysOn } from '../policy/legal.rules.ts';
import { RULEBOOK } from '../policy/rulebook.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';

/** A Friday, ten o'clock in Shanghai. */
const TEN = '2026-11-20T02:00:00Z';
let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world(TEN); c = complaintsIn(w); });
afterAll(() => w.end());

let versions = 0;
/** From here on, what is received is handled by a version with these rules off. */
async function publish(off: readonly string[], choices: Partial<Choices> = {}): Promise<void> {
  await w.owner.query(`insert into policy_version (company_id, version, holds_from, applies, numbers, choices, off, set_by, set_at) values ($1, $2, $3, 'new', '{}', $4, $5, $6, $3)`,
    [w.company, `v${++versions}`, new Date(Date.parse('2025-11-20T00:00:00Z') + versions * 3600_000), choices, off, w.ids.zhouqiming]);
}
const said = ({ statusCode, body }: LightMyRequestResponse): string => statusCode < 300 ? 'done' : `${JSON.parse(body).rule} ${JSON.parse(body).code}`;
const act = async (who: Person, number: string, verb: Verb, body: object = {}) => said(await w.as(who).act(number, verb, body));
const register = async (more: object, who: Person = 'hejiayi') => said(await w.as(who).post('/matters', c.intake(more)));
const handOver = (number: string, who: Person, body: object) => act(who, number, 'handovers', { way: 'dispatched', ...body });
const engineering = () => w.departments['工程维护部']!;
const security = () => w.departments['安全管理部']!;
const told = (number: string) => c.done('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' });
const verifiedAnswer = (number: string) => c.done('hejiayi', number, 'answer-verifications', { answered: true, by: 'customer' });
const found = async (more: object = {}) => { const number = await c.accepted(more); await c.done('linxiaoyan', number, 'fact-findings', { text: '制动器磨损', onSite: true }); return number; };
const answered = async (more: object = {}) => { const number = await found(more); await c.done('linxiaoyan', number, 'conclusive-replies', c.reply); return number; };
const promised = async (due = '2026-11-20T06:00:00Z') => {
  const number = await c.accepted();
  await c.done('linxiaoyan', number, 'promises', { what: '今天给方案', due });
  return { number, promiseId: (await c.factsOf(number, 'promised'))[0]!.data.promise };
};
const move = (who: { number: string; promiseId: string }, body: object = {}) => act('linxiaoyan', who.number, 'promise-moves', { promiseId: who.promiseId, due: '2026-11-20T07:00:00Z', customerAgreed: true, ...body });
const pause = async (body: object) => act('linxiaoyan', await c.accepted(), 'pauses', { reason: 'awaiting_customer', allowedBy: w.ids.sumin, customerTold: true, ...body });
const slipped = async () => {
  const number = await c.accepted();
  await c.done('linxiaoyan', number, 'slips', { toDepartmentId: engineering(), text: '客服不能解决，请查明' });
  await c.done('sunlijun', number, 'acceptances');
  return { number, slip: `${number}-S1` };
};
const slipHandled = async () => {
  const one = await slipped();
  await c.done('sunlijun', one.number, 'responsible-persons', { staffId: w.ids.liangwei });
  await c.done('liangwei', one.number, 'fact-findings', { text: '制动器磨损', onSite: true });
  await c.done('liangwei', one.number, 'conclusive-replies', c.reply);
  await c.done('liangwei', one.number, 'work-done', { text: '已更换' });
  await c.done('sumin', one.number, 'verifications', { passed: true, text: '好了' });
  return one;
};
const repaired = async () => {
  const number = await c.accepted({ kind: 'repair' });
  await c.done('linxiaoyan', number, 'responsible-persons', { staffId: w.ids.liangwei });
  await c.done('liangwei', number, 'work-done', { text: '已修好' });
  return number;
};
const withDepartment = async () => { const number = await c.register(); await c.done('sunlijun', number, 'acceptances'); return number; };
const grave = async () => {
  const number = await c.register({ kind: 'hazard_or_disaster', whatHappened: '5栋一层冒烟' });
  await c.done('zhenghaitao', number, 'duty-manager-reports');
  await c.done('zhenghaitao', number, 'acceptances');
  await c.done('linxiaoyan', number, 'conclusive-replies', c.reply);
  await c.done('zhenghaitao', number, 'work-done', { text: '已扑灭' });
  await told(number);
  await verifiedAnswer(number);
  return number;
};
/** 林晓燕 did the work herself. */
const ownWork = async () => {
  const number = await answered();
  await c.done('linxiaoyan', number, 'work-done', { text: '已换' });
  await c.done('sumin', number, 'verifications', { passed: true, text: '好了' });
  return number;
};
const exempted = async () => { const number = await c.verified(); await c.done('tanjing', number, 'callback-exemptions', { ground: 'sensitive', reason: '家中有丧事' }); return number; };
/** A customer whose file says that they are not to be called back. */
const rejecting = async () => {
  const keep = async (path: string, body: object) => (await w.as('hejiayi').post(path, { centreId: w.centre, ...body })).json().id as string;
  const person = await keep('/people', { name: '李建国', phones: [`139${String(Math.random()).slice(2, 10)}`], rooms: [] });
  await w.as('hejiayi').post(`/people/${person}/callback-rejections`, { words: '别再打来', reason: '嫌烦', binds: 'person' });
  return { reporter: { personId: person, name: '李建国', place: '2栋' } };
};
const shift = async (who: Person, post: string) => (await w.as('sumin').post(`/centres/${w.centre}/shifts`, { staffId: w.ids[who], post, from: '2026-11-20T01:00:00Z', until: '2026-11-20T09:00:00Z' })).json().id as string;

/** `as`: the refusal of the same rule that stands before it at the door. */
interface Asking { choices?: Partial<Choices>; as?: string; tries: () => Promise<string> }
/**
 * What each rule asks for: tried with the rule on it is refused so, with the rule alone off it is done. `refusal` names rule and code as the code does.
 */
const ASKS: Readonly<Record<string, Asking>> = {
  'FCR-04 ${first.field}_missing': { tries: async () => (await register({ reporter: {} })).replace('place_', '${first.field}_') },
  'FCR-07 not_accepted': { tries: async () => act('hejiayi', await c.register({ kind: 'repair' }), 'work-done', { text: '换了灯泡' }) },
  'FCR-12 no_work_record': { tries: async () => act('sumin', await grave(), 'closures', { way: 'done' }) },
  'FCR-12 no_special_event_report': { tries: async () => { const number = await grave(); await c.done('zhenghaitao', number, 'work-records', { text: '09:02 断电' }); return act('sumin', number, 'closures', { way: 'done' }); } },
  'FCR-15 answered_not_done': { as: 'FCR-15 not_answered', tries: async () => {
    const number = await c.accepted({ kind: 'suggestion' });
    await c.done('linxiaoyan', number, 'work-done', { text: '已增设' });
    await told(number);
    await verifiedAnswer(number);
    return act('sumin', number, 'closures', { way: 'done' });
  } },
  'FCR-20 to_the_head': { tries: async () => handOver(await c.accepted(), 'zhenghaitao', { toStaffId: w.ids.liangwei, note: '请处理' }) },
  'FCR-22 manager_first': { tries: async () => act('linxiaoyan', await c.accepted(), 'centre-crossings', { centreId: other, to: 'quality_department', text: '共用管道' }) },
  'FCR-23 second_transfer': { tries: async () => handOver(await withDepartment(), 'sunlijun', { toDepartmentId: security() }) },
  'FCR-23 relations_lead_decides': { choices: { second_transfer: 'once_by_relations_lead' }, tries: async () => handOver(await withDepartment(), 'sunlijun', { toDepartmentId: security() }) },
  'FCR-23 went_on_already': { choices: { second_transfer: 'once_by_relations_lead' }, tries: async () => {
    const number = await withDepartment();
    await handOver(number, 'sumin', { toDepartmentId: security(), note: '确实是门禁' });
    await c.done('luozhiqiang', number, 'acceptances');
    return handOver(number, 'sumin', { toDepartmentId: engineering(), note: '又不是' });
  } },
  'FCR-24 consent': { tries: async () => handOver(await c.accepted({ channel: 'in_person' }), 'linxiaoyan', { way: 'escorted_customer', toDepartmentId: engineering() }) },
  'FCR-25 result_not_told': { tries: async () => { const number = await repaired(); await verifiedAnswer(number); return act('sumin', number, 'closures', { way: 'done' }); } },
  'FCR-27 not_answered': { tries: async () => { const { number, slip } = await slipped(); return act('sunlijun', number, 'slip-results', { slip, text: '已查明' }); } },
  'FCR-29 answer_not_verified': { tries: async () => { const number = await repaired(); await told(number); return act('sumin', number, 'closures', { way: 'done' }); } },
  'FCR-29 ask_the_customer': { tries: async () => act('hejiayi', await answered(), 'answer-verifications', { answered: true, by: 'proof' }) },
  'FCR-31 incomplete': { tries: async () => act('linxiaoyan', await c.accepted({ reporter: { name: '陈桂芳', place: '3栋' } }), 'slips', { toDepartmentId: engineering(), text: '客服不能解决' }) },
  'FCR-35 open_entries': { tries: async () => {
    const id = await shift('linxiaoyan', 'customer_service_officer');
    await c.accepted();
    w.moveClock('2026-11-20T02:10:00Z');
    const answer = said(await w.as('sumin').delete(`/centres/${w.centre}/shifts/${id}`, { 'if-match': '"1"' }));
    await w.owner.query('delete from shift where shift_id = $1', [id]);
    w.moveClock(TEN);
    return answer;
  } },
  'FCR-35 taker_missing': { tries: async () => said(await w.as('linxiaoyan').post(`/centres/${w.centre}/leaves`, { from: '2026-12-03T00:00:00Z', until: '2026-12-04T00:00:00Z', reason: '年假' })) },
  'FCR-36 visitor_sent_on': { tries: () => register({ kind: 'inquiry', channel: 'in_person', solvedOnSpot: { text: '工程部电话', satisfied: true, numberGiven: '8802 1101' } }) },
  'FCR-38 no_result': { tries: async () => act('linxiaoyan', (await slipHandled()).number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' }) },
  'FCR-38 not_signed': { tries: async () => { const { number, slip } = await slipHandled(); await c.done('sunlijun', number, 'slip-results', { slip, text: '已更换' }); return act('linxiaoyan', number, 'tellings', { whom: 'first_contact_person', result: true, text: '已修好' }); } },
  'FCR-38 seal': { tries: async () => { const { number, slip } = await slipHandled(); await c.done('sunlijun', number, 'slip-results', { slip, text: '已更换' }); return act('sunlijun', number, 'slip-signatures', { slip, as: 'to_department' }); } },
  'CMP-02 facts_not_found': { tries: async () => act('linxiaoyan', await c.accepted(), 'conclusive-replies', c.reply) },
  'CMP-02 later_than_rule': { tries: async () => act('linxiaoyan', await c.accepted(), 'interim-replies', { text: '正在查', way: 'phone', promisedFor: '2026-12-20T02:00:00Z', superiorAsked: '苏敏' }) },
  'CMP-12 measures_missing': { tries: async () => { const { measures: _, ...without } = c.reply; return act('linxiaoyan', await found(), 'conclusive-replies', without); } },
  'CMP-29 points_unanswered': { tries: async () => act('linxiaoyan', await found({ points: ['何时修好'] }), 'conclusive-replies', c.reply) },
  'CBK-02 exempt': { tries: async () => act('tanjing', await exempted(), 'callbacks', c.said) },
  'CBK-04 rejects_callbacks': { tries: async () => act('hejiayi', await answered(await rejecting()), 'answer-verifications', { answered: true, by: 'customer' }) },
  'CBK-04 no_mark': { tries: async () => act('tanjing', await c.verified(), 'callback-exemptions', { ground: 'rejects_callbacks', reason: '客户说别打' }) },
  'CBK-09 no_result_yet': { tries: async () => {
    const number = await c.verified();
    await c.done('tanjing', number, 'callbacks', { ...c.said, newMatters: [{ kind: 'suggestion', whatHappened: '增设快递柜' }] });
    return act('zhenghaitao', number, 'callback-slip-signatures', { text: '已告知' });
  } },
  'CBK-15 handler': { tries: async () => act('linxiaoyan', await ownWork(), 'callbacks', c.said) },
  'CBK-15 handler_exempts': { tries: async () => act('linxiaoyan', await ownWork(), 'callback-exemptions', { ground: 'sensitive', reason: '家中有丧事' }) },
  'CBK-15 others_on_duty': { tries: async () => {
    const id = await shift('tanjing', 'customer_service_officer');
    const answer = await act('linxiaoyan', await ownWork(), 'callbacks', { ...c.said, handlerCalledBecause: '只有我' });
    await w.owner.query('delete from shift where shift_id = $1', [id]);
    return answer;
  } },
  'CNT-08 quiet_week': { tries: async () => {
    const number = await exempted();
    await c.firstContactDone(number);
    const refused = await act('sumin', number, 'closures', { way: 'satisfied' });
    return refused === 'CNT-08 quiet_week' ? refused : act('sumin', number, 'closures', { way: 'done' });
  } },
  'DOOR-01 customer_told': { tries: () => pause({ customerTold: false }) },
  'DOOR-01 evidence': { tries: () => pause({ reason: 'objective_obstacle' }) },
  'DOOR-01 allowed_by': { tries: () => pause({ allowedBy: w.ids.linxiaoyan }) },
  'INQ-01 not_in_writing': { tries: async () => {
    const number = await c.accepted({ kind: 'inquiry', channel: 'letter' });
    await c.done('linxiaoyan', number, 'conclusive-replies', { stance: 'not_responsible', text: '物业费可以在线缴', way: 'phone' });
    const answer = await act('sumin', number, 'closures', { way: 'answered' });
    return answer === 'CNT-07 closed' ? 'done' : answer; // it closes with its answer
  } },
  'SHF-02 item_missing': { tries: async () => {
    await c.accepted();
    await c.accepted();
    const shiftId = await shift('linxiaoyan', 'customer_service_officer');
    const [, ...items] = (await w.as('linxiaoyan').get(`/centres/${w.centre}/shift-handovers`)).json().open.map(({ key }: { key: string }) => ({ key, goes: 'kept' }));
    const answer = said(await w.as('linxiaoyan').post(`/centres/${w.centre}/shift-handovers`, { shiftId, toId: w.ids.tanjing, items, words: '没有别的' }));
    if (answer !== 'done') await w.owner.query('delete from shift where shift_id = $1', [shiftId]);
    return answer;
  } },
  'STD-03 due_already': { tries: async () => { const one = await promised('2026-11-20T02:30:00Z'); w.moveClock('2026-11-20T02:40:00Z'); const answer = await move(one); w.moveClock(TEN); return answer; } },
  'STD-03 customer_agrees': { tries: async () => move(await promised(), { customerAgreed: false }) },
  'STD-03 moved_already': { tries: async () => { const one = await promised(); await move(one); return move(one, { due: '2026-11-20T08:00:00Z' }); } },
  'STD-02 forbidden_phrase': { tries: async () => act('linxiaoyan', await c.accepted(), 'interim-replies', { text: '这个我们不知道', way: 'message', promisedFor: '2026-11-20T06:00:00Z' }) },
  'STD-05 later_than_due': { tries: async () => act('linxiaoyan', await c.accepted(), 'interim-replies', { text: '正在查', way: 'phone', promisedFor: '2026-12-20T02:00:00Z', laterThanRuleBecause: '等配件' }) },
  'STD-05 beyond_powers': { tries: async () => act('linxiaoyan', await c.accepted(), 'promises', { what: '赔偿', due: '2026-11-20T06:00:00Z', yuan: '999999' }) },
};
let other: string;
beforeAll(async () => {
  other = (await w.owner.query(`insert into centre (company_id, centre_id, code, name, zone, created_at) values ($1, gen_random_uuid(), 'YS', '云栖苑', 'Asia/Shanghai', '2020-01-01') returning centre_id`, [w.company])).rows[0].centre_id;
});

/** Refusals that keep the record true, whatever a company follows: codes by rule. */
const STANDS: Readonly<Record<string, readonly string[]>> = {
  // said already, or there is none of it: nothing twice, nothing about what isn't there
  'ARC-04': ['move_in_day', 'number_given'], 'CBK-01': ['called_back_already'], 'CBK-02': ['called_back_already'], 'CBK-04': ['rejects_already'], 'CBK-08': ['no_callback', 'no_open_question', 'due_in_past'],
  'CBK-09': ['nothing_to_sign'], 'CMP-02': ['promise_in_past'], 'CMP-03': ['acknowledged_already', 'not_flagged'], 'CMP-08': ['feedback_in_past'], 'CMP-16': ['approved_already'], 'CMP-18': ['no_outside_cause'],
  'CMP-49': ['no_reply_yet', 'not_referred', 'passed_on_already'], 'DOOR-01': ['not_paused', 'paused_already'], 'FCR-07': ['accepted_already', 'by_name'], 'FCR-09': ['told_already'], 'FCR-10': ['same_kind'], 'FCR-12': ['noted_already', 'reported_already'],
  'FCR-18': ['still_open'], 'FCR-23': ['no_such_form', 'not_accepted', 'nothing_to_settle'], 'FCR-28': ['escalated_already'], 'FCR-33': ['done_already', 'evaluated_already'], 'FCR-35': ['holds_already'],
  'FCR-38': ['no_slip', 'no_such_slip', 'signed_already'], 'FCR-40': ['slip_out'], 'STD-03': ['kept_already', 'promise_in_past', 'released_already'], 'SHF-02': ['item_not_yours', 'settled', 'shift_not_begun', 'to_oneself', 'unsigned_one_waits'],
};
/** What an act is: without it there is no such act. */
const MEANS: typeof STANDS = {
  'CBK-02': ['can_be_reached', 'not_a_complaint', 'not_confirmed'], 'CMP-16': ['new_facts_satisfied', 'no_written_explanation', 'not_a_complaint', 'not_approved'], 'CMP-43': ['not_a_complaint'], 'FCR-10': ['not_a_complaint'], 'FCR-12': ['not_class_one'],
  'FCR-21': ['several'], 'FCR-22': ['another_centre', 'not_of_that_centre'], 'FCR-24': ['not_their_department', 'to_whom'], 'FCR-28': ['not_a_complaint'], 'FCR-32': ['established_already', 'judged_already', 'kind_missing', 'nobody_named', 'nothing_on_record', 'period', 'words_missing'],
  'FCR-33': ['due_is_past', 'measure_or_none', 'owner_not_here', 'words_missing'], 'FCR-34': ['lies_ahead'], 'FCR-40': ['other_kind', 'own_department'],
};
/** Nothing before what it rests on: a result before the handling has ended (CHO-03), a signature under nothing. */
const ORDER: typeof STANDS = {
  'CBK-01': ['not_handled', 'not_verified'], 'CMP-42': ['facts_not_found'], 'CMP-43': ['not_handled'], 'FCR-09': ['not_handled'], 'FCR-12': ['not_handled'], 'FCR-15': ['not_answered'], 'FCR-22': ['not_reported'], 'FCR-25': ['not_handled'], 'FCR-29': ['no_answer_yet'], 'FCR-33': ['not_solved'],
};
/** Whose it is to do, and who is protected: what a rule allows to few isn't everybody's when it is off. CMP-14 is what CHO-04 says always holds. */
const WHOSE: typeof STANDS = {
  'ARC-07': ['say_why'], 'CBK-09': ['not_their_department'], 'CMP-03': ['not_above'], 'CMP-14': ['company_calls'], 'FCR-07': ['not_receiving_post'], 'FCR-09': ['not_first_contact'], 'FCR-10': ['reporter_protected'], 'FCR-12': ['not_filed_with_you', 'not_responsible_manager'], 'FCR-21': ['relations_lead_names'],
  'FCR-22': ['coordinator'], 'FCR-23': ['relations_lead_settles'], 'FCR-24': ['offered_to_another'], 'FCR-29': ['not_first_contact'], 'FCR-32': ['not_concerned', 'own_breach'], 'FCR-33': ['not_owner'], 'FCR-35': ['taker_has_no_post'], 'FCR-38': ['not_head', 'not_signer', 'not_their_slip', 'other_department'],
};
/** The roster is one book of hours: all that SHF-01 refuses keeps it true. */
const WHOLE: readonly string[] = ['SHF-01'];

const SOURCES = new URL('..', import.meta.url);
/** Every refusal in the code that names a rule which may be off. */
function switchable(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const named = files.flatMap((file) => [...readFileSync(new URL(file, SOURCES), 'utf8').matchAll(/no\('([A-Z]{3,4}-\d+)', ['`]([^'`]+)['`]/g)].map(([, rule, code]) => `${rule} ${code}`));
  return [...new Set(named)].filter((one) => { const [rule] = one.split(' '); return RULEBOOK.has(rule!) && !alwaysOn(rule!) && !WHOLE.includes(rule!); }).sort();
}

describe('a rule that is off refuses nothing', () => {
  test('CHO-16 every refusal that names a rule which may be off either ceases with it, or keeps the record true and is named here', () => {
    const stands = [STANDS, MEANS, ORDER, WHOSE].flatMap((table) => Object.entries(table).flatMap(([rule, codes]) => codes.map((code) => `${rule} ${code}`)));
    expect(switchable()).toEqual([...Object.keys(ASKS), ...stands].sort());
  });
  test.each(Object.keys(ASKS))('CHO-16 %s: refused while the rule is on, done once it alone is off', async (refusal) => {
    const { choices, as = refusal, tries } = ASKS[refusal]!;
    await publish([], choices);
    expect(await tries()).toBe(as);
    await publish([refusal.split(' ')[0]!], choices);
    expect(await tries()).toBe('done');
  });
  test('CHO-16 the screen is told which rules are off where the matter is handled, and asks for nothing of theirs', async () => {
    await publish(['CMP-29', 'CBK-15']);
    const number = await ownWork();
    const { standing } = (await w.as('linxiaoyan').get(`/matters/${number}`)).json();
    expect([standing.off, standing.handledByYou]).toEqual([['CMP-29', 'CBK-15'], false]);
  });
});
