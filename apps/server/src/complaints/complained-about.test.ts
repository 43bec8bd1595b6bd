import type { PostHeld } from '@shouwen/contract/staff';
import { POST_CODES } from '@shouwen/contract/posts';
import type { Verb } from '@shouwen/contract/matters';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { DEEDS } from '../app/deeds.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
/** FCR-22: another centre, and somebody there. */
const [other, neighbour] = [v7(), v7()];
/** 吴秀英 is complained about; she holds every post there is, so that nothing but CMP-44 stands in her way. */
beforeAll(async () => {
  w = await world('2026-11-20T01:00:00Z');
  c = complaintsIn(w);
  await w.owner.query(`insert into centre (company_id, centre_id, code, name, zone, created_at) values ($1, $2, 'YS', '云栖苑', 'Asia/Shanghai', '2020-01-01')`, [w.company, other]);
  await w.owner.query(`insert into staff (company_id, staff_id, name, kind, entered_at) values ($1, $2, '云栖员', 'person', '2020-01-01')`, [w.company, neighbour]);
  await w.owner.query(`insert into post_held (company_id, held_id, staff_id, post, centre_id, held_from, given_at) values ($1, $2, $3, 'butler', $4, '2020-01-01', '2020-01-01')`, [w.company, v7(), neighbour, other]);
  (w.staff.wuxiuying as { posts: readonly PostHeld[] }).posts = POST_CODES.filter((post) => post !== 'auditor').map((post) => ({ post, centreId: null, departmentId: null }));
});
afterAll(() => w.end());

/** What she may still do: be heard, take in what customers say, learn of what is due and of the result, warn; an emergency waits for nobody. */
const FREE: readonly Verb[] = ['notes', 'customer-trips', 'repeats', 'risk-flags', 'risk-acknowledgements', 'result-receipts', 'alarm-notes', 'duty-manager-reports'];
type Step = readonly [who: Person, verb: Verb, body?: object | ((number: string) => Promise<object>)];
const promiseOf = async (number: string) => ({ promiseId: (await c.factsOf(number, 'promised')).at(-1)!.data.promise });
const MORNING = '2026-11-20T02:00:00Z';
const LIFE: readonly Step[] = [
  ['linxiaoyan', 'acceptances'],
  ['linxiaoyan', 'handovers', async () => ({ toDepartmentId: w.departments['工程维护部'], way: 'dispatched' })],
  ['linxiaoyan', 'slips', async () => ({ toDepartmentId: w.departments['工程维护部'], text: '客服不能解决' })],
  ['sunlijun', 'acceptances'],
  ['sumin', 'coordination-forms', async () => ({ departmentIds: Object.values(w.departments), leadDepartmentId: w.departments['工程维护部'], text: '两部门配合' })],
  ['sunlijun', 'conflict-escalations', async (number) => ({ slip: `${number}-S1`, text: '谈不拢' })],
  ['linxiaoyan', 'centre-crossings', async () => ({ to: 'centre_manager', centreId: other, text: '两小区共用' })],
  ['zhenghaitao', 'centre-coordinations', async () => ({ staffId: neighbour, text: '请配合' })],
  ['sunlijun', 'wrong-transfers', { note: '应由安全管理部处理' }],
  ['sumin', 'coordinations-settled', async (number) => ({ form: `${number}-C2`, text: '内部协调' })],
  ['sunlijun', 'responsible-persons', async () => ({ staffId: w.ids.liangwei })],
  ['linxiaoyan', 'kind-decisions', { kind: 'opinion', reason: '只是意见' }],
  ['linxiaoyan', 'kind-decisions', { kind: 'complaint', reason: '客户要投诉' }],
  ['liangwei', 'contacts', { whom: 'customer', way: 'phone', text: '已联系' }],
  ['liangwei', 'interim-replies', { text: '正在查', way: 'phone', promisedFor: MORNING }],
  ['liangwei', 'promises', { what: '上门查看', due: MORNING }],
  ['liangwei', 'promise-moves', async (number) => ({ ...await promiseOf(number), due: '2026-11-20T03:00:00Z', customerAgreed: true })],
  ['liangwei', 'promises-kept', async (number) => ({ ...await promiseOf(number), proof: '已上门' })],
  ['liangwei', 'promises', { what: '送检测报告', due: '2026-11-20T03:00:00Z' }],
  ['liangwei', 'promise-releases', async (number) => ({ ...await promiseOf(number), words: '不用送了' })],
  ['liangwei', 'fact-findings', { text: '已查明', onSite: true }],
  ['liangwei', 'investigation-reports'],
  ['liangwei', 'negotiations', { text: '已商定', agreed: true }],
  ['liangwei', 'claims', { yuan: '300' }],
  ['liangwei', 'fault-statements', { fault: 'alleged', text: '说我们没及时修' }],
  ['liangwei', 'complained-about-namings', { unit: '电梯维保单位', reason: '客户指名' }],
  ['liangwei', 'outside-causes', { unit: '供电局' }],
  ['liangwei', 'progress-reports', { text: '供电局已派人' }],
  ['liangwei', 'pauses', async () => ({ reason: 'awaiting_customer', allowedBy: w.ids.sumin, customerTold: true })],
  ['liangwei', 'resumptions'],
  ['liangwei', 'conclusive-replies', async () => c.explanation],
  ['liangwei', 'passed-on-replies'],
  ['liangwei', 'slip-results', async (number) => ({ slip: `${number}-S1`, text: '已处理' })],
  ['sunlijun', 'signing-deputies', async (number) => ({ slip: `${number}-S1`, staffId: w.ids.liangwei })],
  ...([['sunlijun', 'to_department'], ['sumin', 'from_department'], ['hejiayi', 'first_contact_person']] as const).map(([who, as]): Step => [who, 'slip-signatures', async (number) => ({ slip: `${number}-S1`, as, seal: true })]),
  ['zhenghaitao', 'explanation-approvals', { reason: '依据充分' }],
  ['liangwei', 'work-done', { text: '已处理' }],
  ['sumin', 'verifications', { passed: true, text: '属实' }],
  ['linxiaoyan', 'tellings', { whom: 'first_contact_person', result: true, text: '已处理' }],
  ['hejiayi', 'answer-verifications', { answered: true, by: 'customer' }],
  ['sumin', 'closures', { way: 'explained' }],
  ['tanjing', 'callbacks', async () => ({ ...c.said, newMatters: [{ kind: 'suggestion', whatHappened: '增设快递柜' }] })],
  ['sunlijun', 'callback-slip-signatures', async (number) => { const [came] = (await c.factsOf(number, 'callback_recorded'))[0]!.data.ledTo!; await c.done('linxiaoyan', came!, 'acceptances'); await c.done('linxiaoyan', came!, 'conclusive-replies', { stance: 'not_responsible', text: '已列入计划', way: 'phone' }); return { text: '已告知客户' }; }],
  ['tanjing', 'questions', { text: '何时公示' }],
  ['tanjing', 'question-answers', async (number) => ({ questionId: (await c.factsOf(number, 'question_asked'))[0]!.data.question, text: '下周一' })],
];
const ELSEWHERE: readonly Step[] = [
  ['tanjing', 'takings-over', { role: 'holder', reason: '交班', standing: '待答复' }],
  ['linxiaoyan', 'unreached-persons', { person: '孙立军', question: '何时修好' }],
  ['linxiaoyan', 'outside-findings'],
  ['linxiaoyan', 'referrals-told', { unit: '供电局' }],
  ['sumin', 'callback-exemptions', { ground: 'sensitive', reason: '不宜回访' }],
  ['sumin', 'time-corrections', async (number) => ({ factId: (await c.factsOf(number, 'contacted'))[0]!.id, to: '2026-11-20T00:50:00Z', reason: '记错' })],
  ['sumin', 'entry-errors', { reason: '重复登记' }],
];
/** Of a class I matter alone (FCR-12), once it has been reported to the duty manager and handled. */
const CLASS_ONE: readonly Step[] = [
  ['zhenghaitao', 'work-records', { text: '09:02 断电，09:10 扑灭' }],
  ['zhenghaitao', 'special-event-reports', { whatHappened: '配电箱起火', cause: '线路老化', course: '断电后扑灭', result: '无人受伤' }],
  ['xuguoliang', 'special-event-notings'],
];

/** Each act is tried by the person complained about, and then done in the very same words by a colleague. */
async function walk(steps: readonly Step[], number: string) {
  for (const [who, verb, given] of steps) {
    const body = typeof given === 'function' ? await given(number) : given ?? {};
    expect([verb, await c.refused('wuxiuying', number, verb, body)]).toEqual([verb, 'CMP-44 complained_about']);
    await c.done(who, number, verb, body);
  }
}
const against = () => c.register({ personComplainedAbout: w.ids.wuxiuying, referredBy: '街道办', receivedAt: '2026-11-20T00:40:00Z' });

test('CMP-44 the person complained about does none of what makes the life of a complaint; a colleague does each of it', async () => {
  const number = await against();
  await walk(LIFE, number);
});
test('CMP-44 nor what lies beside it', async () => { await walk(ELSEWHERE, await against()); });
test('CMP-44 nor what a class I matter asks for besides', async () => {
  const number = await c.register({ kind: 'hazard_or_disaster', personComplainedAbout: w.ids.wuxiuying });
  for (const [who, verb, body] of [['zhenghaitao', 'duty-manager-reports', {}], ['zhenghaitao', 'acceptances', {}], ['zhenghaitao', 'work-done', { text: '已扑灭' }]] as const) await c.done(who, number, verb, body);
  await walk(CLASS_ONE, number);
});
test('CMP-44 no act on a matter is left out: it is barred here, or free on purpose', () => {
  const walked = [...LIFE, ...ELSEWHERE, ...CLASS_ONE].map(([, verb]) => verb);
  expect([...DEEDS.keys()].filter((verb) => !walked.includes(verb) && !FREE.includes(verb))).toEqual([]);
});
test('CMP-44 nobody puts it into their hands, or names them as who allowed something; a colleague can be named', async () => {
  const number = await against();
  const naming: readonly [verb: Verb, (staffId: string) => object][] = [
    ['acceptances', (spokeWith) => ({ spokeWith })], ['handovers', (toStaffId) => ({ toStaffId, way: 'dispatched' })], ['takings-over', (toStaffId) => ({ role: 'first_contact_person', toStaffId, reason: '交班', standing: '待答复' })],
    ['responsible-persons', (staffId) => ({ staffId })], ['pauses', (allowedBy) => ({ reason: 'awaiting_customer', allowedBy, customerTold: true })],
  ];
  for (const [verb, named] of naming) {
    expect([verb, await c.refused('linxiaoyan', number, verb, named(w.ids.wuxiuying))]).toEqual([verb, 'CMP-44 complained_about']);
    await c.done('linxiaoyan', number, verb, named(w.ids.tanjing));
  }
});
test('CMP-44 they are heard, and on other complaints nothing bars them', async () => {
  const number = await against();
  await c.done('wuxiuying', number, 'notes', { text: '当天我不在岗' });
  await c.done('wuxiuying', await c.register(), 'fact-findings', { text: '已查明', onSite: true });
});
test('CMP-44 a superior of theirs who worked on it is shown', async () => {
  const flags = async (number: string) => (await w.as('linxiaoyan').get(`/matters/${number}`)).json().flags.filter(({ rule }: { rule: string }) => rule === 'CMP-44').map(({ zh }: { zh: string }) => zh);
  const number = await c.accepted({ personComplainedAbout: w.ids.liangwei });
  expect(await flags(number)).toEqual([]);
  await c.done('linxiaoyan', number, 'handovers', { toDepartmentId: w.departments['工程维护部'], way: 'dispatched' });
  await c.done('sunlijun', number, 'acceptances');
  expect(await flags(number)).toEqual(['被投诉人的直接上级孙立军参与了办理']);
});

test('CMP-44 who is named after the intake is barred from then on; what they hold goes to their direct superior, and each named before stays barred', async () => {
  const number = await c.accepted();
  await c.done('linxiaoyan', number, 'handovers', { toDepartmentId: w.departments['工程维护部'], way: 'dispatched' });
  await c.done('sunlijun', number, 'acceptances');
  await c.done('sunlijun', number, 'handovers', { toStaffId: w.ids.liangwei, way: 'dispatched' });
  await c.done('liangwei', number, 'acceptances');
  await c.done('sunlijun', number, 'responsible-persons', { staffId: w.ids.liangwei });
  expect(await c.refused('linxiaoyan', number, 'complained-about-namings', { reason: '说是维修工' })).toBe('CMP-44 who');
  await c.done('linxiaoyan', number, 'complained-about-namings', { staffId: w.ids.liangwei, reason: '说就是上门的梁师傅' });
  expect(await c.refused('linxiaoyan', number, 'complained-about-namings', { staffId: w.ids.liangwei, reason: '再记' })).toBe('CMP-44 named_already');
  const { holder, standing } = (await w.as('linxiaoyan').get(`/matters/${number}`)).json();
  expect([holder.name, standing.responsiblePerson]).toEqual(['孙立军', null]);
  for (const [verb, body] of [['fact-findings', { text: '已查明', onSite: true }], ['work-done', { text: '已修' }], ['conclusive-replies', c.reply]] as const)
    expect([verb, await c.refused('liangwei', number, verb, body)]).toEqual([verb, 'CMP-44 complained_about']);
  expect(await c.refused('sunlijun', number, 'responsible-persons', { staffId: w.ids.liangwei })).toBe('CMP-44 complained_about');
  await c.done('linxiaoyan', number, 'complained-about-namings', { staffId: w.ids.dengbin, reason: '还说了保安' });
  for (const who of ['liangwei', 'dengbin'] as const) expect(await c.refused(who, number, 'fact-findings', { text: '已查明', onSite: true })).toBe('CMP-44 complained_about');
  await c.done('sunlijun', number, 'fact-findings', { text: '已查明', onSite: true });
});
test('CMP-34 a fault of ours is alleged or found after the intake too, beside what was said then; of a complaint alone', async () => {
  const number = await c.register({ claimYuan: '1200', faultAlleged: false });
  await c.done('linxiaoyan', number, 'fault-statements', { fault: 'alleged', text: '改口说是我们没关窗' });
  expect((await c.factsOf(number, 'fault_stated')).map(({ data }) => [data.fault, data.text])).toEqual([['not_alleged', undefined], ['alleged', '改口说是我们没关窗']]);
  expect((await w.as('linxiaoyan').act(number, 'fault-statements', { fault: 'not_alleged', text: '没有责任' })).statusCode).toBe(400);
  expect(await c.refused('linxiaoyan', await c.register({ kind: 'repair' }), 'fault-statements', { fault: 'alleged', text: '怪我们' })).toBe('FCR-10 not_a_complaint');
});
