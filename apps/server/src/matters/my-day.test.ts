import type { MyDay } from '@shouwen/contract/matters';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-20T02:00:00Z'); });
afterAll(() => w.end());

test('my day page by page holds each duty once, those of one matter at one moment and those without a due time too; the counts are of all of it', async () => {
  const { accepted } = complaintsIn(w);
  const numbers = [await accepted(), await accepted({ channel: 'letter' }), await accepted()];
  await w.owner.query('update clock set due_at = null, breach_after = null from matter m where m.matter_id = clock.matter_id and m.number = $1 and verdict is null', [numbers[2]]);
  w.moveClock('2026-11-20T12:00:00Z');
  const page = async (more: string): Promise<MyDay> => (await w.as('linxiaoyan').get(`/my-day?centre=${w.centre}${more}`)).json();
  const told = ({ duties }: MyDay) => duties.map(({ number, clock }) => `${number} ${clock.id}`);
  const whole = await page('&limit=200');
  expect(new Set(whole.duties.map(({ number }) => number))).toEqual(new Set(numbers));
  expect(whole.duties.at(-1)!.number).toBe(numbers[2]);
  const shown = (which: (duty: MyDay['duties'][number]) => boolean) => whole.duties.filter(which).length;
  expect([whole.counts.late, whole.counts.late + whole.counts.today + whole.counts.later]).toEqual([shown(({ clock, number }) => clock.shown === 'late' && number !== numbers[2]), whole.duties.length]);

  const found: string[] = [];
  for (let day = await page('&limit=1'); ; day = await page(`&limit=1&after=${day.next}`)) {
    found.push(...told(day));
    expect(day.counts).toEqual(whole.counts);
    if (day.next === null || found.length > whole.duties.length) break;
  }
  expect(found).toEqual(told(whole));
});

test('each figure of the day opens a list of just so many: what came in today, dispatched, solved on the spot, not yet taken; what came yesterday and an import are none of it', async () => {
  const number = await complaintsIn(w).accepted(); // of the day before
  w.moveClock('2026-11-22T02:00:00Z');
  const register = async (more: object) => (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'inquiry', channel: 'phone', readBack: true, whatHappened: '停车位几点开放登记', reporter: { name: '马俊', place: '商铺 S-08', phone: '13800000001' }, ...more })).json().number as string;
  const taken = await register({});
  expect((await w.as('linxiaoyan').act(taken, 'acceptances', {})).statusCode).toBe(200);
  const [waiting, found] = [await register({}), await register({ kind: 'possible_hazard', channel: 'oral', reporter: { withheld: 'found_by_staff', place: '儿童乐园' } })];
  const solved = await register({ solvedOnSpot: { text: '告知九点开放', satisfied: true } });
  const { flow } = (await w.as('linxiaoyan').get(`/my-day?centre=${w.centre}`)).json() as MyDay;
  const list = async (view: string) => (await w.as('linxiaoyan').get(`/matters?centre=${w.centre}&view=${view}&receivedFrom=2026-11-21T16:00:00Z`)).json().rows as { number: string; foundByStaff?: boolean }[];
  const numbers = async (view: string) => (await list(view)).map((row) => row.number).toSorted();
  expect([await numbers('received'), await numbers('dispatched'), await numbers('on_the_spot'), await numbers('unassigned')])
    .toEqual([[taken, waiting, found, solved].toSorted(), [taken], [solved], [waiting, found].toSorted()]);
  expect(flow).toEqual({ received: 4, dispatched: 1, onTheSpot: 1, unassigned: 2 });
  expect((await list('received')).filter((row) => row.foundByStaff).map((row) => row.number)).toEqual([found]);
  expect(await numbers('received')).not.toContain(number);
});

test('the matters of one person on file, and of nobody of the same name', async () => {
  const { id } = (await w.as('hejiayi').post('/people', { centreId: w.centre, name: '陈桂芳', phones: ['13800002716'] })).json() as { id: string };
  const body = { centreId: w.centre, kind: 'inquiry', channel: 'phone', readBack: true, whatHappened: '如何开通门禁' };
  const theirs = (await w.as('hejiayi').post('/matters', { ...body, reporter: { personId: id, name: '陈桂芳', place: '3栋2单元1702' } })).json().number as string;
  expect((await w.as('hejiayi').post('/matters', { ...body, reporter: { name: '陈桂芳', place: '9栋1单元0101', phone: '13900000000' } })).statusCode).toBe(201);
  expect((await w.as('hejiayi').get(`/matters?person=${id}`)).json().rows.map((row: { number: string }) => row.number)).toEqual([theirs]);
});
