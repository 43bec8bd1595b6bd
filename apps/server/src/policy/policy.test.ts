import { POLICY_ROUTES, type PolicyDraft, type PolicyPage } from '@shouwen/contract/policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-02T01:00:00Z'); });
afterAll(() => w.end());

const get = async <T>(who: Person, path: string): Promise<T> => { const answer = await w.as(who).get(path); expect([path, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([path, 200, '']); return answer.json<T>(); };
const open = async (who: Person = 'fangmin', centreId: string | null = null) => { const answer = await w.as(who).post('/policy/drafts', { centreId, why: '第四季度修订' }); expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]); return answer.json<PolicyDraft>(); };
const change = (who: Person, draft: { id: string; revision: number }, body: object) => w.as(who).post(`/policy/drafts/${draft.id}`, body, { 'if-match': `"${draft.revision}"` });
const step = (who: Person, draft: { id: string; revision: number }, verb: string, body: object = {}) => w.as(who).post(`/policy/drafts/${draft.id}/${verb}`, body, { 'if-match': `"${draft.revision}"` });
const changed = async (who: Person, draft: { id: string; revision: number }, body: object) => { const answer = await change(who, draft, body); expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]); return answer.json<PolicyDraft>(); };
const published = async (who: Person, draft: { id: string; revision: number }, body: object = { mode: 'new' }) => { const answer = await step(who, draft, 'publish', body); expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]); return answer.json<{ version: string; run: string | null }>(); };
const paramOf = (page: PolicyPage, key: string) => page.areas.flatMap((area) => area.rules).flatMap((rule) => rule.params).find((one) => one.key === key)!;
const minute = (by: string) => { w.moveClock(new Date(w.now().getTime() + 60_000 * Number(by)).toISOString()); };

describe('a version', () => {
  test('CAL-09 is drafted, changed, published, and tells who set which number when; the why says it with the company\'s own sentence', async () => {
    const draft = await open();
    expect(draft).toMatchObject({ version: '2026-1', state: 'draft', changes: 0, author: { name: '方敏' }, may: { change: true, publish: true, approve: false } });
    const after = await changed('fangmin', draft, { numbers: { 'FCR-07/handover_within': '20min' }, choices: { second_transfer: 'once_by_relations_lead' }, off: { 'FCR-34': true }, manual: { 'FCR-07': '二十分钟内必须有人接手。' } });
    expect(after).toMatchObject({ revision: 2, changes: 4, content: { numbers: { 'FCR-07/handover_within': '20min' }, off: ['FCR-34'] } });
    let page = await get<PolicyPage>('hejiayi', '/policy');
    const cited = page.areas.flatMap(({ rules }) => rules.flatMap(({ src }) => [...src.en.matchAll(/\bS\d/g)].map(([key]) => key)));
    expect([...new Set(cited)].sort()).toEqual(page.sources.map(({ key }) => key));
    expect(paramOf(page, 'FCR-07/handover_within')).toMatchObject({ usual: '30min', inForce: '30min', draft: '20min', read: true, allowed: { kind: 'period' } });
    expect(page.areas.find(({ area }) => area === 'first-contact')).toMatchObject({ zh: '首问责任制', changed: 2 });
    expect(page.may).toEqual({ draft: false, approve: false, setApproval: false });
    await published('zhouqiming', after);
    minute('10');
    page = await get<PolicyPage>('hejiayi', `/policy?centre=${w.centre}`);
    expect(page.inForce.version).toBe('2026-1');
    expect(paramOf(page, 'FCR-07/handover_within')).toMatchObject({ inForce: '20min', draft: null, own: { usual: '30min', by: '方敏' } });
    expect(page.choices.find(({ setting }) => setting === 'second_transfer')).toMatchObject({ usual: 'never', inForce: 'once_by_relations_lead' });
    expect(page.areas.flatMap(({ rules }) => rules).find(({ id }) => id === 'FCR-34')!.off.inForce).toBe(true);
    const number = await complaintsIn(w).register();
    const clock = await clockOf(number, 'FCR-07/handover_within');
    expect(clock.sentence.zh).toContain('20');
    expect(clock.sentence.zh).toMatch(/条款默认30min，方敏，?.*设定/);
    expect(clock.sentence.zh).toContain('二十分钟内必须有人接手。');
  });
  test('CAL-09 two versions are compared, and history tells who and why', async () => {
    const compared = await get<{ numbers: unknown[]; choices: unknown[]; off: unknown[]; manual: unknown[] }>('qianshen', '/policy/compare?one=rulebook&other=2026-1');
    expect(compared.numbers).toEqual([expect.objectContaining({ key: 'FCR-07/handover_within', one: '30min', other: '20min' })]);
    expect([compared.choices.length, compared.off.length, compared.manual.length]).toEqual([1, 1, 1]);
    expect(await get('qianshen', '/policy/versions')).toMatchObject({ rows: [{ version: '2026-1', why: '第四季度修订', author: { name: '方敏' }, publishedBy: { name: '周启明' }, state: 'in_force', changes: 4 }], next: null });
    const whole = await get<{ history: { what: string; by: { name: string } }[] }>('qianshen', '/policy/versions/2026-1');
    expect(whole.history.map(({ what, by }) => `${what} ${by.name}`)).toEqual(['opened 方敏', 'changed 方敏', 'published 周启明']);
    expect((await w.as('qianshen').get('/policy/compare?one=rulebook&other=nothing')).statusCode).toBe(404);
  });
  test('CAL-09 a published version never changes, whoever tries', async () => {
    await expect(w.owner.query(`update policy_version set numbers = '{}'`)).rejects.toThrow('never changed');
    await expect(w.owner.query('delete from policy_version')).rejects.toThrow('never changed');
  });
  test('CAL-09 what was changed meanwhile is not written over, one draft at a time, and the next begins with the last', async () => {
    const draft = await open();
    expect(draft.content.numbers).toEqual({ 'FCR-07/handover_within': '20min' });
    expect((await w.as('zhouqiming').post('/policy/drafts', { centreId: null })).json()).toMatchObject({ code: 'draft_open' });
    const second = await changed('fangmin', draft, { numbers: { 'FCR-07/handover_within': null } });
    expect(second.content.numbers).toEqual({});
    const stale = await change('zhouqiming', draft, { why: '旧' });
    expect([stale.statusCode, stale.json().newer.revision]).toEqual([409, 2]);
    expect((await w.as('fangmin').post(`/policy/drafts/${draft.id}`, { why: '无' })).statusCode).toBe(428);
    expect((await step('fangmin', second, 'discard')).json()).toMatchObject({ state: 'discarded' });
    expect((await change('fangmin', { ...second, revision: 3 }, { why: '再改' })).json()).toMatchObject({ code: 'not_now' });
  });
  test('CAL-09 the same write sent twice is done once', async () => {
    const key = { 'idempotency-key': v7() };
    const [one, two] = [await w.as('fangmin').post('/policy/drafts', { centreId: null }, key), await w.as('fangmin').post('/policy/drafts', { centreId: null }, key)];
    expect(one.json().id).toBe(two.json().id);
    expect((await step('fangmin', one.json(), 'discard')).statusCode).toBe(200);
  });
  test('CAL-09 it begins neither in the past nor before the one before it', async () => {
    const draft = await open();
    expect((await step('fangmin', draft, 'publish', { mode: 'new', from: '2026-11-01T00:00:00Z' })).json()).toMatchObject({ code: 'in_the_past', field: 'from' });
    await published('fangmin', draft, { mode: 'new', from: '2026-12-01T00:00:00+08:00' });
    const next = await open();
    expect((await step('fangmin', next, 'publish', { mode: 'new' })).json()).toMatchObject({ code: 'before_the_last' });
    await step('fangmin', next, 'discard');
    expect((await get<{ rows: { state: string }[] }>('fangmin', '/policy/versions?limit=1'))).toMatchObject({ rows: [{ state: 'coming' }], next: '2026-2' });
    expect((await get<{ rows: { state: string }[] }>('fangmin', '/policy/versions?limit=1&after=2026-2'))).toMatchObject({ rows: [{ state: 'in_force' }], next: null });
  });
});

describe('what may be set', () => {
  let draft: PolicyDraft;
  beforeAll(async () => { draft = await open('zhenghaitao', w.centre); });
  afterAll(() => step('zhenghaitao', draft, 'discard'));
  test.each<[what: string, change: object, rule: string, field: string, allowed: string]>([
    ['CMP-32 a period that is none', { numbers: { 'CMP-32/within': '两天' } }, 'CMP-32', 'CMP-32/within', '30min'],
    ['CMP-32 a period of a hundred years', { numbers: { 'CMP-32/within': '36500d' } }, 'CMP-32', 'CMP-32/within', '十年'],
    ['CAL-10 a share above one', { numbers: { 'CAL-10/warn_at_share': 1.5 } }, 'CAL-10', 'CAL-10/warn_at_share', '0 至 1'],
    ['CAL-08 the 30th as first day of a month', { numbers: { 'CAL-08/month_starts_on_day': 30 } }, 'CAL-08', 'CAL-08/month_starts_on_day', '1 至 28'],
    ['CMP-33 the 32nd', { numbers: { 'CMP-33/by_day': 32 } }, 'CMP-33', 'CMP-33/by_day', '1 至 31'],
    ['CAL-05 a switch that is a word', { numbers: { 'CAL-05/roll_fixed_date': 'yes' } }, 'CAL-05', 'CAL-05/roll_fixed_date', '“是”或“否”'],
    ['FCR-13 a start that no manual has', { numbers: { 'FCR-13/counted_from': 'tomorrow' } }, 'FCR-13', 'FCR-13/counted_from', 'end_of_handling'],
    ['CMP-31 a channel that is none', { numbers: { 'CMP-31/channels': ['pigeon'] } }, 'CMP-31', 'CMP-31/channels', 'in_person'],
    ['CMP-49 a channel mapped to no answer clock', { numbers: { 'CMP-49/channel_clock.fax': 'CMP-01' } }, 'CMP-49', 'CMP-49/channel_clock.fax', 'CMP-32'],
    ['CAL-11 hours, which are the centre\'s', { numbers: { 'CAL-11/work_end': '17:00' } }, 'CAL-11', 'CAL-11/work_end', '服务中心'],
    ['CHO-06 a choice that is none', { choices: { second_transfer: 'twice' } }, 'CHO-06', 'second_transfer', 'never'],
    ['CHO-16 safety switched off', { off: { 'FCR-11': true } }, 'CHO-16', 'off', '始终有效'],
  ])('%s is refused with rule, field and what is allowed', async (_, body, rule, field, allowed) => {
    const answer = await change('zhenghaitao', draft, body);
    expect([answer.statusCode, answer.json()]).toEqual([422, expect.objectContaining({ rule, field })]);
    expect(answer.json().zh).toContain(allowed);
  });
  test('CAL-09 none and another manual\'s number are legal', async () => {
    const after = await changed('zhenghaitao', draft, { numbers: { 'CMP-32/within': 'none', 'CMP-18/progress_every': '5d', 'FCR-13/counted_from': 'end_of_handling', 'CMP-31/channels': ['phone'], 'CAL-10/warn_at_share': 0.5 } });
    expect(after.changes).toBe(5);
    draft = after;
  });
});

describe('who may', () => {
  test('ORG-01 a centre\'s manager drafts for the centre alone, staff read, the leader in charge approves', async () => {
    expect((await w.as('zhenghaitao').post('/policy/drafts', { centreId: null })).json()).toMatchObject({ rule: 'ORG-01' });
    expect((await w.as('sumin').post('/policy/drafts', { centreId: w.centre })).json()).toMatchObject({ rule: 'ORG-01' });
    expect((await w.as('fangmin').post('/policy/approval', { required: true, why: '试行' }, { 'if-match': '"1"' })).json()).toMatchObject({ rule: 'ORG-01' });
    for (const who of ['dengbin', 'qianshen', 'hejiayi'] as const) expect((await w.as(who).get('/policy')).statusCode).toBe(200);
  });
  test('CAL-09 where the company wants it nothing is published before a second person approved it', async () => {
    expect((await w.as('xuguoliang').post('/policy/approval', { required: true, why: '试行' }, { 'if-match': '"9"' })).statusCode).toBe(409);
    const { approval } = await get<PolicyPage>('xuguoliang', '/policy');
    expect((await w.as('xuguoliang').post('/policy/approval', { required: true }, { 'if-match': `"${approval.revision}"` })).statusCode).toBe(400);
    expect((await w.as('xuguoliang').post('/policy/approval', { required: true, why: '改数须两人过目' }, { 'if-match': `"${approval.revision}"` })).json()).toMatchObject({ required: true });
    let draft = await changed('zhenghaitao', await open('zhenghaitao', w.centre), { numbers: { 'CMP-18/progress_every': '5d' } });
    expect((await step('zhenghaitao', draft, 'publish', { mode: 'new' })).json()).toMatchObject({ rule: 'CAL-09', code: 'not_approved' });
    draft = (await step('zhenghaitao', draft, 'submit', { note: '请审' })).json();
    expect((await change('zhenghaitao', draft, { numbers: { 'CMP-18/progress_every': '9d' } })).json()).toMatchObject({ code: 'not_now' });
    expect((await step('zhenghaitao', draft, 'approve')).json()).toMatchObject({ rule: 'ORG-01' });
    draft = (await step('xuguoliang', draft, 'send-back', { note: '请说明理由' })).json();
    expect(draft.state).toBe('draft');
    draft = (await step('zhenghaitao', draft, 'submit')).json();
    draft = (await step('xuguoliang', draft, 'approve', { note: '同意' })).json();
    expect((await step('zhenghaitao', draft, 'publish', { mode: 'new', from: '2026-12-02T00:00:00+08:00' })).json()).toMatchObject({ version: 'LH-2026-1' });
    const whole = await get<{ approvedBy: { name: string }; history: { what: string; note: string | null }[] }>('fangmin', '/policy/versions/LH-2026-1');
    expect(whole.approvedBy.name).toBe('许国梁');
    expect(whole.history.map(({ what }) => what)).toEqual(['opened', 'changed', 'submitted', 'sent_back', 'submitted', 'approved', 'published']);
    const second = (await get<PolicyPage>('xuguoliang', '/policy')).approval.revision;
    expect((await w.as('xuguoliang').post('/policy/approval', { required: true, why: '再设' }, { 'if-match': `"${second}"` })).json()).toMatchObject({ rule: 'CAL-09', code: 'so_already' });
    minute('1');
    await w.as('xuguoliang').post('/policy/approval', { required: false, why: '试行结束' }, { 'if-match': `"${second}"` });
    expect((await get<PolicyPage>('hejiayi', '/policy')).approval.history).toMatchObject([{ required: false, by: { name: '许国梁' }, why: '试行结束' }, { required: true, by: { name: '许国梁' }, why: '改数须两人过目' }]);
  });
  test('CAL-09 a centre\'s first version counts what it changes, not the rules the company has off; what is set back is what its own version says', async () => {
    expect(await get('fangmin', '/policy/versions/LH-2026-1')).toMatchObject({ changes: 1, content: { off: ['FCR-34'] } });
    expect((await get<PolicyPage>('fangmin', '/policy')).centres).toMatchObject([{ own: 1 }]);
    const now = w.now().toISOString();
    w.moveClock('2026-12-03T00:00:00+08:00');
    const page = await get<PolicyPage>('zhenghaitao', `/policy?centre=${w.centre}`);
    expect(paramOf(page, 'CMP-18/progress_every')).toMatchObject({ inForce: '5d', layerSays: '5d' });
    expect(paramOf(page, 'CMP-32/within')).toMatchObject({ layerSays: null });
    const draft = await open('zhenghaitao', w.centre);
    const after = await changed('zhenghaitao', await changed('zhenghaitao', draft, { numbers: { 'CMP-18/progress_every': '9d', 'CMP-32/within': '1wd' } }), { numbers: { 'CMP-18/progress_every': '5d', 'CMP-32/within': null } });
    expect([after.changes, after.content.numbers]).toEqual([0, { 'CMP-18/progress_every': '5d' }]);
    await step('zhenghaitao', after, 'discard');
    w.moveClock(now);
  });
  test('CHO-13, CHO-15 what nothing in the product goes by yet says so; every other choice is gone by', async () => {
    const { choices } = await get<PolicyPage>('hejiayi', '/policy');
    expect(choices.filter(({ read }) => !read).map(({ setting }) => setting)).toEqual(['visit_on_request', 'cases_shared']);
  });
  test('every address of the contract is there', async () => {
    for (const { method, path } of Object.values(POLICY_ROUTES)) expect([path, w.house.hasRoute({ method, url: `/api/v1${path}` })]).toEqual([path, true]);
  });
});

describe('warnings', () => {
  test('CAL-04 from November on a holiday notice of next year that is missing is told', async () => {
    const warned = async () => (await get<PolicyPage>('fangmin', '/policy')).warnings.map(({ code }) => code);
    expect(await warned()).toContain('no_notice');
    const now = w.now().toISOString();
    w.moveClock('2026-10-31T15:59:00Z');
    expect(await warned()).not.toContain('no_notice');
    w.moveClock(now);
  });
  test('FCR-07, FCR-40, CHO-08 a draft that contradicts itself says so, with the rules', async () => {
    await w.owner.query(`update post_held set held_until = '2026-06-01' where post = 'quality_department' and staff_id <> $1`, [w.ids.fangmin]);
    const draft = await open('zhouqiming');
    await changed('zhouqiming', draft, { numbers: { 'FCR-07/handover_within': '2h', 'CAL-10/warn_at_share': 1 }, choices: { handover_route: 'by_line', second_transfer: 'never' }, off: { 'CMP-12': true, 'CMP-31': true } });
    const { warnings } = await get<PolicyPage>('zhouqiming', '/policy');
    const of = (code: string) => warnings.filter((one) => one.code === code).map(({ rules }) => rules);
    expect(of('longer')).toContainEqual(['FCR-07', 'FCR-40']);
    expect(of('warn_share')).toEqual([['CAL-10']]);
    expect(of('route_needs_second_transfer')).toEqual([['CHO-01', 'CHO-06', 'FCR-23']]);
    expect(of('nobody_on_ladder')).toEqual([['CHO-08', 'CAL-10']]);
    expect(of('no_answer_clock')).toEqual([['CHO-05', 'CMP-12']]);
    expect(of('channel_without_clock')).toEqual([['CMP-49', 'CMP-31']]);
    for (const { zh, en } of warnings) expect([zh.endsWith('。'), en.endsWith('.')]).toEqual([true, true]);
    await step('zhouqiming', { ...draft, revision: 2 }, 'discard');
  });
});

async function clockOf(number: string, name: string) {
  return (await w.as('sumin').get(`/matters/${number}`)).json().clocks.find((clock: { name: string }) => clock.name === name);
}
