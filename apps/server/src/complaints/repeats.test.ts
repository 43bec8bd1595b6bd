import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { react } from '../app/reactions.ts';
import { workOf } from '../app/work-of.ts';
import { inCompany } from '../db/in-company.ts';
import { openMatter } from '../matters/open-matter.ts';
import { settle } from '../matters/settle.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';
import { closeQuietWeek } from './close-quiet-week.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
/** A Friday morning in Shanghai. */
beforeEach(async () => { w = await world('2026-11-20T01:00:00Z'); c = complaintsIn(w); });
afterEach(() => w.end());

/** Verified and exempt: the week is over at the end of the 27th. */
const QUIET_UNTIL = '2026-11-27T16:00:00.000Z';
async function quiet(): Promise<string> {
  const number = await c.verified();
  await c.done('sumin', number, 'callback-exemptions', { ground: 'sensitive', reason: '家中有丧事' });
  return number;
}
/** As the sweeper does it. */
async function noticeQuietWeek(number: string): Promise<void> {
  await inCompany(w.db, w.company, async (tx) => {
    const work = workOf(w.db, tx, w.staff.sumin, w.now());
    await closeQuietWeek(work, await openMatter(work, number, null));
    await react(work);
    await settle(work);
  });
}
const again = { channel: 'phone', text: '昨天又停了' };
const linked = async (number: string) => (await w.owner.query(`select number from matter join matter_fact using (company_id, matter_id) where what = 'received' and data->>'linkedTo' = $1`, [number])).rows.map((row) => row.number);

describe('the quiet week', () => {
  test('CNT-08 it closes by itself, at the moment the week was over, however late that is noticed', async () => {
    const number = await quiet();
    expect(await c.clock(number, 'CNT-08/quiet_period')).toEqual([QUIET_UNTIL]);
    w.moveClock('2026-11-27T15:59:59Z');
    await noticeQuietWeek(number);
    expect(await c.stateOf(number)).toBe('verified');
    w.moveClock('2026-11-30T02:00:00Z');
    await noticeQuietWeek(number);
    await noticeQuietWeek(number);
    const closed = await c.factsOf(number, 'closed');
    expect([await c.stateOf(number), closed.length, new Date(closed[0]!.at).toISOString()]).toEqual(['closed quiet_week', 1, QUIET_UNTIL]);
  });
  test('CNT-08 closes at the very moment it is over', async () => {
    const number = await quiet();
    w.moveClock(QUIET_UNTIL);
    await noticeQuietWeek(number);
    expect(await c.stateOf(number)).toBe('closed quiet_week');
  });
  test('CNT-08 CBK-02 no week runs where a callback is due, and none closes it', async () => {
    const number = await c.verified();
    w.moveClock('2026-12-20T02:00:00Z');
    await noticeQuietWeek(number);
    expect([await c.stateOf(number), await c.clock(number, 'CNT-08/quiet_period')]).toEqual(['verified', []]);
  });
  test('CNT-08 a repeat within the week goes back to handling, and the week starts anew afterwards', async () => {
    const number = await quiet();
    w.moveClock('2026-11-25T02:00:00Z');
    await c.done('dengbin', number, 'repeats', again);
    expect([await c.stateOf(number), await linked(number)]).toEqual(['reopened', []]);
    expect((await c.clock(number, 'CMP-31/within')).at(-1)).toBe('2026-11-25T16:00:00.000Z');
    await c.done('linxiaoyan', number, 'acceptances');
    expect(await c.refused('sumin', number, 'verifications', { passed: true, text: '好了' })).toBe('CMP-47 not_answered');
    await c.finish(number);
    w.moveClock('2026-11-25T03:00:00Z');
    await c.done('sumin', number, 'verifications', { passed: true, text: '好了' });
    expect((await c.clock(number, 'CNT-08/quiet_period')).at(-1)).toBe('2026-12-02T16:00:00.000Z');
    w.moveClock('2026-12-03T02:00:00Z');
    await noticeQuietWeek(number);
    expect(await c.stateOf(number)).toBe('closed quiet_week');
  });
});

describe('bringing it up again', () => {
  test('CNT-08 CNT-04 after closing it is a new complaint linked to the first, whose closing has not held', async () => {
    const number = await quiet();
    w.moveClock('2026-11-30T02:00:00Z');
    await noticeQuietWeek(number);
    await c.done('tanjing', number, 'repeats', again);
    const [fresh] = await linked(number);
    expect([await c.stateOf(number), await c.stateOf(fresh)]).toEqual(['closed quiet_week', 'registered']);
    expect((await c.factsOf(number, 'repeated')).map(({ data }) => data)).toEqual([{ ledTo: fresh }]);
    const [received] = await c.factsOf(fresh, 'received');
    expect(received!.data).toMatchObject({ kind: 'complaint', channel: 'phone', whatHappened: again.text, firstContact: w.ids.tanjing, reporter: { name: '陈桂芳', phone: '13800002716' } });
    expect(await c.clock(fresh, 'CMP-31/within')).toEqual(['2026-11-30T16:00:00.000Z']);
  });
  test('CNT-08 after the week it is a new complaint, even where nobody has noticed yet that the week is over', async () => {
    const number = await quiet();
    w.moveClock('2026-11-30T02:00:00Z');
    await c.done('tanjing', number, 'repeats', again);
    expect([await c.stateOf(number), (await linked(number)).length]).toEqual(['closed quiet_week', 1]);
  });
  test('CNT-08 said within the week but entered after it had closed, it reopens: what counts is when it was said', async () => {
    const number = await quiet();
    w.moveClock('2026-11-30T02:00:00Z');
    await noticeQuietWeek(number);
    await c.done('tanjing', number, 'repeats', { ...again, happenedAt: '2026-11-27T10:00:00Z' });
    expect([await c.stateOf(number), await linked(number)]).toEqual(['reopened', []]);
  });
  test('CNT-08 said within the week, entered after it but before anyone noticed, it keeps the matter open', async () => {
    const number = await quiet();
    w.moveClock('2026-11-30T02:00:00Z');
    await c.done('tanjing', number, 'repeats', { ...again, happenedAt: '2026-11-27T10:00:00Z' });
    expect([await c.stateOf(number), (await c.factsOf(number, 'closed')).length]).toEqual(['reopened', 0]);
  });
  test('CMP-44 the new complaint is about the same person, who stays barred', async () => {
    const number = await c.verified({ personComplainedAbout: w.ids.luozhiqiang });
    await c.firstContactDone(number);
    await c.done('tanjing', number, 'callbacks', c.said);
    await c.done('dengbin', number, 'repeats', again);
    const [fresh] = await linked(number);
    expect(await c.refused('luozhiqiang', fresh, 'acceptances')).toBe('CMP-44 complained_about');
  });
  test('FCR-18 while it is still being handled the customer has come again; it is no repeat', async () => {
    const number = await c.accepted();
    expect(await c.refused('tanjing', number, 'repeats', again)).toBe('FCR-18 still_open');
    await c.done('tanjing', number, 'customer-trips', { way: 'phone', text: again.text });
  });
});
