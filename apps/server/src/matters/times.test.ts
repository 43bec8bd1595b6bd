import { afterAll, beforeEach, expect, test } from 'vitest';
import type { LateEntries, MatterShown } from '@shouwen/contract/matters';
import { checkCompany } from '../checking/check-company.ts';
import { groundOf } from '../app/timekeeping.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeEach(async () => { await w?.end(); w = await world('2026-11-20T02:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());
const shown = async (number: string): Promise<MatterShown> => (await w.as('linxiaoyan').get(`/matters/${number}`)).json();
const late = async (who: Person, more = ''): Promise<LateEntries> => (await w.as(who).get(`/matters/late-entries?centre=${w.centre}${more}`)).json();

test('CAL-13 a corrected time moves clocks, lists and how the matter stands; the first value stays beside it', async () => {
  const number = await c.register();
  w.moveClock('2026-11-20T02:50:00Z');
  await c.done('linxiaoyan', number, 'acceptances');
  expect(await c.clock(number, 'FCR-07/handover_within')).toEqual(['breached']);
  const other = await c.register({ receivedAt: '2026-11-20T02:20:00Z' });
  const [received] = await c.factsOf(other, 'received');
  const right = { factId: received!.id, to: '2026-11-20T01:00:00Z', reason: '来电记录为九点' };
  expect(await c.refused('linxiaoyan', other, 'time-corrections', right)).toMatch(/^ORG-01/);
  await c.done('sumin', other, 'time-corrections', right);
  const { facts, receivedAt, clocks } = await shown(other);
  expect(receivedAt).toBe('2026-11-20T01:00:00.000Z');
  expect(facts.find(({ what }) => what === 'received')).toMatchObject({ at: Date.parse('2026-11-20T02:20:00Z'), correctedAt: Date.parse('2026-11-20T01:00:00Z') });
  expect(clocks.find(({ name }) => name === 'FCR-07/handover_within')).toMatchObject({ due: Date.parse('2026-11-20T01:30:00Z'), shown: 'late' });
  expect((await w.as('linxiaoyan').get('/matters?view=open')).json().rows[0]).toMatchObject({ number: other, receivedAt: '2026-11-20T01:00:00.000Z' });
  expect((await checkCompany(w.db, w.company, w.now(), groundOf)).flatMap(({ findings }) => findings)).toEqual([]);
});
test('CAL-13 a time that lies ahead, before the receipt, or after what followed from it, is refused', async () => {
  const number = await c.register();
  w.moveClock('2026-11-20T02:10:00Z');
  await c.done('linxiaoyan', number, 'acceptances');
  const ids = { received: (await c.factsOf(number, 'received'))[0]!.id, accepted: (await c.factsOf(number, 'accepted'))[0]!.id };
  w.moveClock('2026-11-20T02:20:00Z');
  const correct = (factId: string, to: string) => ({ factId, to, reason: '记错' });
  expect(await c.refused('sumin', number, 'time-corrections', correct(ids.accepted, '2026-11-20T02:20:01Z'))).toBe('CAL-13 lies_ahead');
  expect(await c.refused('sumin', number, 'time-corrections', correct(ids.accepted, '2026-11-20T01:59:59Z'))).toBe('CAL-13 out_of_order');
  expect(await c.refused('sumin', number, 'time-corrections', correct(ids.received, '2026-11-20T02:10:00.001Z'))).toBe('CAL-13 after_what_followed');
  await c.done('sumin', number, 'time-corrections', correct(ids.accepted, '2026-11-20T02:05:00Z'));
  expect((await shown(number)).standing.acceptedAt).toBe('2026-11-20T02:05:00.000Z');
});
test('CAL-13 nobody corrects a breach of their own away; of others the lead may', async () => {
  const breach = async (who: Person) => {
    w.moveClock('2026-11-20T02:00:00Z');
    const number = await c.register();
    w.moveClock('2026-11-20T02:45:00Z');
    await c.done(who, number, 'acceptances');
    return { number, body: { factId: (await c.factsOf(number, 'accepted'))[0]!.id, to: '2026-11-20T02:15:00Z', reason: '当时已接手' } };
  };
  const own = await breach('sumin');
  expect(await c.refused('sumin', own.number, 'time-corrections', own.body)).toBe('CAL-13 own_breach');
  const others = await breach('linxiaoyan');
  await c.done('sumin', others.number, 'time-corrections', others.body);
});
test('CAL-13 what was entered more than half an hour after it happened is listed with both times, the last first, in pages', async () => {
  await c.register({ receivedAt: '2026-11-20T01:30:00Z', whatHappened: '半小时整' });
  const guard = (await w.as('dengbin').post('/matters', c.intake({ channel: 'oral', receivedAt: '2026-11-20T01:29:59Z' }))).json().number;
  w.moveClock('2026-11-20T05:00:00Z');
  await c.done('linxiaoyan', guard, 'acceptances', { happenedAt: '2026-11-20T02:00:00Z' });
  const found = await late('sumin');
  expect(found.rows.map(({ number, what, happenedAt, enteredAt, by }) => [number, what, happenedAt, enteredAt, by?.name])).toEqual([
    [guard, 'accepted', '2026-11-20T02:00:00.000Z', '2026-11-20T05:00:00.000Z', '林晓燕'],
    [guard, 'contacted', '2026-11-20T01:29:59.000Z', '2026-11-20T02:00:00.000Z', '邓斌'], [guard, 'received', '2026-11-20T01:29:59.000Z', '2026-11-20T02:00:00.000Z', '邓斌'],
  ]);
  const first = await late('sumin', '&limit=1');
  expect([first.rows.length, first.next !== null]).toEqual([1, true]);
  expect((await late('sumin', `&limit=200&after=${first.next}`)).rows).toEqual(found.rows.slice(1));
});
