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
