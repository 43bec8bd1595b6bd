import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANNELS } from '@shouwen/contract/facts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T02:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());

test('CMP-43 once handled, the form holds time, matter, receptionist and result, for the file and the callback; before, there is none', async () => {
  const number = await c.repaired();
  const before = await w.as('tanjing').get(`/matters/${number}/handling-form`);
  expect([before.statusCode, before.json().code]).toEqual([422, 'not_handled']);
  await c.done('sumin', number, 'verifications', { passed: true, text: '试乘五次正常' });
  expect((await w.as('tanjing').get(`/matters/${number}/handling-form`)).json()).toMatchObject({
    number, receivedAt: '2026-11-20T02:00:00.000Z', whatHappened: c.intake().whatHappened, receptionist: { name: '何佳怡' }, handledBy: { name: '梁伟' }, found: ['制动器磨损'],
    stance: 'responsible', reply: c.reply.text, measures: c.reply.measures, done: '已更换制动器并试运行', verified: '试乘五次正常', verifiedBy: { name: '苏敏' }, handledAt: '2026-11-20T02:00:00.000Z',
  });
  expect((await w.as('tanjing').get('/matters/LH2611-9999/handling-form')).statusCode).toBe(404);
});
test('CMP-49 every channel there is has exactly one answer clock, and no channel outside the map can be opened', async () => {
  for (const channel of CHANNELS) {
    const number = await c.register({ channel });
    const { rows } = await w.owner.query(`select name from clock join matter using (company_id, matter_id) where number = $1 and name in ('CMP-28/within', 'CMP-31/within', 'CMP-32/within', 'CMP-49/within', 'CMP-49/referred')`, [number]);
    expect([channel, rows.length]).toEqual([channel, 1]);
  }
  expect((await w.as('hejiayi').post('/matters', c.intake({ channel: 'pigeon' }))).statusCode).toBe(400);
});
