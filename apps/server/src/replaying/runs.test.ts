import type { MovedClocks, Moves, PolicyDraft, PolicyRun } from '@shouwen/contract/policy';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groundOf } from '../app/timekeeping.ts';
import { meansOf } from '../app/policy-runs.ts';
import { checkCompany } from '../checking/check-company.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';
import { doRun, type Means } from './do-run.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeEach(async () => { w = await world('2026-11-16T01:00:00Z'); c = complaintsIn(w); });
afterEach(() => w.end());

const means = (): Means => meansOf(w.db, w.counters, w.now);
const through = async (id: string, by = means()): Promise<PolicyRun> => { await doRun(by, { companyId: w.company, runId: id }); return (await w.as('fangmin').get(`/policy/runs/${id}`)).json(); };
async function drafted(numbers: object, more: object = {}): Promise<PolicyDraft> {
  const { id } = (await w.as('fangmin').post('/policy/drafts', { centreId: null })).json<PolicyDraft>();
  const answer = await w.as('fangmin').post(`/policy/drafts/${id}`, { numbers, ...more }, { 'if-match': '"1"' });
  expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
  return answer.json();
}
async function ask(draft: PolicyDraft, what: 'preview' | 'trial', body: object): Promise<string> {
  const answer = await w.as('fangmin').post(`/policy/drafts/${draft.id}/${what}`, body);
  expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
  return answer.json<PolicyRun>().id;
}
async function publish(draft: PolicyDraft, body: object): Promise<string | null> {
  const answer = await w.as('fangmin').post(`/policy/drafts/${draft.id}/publish`, body, { 'if-match': `"${draft.revision}"` });
  expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
  return answer.json<{ run: string | null }>().run;
}
/** The state of every running clock, from the table. */
const running = async () => (await w.owner.query(`select number, clock_id, due_at from clock join matter using (company_id, matter_id) where verdict is null order by number, clock_id`)).rows;
const clean = async () => (await checkCompany(w.db, w.company, w.now(), groundOf)).flatMap(({ findings }) => findings);

/** Matters in many states: new, accepted, answered, closed, by phone and by letter. */
async function some() {
  const numbers = [await c.register(), await c.register({ channel: 'letter' }), await c.register({ channel: 'forum' }), await c.register({ kind: 'inquiry' }), await c.register({ kind: 'repair' })];
  w.moveClock('2026-11-16T01:20:00Z');
  await c.done('linxiaoyan', numbers[0]!, 'acceptances');
  await c.done('linxiaoyan', numbers[1]!, 'acceptances');
  w.moveClock('2026-11-16T02:10:00Z');
  return numbers;
}

describe('a preview', () => {
  test('CAL-09 tells how many clocks move, which become overdue and which cease, and moves nothing', async () => {
    const numbers = await some();
    const before = await running();
    const draft = await drafted({ 'CMP-32/within': '1wd', 'CMP-31/within': 'none', 'FCR-30/respond_within.phone': '2h', 'FCR-17/promise_when_none_given': '3wd' });
    const { moves, state, total, done } = await through(await ask(draft, 'preview', { mode: 'running' }));
    expect([state, done]).toEqual(['done', total]);
    expect(moves).toMatchObject({ earlier: expect.any(Number), ceased: expect.any(Number) });
    expect(moves!.earlier).toBeGreaterThan(0);
    expect(moves!.ceased).toBeGreaterThan(0);
    expect(await running()).toEqual(before);
    const runs = (await w.as('zhenghaitao').get(`/policy/runs?draft=${draft.id}`)).json<{ rows: PolicyRun[] }>().rows;
    const ceased = (await w.as('fangmin').get(`/policy/runs/${runs[0]!.id}/clocks?change=ceased`)).json<MovedClocks>();
    expect(ceased.rows.map(({ matter, rule }) => [matter, rule])).toContainEqual([numbers[0], 'CMP-31']);
    expect(ceased.rows.length).toBe(moves!.ceased);
    const [first, all] = [(await w.as('fangmin').get(`/policy/runs/${runs[0]!.id}/clocks?limit=1`)).json<MovedClocks>(), (await w.as('fangmin').get(`/policy/runs/${runs[0]!.id}/clocks`)).json<MovedClocks>()];
    const second = (await w.as('fangmin').get(`/policy/runs/${runs[0]!.id}/clocks?limit=1&after=${encodeURIComponent(first.next!)}`)).json<MovedClocks>();
    expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 2));
  });
  test('CAL-09 a shorter number makes overdue at the version\'s date, never before it', async () => {
    await c.register({ channel: 'letter' });
    w.moveClock('2026-11-17T04:00:00Z');
    const draft = await drafted({ 'CMP-32/within': '10min' });
    const run = await through(await ask(draft, 'preview', { mode: 'running' }));
    expect(run.moves!.overdue).toBeGreaterThan(0);
    const { rows } = (await w.as('fangmin').get(`/policy/runs/${run.id}/clocks?change=overdue`)).json<MovedClocks>();
    expect(rows.find(({ rule }) => rule === 'CMP-32')).toMatchObject({ dueAfter: '2026-11-17T04:00:00.000Z', changes: ['earlier', 'overdue'] });
  });
  test('CAL-09 for new matters alone nothing moves', async () => {
    await some();
    const { moves } = await through(await ask(await drafted({ 'CMP-32/within': '1wd' }), 'preview', { mode: 'new' }));
    expect(moves).toMatchObject({ earlier: 0, later: 0, overdue: 0, ceased: 0, begun: 0, no_longer_overdue: 0 });
    expect(moves!.clocks).toBe(moves!.unchanged);
  });
  test('CAL-09 one that is given up stops, and what is published can\'t be given up', async () => {
    await some();
    const draft = await drafted({ 'CMP-32/within': '1wd' });
    const id = await ask(draft, 'preview', { mode: 'running' });
    expect((await w.as('fangmin').post(`/policy/runs/${id}/cancel`, {})).json()).toMatchObject({ state: 'cancelled' });
    expect(await through(id)).toMatchObject({ state: 'cancelled', done: 0 });
    expect((await w.as('fangmin').post(`/policy/runs/${id}/cancel`, {})).json()).toMatchObject({ code: 'ended' });
    const applied = await publish(draft, { mode: 'running' });
    expect((await w.as('fangmin').post(`/policy/runs/${applied}/cancel`, {})).json()).toMatchObject({ code: 'published' });
  });
});

describe('publishing', () => {
  test.each(['running', 'replay'] as const)('CAL-09 what the preview counted is what publishing does: %s', async (mode) => {
    await some();
    const period = fc.constantFrom('none', '10min', '2h', '1d', '3wd', 'same_day');
    const change = fc.record({ 'CMP-32/within': period, 'CMP-31/within': period, 'FCR-30/respond_within.other': period, 'FCR-17/promise_when_none_given': period, 'INQ-01/within': period, 'DOOR-01/within': period, 'FCR-07/handover_within': period }, { requiredKeys: [] });
    let minute = 11;
    await fc.assert(fc.asyncProperty(change, fc.boolean(), async (numbers, off) => {
      w.moveClock(`2026-11-16T02:${minute++}:00Z`);
      const draft = await drafted(numbers, { off: { 'FCR-37': off, 'INQ-01': off } });
      const { moves } = await through(await ask(draft, 'preview', { mode }));
      const before = new Map((await running()).map((row) => [`${row.number} ${row.clock_id}`, row.due_at?.getTime() ?? Infinity]));
      const applied = await through((await publish(draft, { mode }))!);
      const after = new Map((await running()).map((row) => [`${row.number} ${row.clock_id}`, row.due_at?.getTime() ?? Infinity]));
      expect([applied.state, applied.moves]).toEqual(['done', moves]);
      const seen: Pick<Moves, 'earlier' | 'later' | 'ceased' | 'begun'> = { earlier: 0, later: 0, ceased: 0, begun: [...after.keys()].filter((key) => !before.has(key)).length };
      for (const [key, was] of before) {
        const is = after.get(key);
        if (is === undefined || (is === Infinity && was !== Infinity)) seen.ceased++;
        else if (is < was) seen.earlier++;
        else if (is > was) seen.later++;
      }
      expect(moves).toMatchObject(seen);
      expect(await clean()).toEqual([]);
    }), { numRuns: 8 });
  });
  test('CAL-10 a full replay leaves sealed verdicts as they are and keeps what comes out otherwise beside them', async () => {
    const [number] = await some();
    const sealed = async () => (await w.owner.query(`select clock_id, verdict, derived, differing from clock join matter using (company_id, matter_id) where number = $1 and name = 'FCR-07/handover_within'`, [number])).rows[0];
    const before = await sealed();
    expect(before).toMatchObject({ verdict: 'met', differing: null });
    const run = await publish(await drafted({ 'FCR-07/handover_within': '5min' }), { mode: 'replay' });
    expect(await through(run!)).toMatchObject({ state: 'done' });
    const after = await sealed();
    expect([after.verdict, after.derived]).toEqual(['met', before.derived]);
    expect(JSON.parse(after.differing)).toMatchObject({ verdict: 'breached', due: Date.parse('2026-11-16T01:05:00Z') });
    expect(await clean()).toEqual([]);
  });
  test('CAL-09 a replay counts from the old start, also before its own date; counting again never does', async () => {
    const number = await c.register({ channel: 'letter' });
    w.moveClock('2026-11-17T04:00:00Z');
    const due = async () => (await w.owner.query(`select due_at from clock join matter using (company_id, matter_id) where number = $1 and name = 'CMP-32/within'`, [number])).rows[0].due_at.toISOString();
    await through((await publish(await drafted({ 'CMP-32/within': '10min' }), { mode: 'running' }))!);
    expect(await due()).toBe('2026-11-17T04:00:00.000Z');
    w.moveClock('2026-11-17T05:00:00Z');
    await through((await publish(await drafted({ 'CMP-32/within': '20min' }), { mode: 'replay' }))!);
    expect(await due()).toBe('2026-11-16T01:20:00.000Z');
  });
  test('CAL-09 killed half-way it goes on where it was, and comes out the same', async () => {
    for (let i = 0; i < 6; i++) await c.register({ channel: 'letter' });
    const draft = await drafted({ 'CMP-32/within': '1wd' });
    const { moves } = await through(await ask(draft, 'preview', { mode: 'running' }));
    const run = (await publish(draft, { mode: 'running' }))!;
    let left = 3;
    const dying: Means = { ...means(), write: (companyId, use) => { if (left-- === 0) throw new Error('killed'); return means().write(companyId, use); } };
    await expect(doRun(dying, { companyId: w.company, runId: run })).rejects.toThrow('killed');
    expect((await w.as('fangmin').get(`/policy/runs/${run}`)).json()).toMatchObject({ state: 'running', done: 3, total: 6 });
    expect(await through(run)).toMatchObject({ state: 'done', done: 6, moves });
    expect(await through(run)).toMatchObject({ state: 'done', done: 6, moves });
  });
});

describe('a trial', () => {
  test('CAL-09 tells for a past period what was on time beside what would have been', async () => {
    const [first] = await some();
    w.moveClock('2026-11-20T02:00:00Z');
    await c.register();
    const draft = await drafted({ 'FCR-07/handover_within': '10min' });
    const run = await through(await ask(draft, 'trial', { from: '2026-11-16', to: '2026-11-16' }));
    expect([run.state, run.done, first !== undefined]).toEqual(['done', 5, true]);
    const row = run.trial!.find(({ rule }) => rule === 'FCR-07')!;
    expect([row.was.onTime, row.wouldBe.onTime, row.was.clocks]).toEqual([2, 0, row.wouldBe.clocks]);
    expect((await w.as('fangmin').post(`/policy/drafts/${draft.id}/trial`, { from: '2026-11-16', to: '2026-11-01' })).json()).toMatchObject({ field: 'to' });
  });
  test('ORG-01 a run of another centre\'s draft is not theirs to cancel', async () => {
    const draft = await drafted({ 'FCR-07/handover_within': '10min' });
    const id = await ask(draft, 'trial', { from: '2026-11-16', to: '2026-11-16' });
    expect((await w.as('zhenghaitao').post(`/policy/runs/${id}/cancel`, {})).json()).toMatchObject({ rule: 'ORG-01' });
  });
});
