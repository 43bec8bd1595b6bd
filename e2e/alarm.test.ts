import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweep } from '../apps/server/src/alarms/sweep.ts';
import { groundOf } from '../apps/server/src/app/timekeeping.ts';
import { phone } from './browser.ts';
import { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

/** The clock is put forward and what has come due is told, as the server's own worker would within seconds. */
async function after(minutes: number): Promise<void> {
  house.moveClock(new Date(house.now().getTime() + minutes * MINUTE).toISOString());
  await sweep(house.db, house.now(), groundOf);
}
const alarm = (page: Page, says: string) => page.getByRole('alert').locator('.ringing', { hasText: says });
const taking = (page: Page, name: string) => page.getByRole('alert').getByRole('button', { name: `${name}已知悉` });

test('FCR-11 CAL-10 an alarm climbs the roster until somebody acknowledges it by name; then every screen it rang on falls silent and the matter tells who was called when', async () => {
  const begun = house.now().getTime();
  for (const [who, post] of [['luozhiqiang', 'department_head'], ['zhenghaitao', 'centre_manager']] as const) {
    const shift = await house.as('sumin').post(`/centres/${house.centre}/shifts`, { staffId: house.ids[who], post, from: new Date(begun - HOUR).toISOString(), until: new Date(begun + 6 * HOUR).toISOString() });
    expect(shift.statusCode, shift.body).toBe(201);
  }
  const manager = await house.pageOf('zhenghaitao');
  const next = await house.pageOf('luozhiqiang', { viewport: phone });
  const leader = await house.pageOf('xuguoliang');
  const received = await house.as('hejiayi').post('/matters', { centreId: house.centre, kind: 'hazard_or_disaster', channel: 'phone', readBack: true, whatHappened: '5栋一层冒烟', reporter: { name: '王秀兰', place: '5栋1单元', phone: '13800002717' } });
  expect(received.statusCode, received.body).toBe(201);
  const { number } = received.json<{ number: string }>();

  // the manager on duty, at once; the leader is informed
  await alarm(manager, number).waitFor();
  await alarm(leader, '已报当班最高管理者').waitFor();

  // five minutes to take charge, then every quarter of an hour the next on the roster
  await after(5);
  await after(15);
  await alarm(next, number).waitFor();
  await accessible(next);
  expect(await next.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  expect(await taking(manager, '郑海涛').count()).toBe(1);
  await next.getByRole('link', { name: `打开事项 ${number}` }).click();
  await next.getByText('一类信息报给了谁').waitFor();

  // nobody on the roster is left: the leader in charge is called, and takes charge
  await after(15);
  await alarm(leader, '逾期未办').waitFor();
  await alarm(leader, '逾期未办').getByRole('button', { name: '许国梁已知悉' }).click();
  await Promise.all([manager, next].map((page) => page.getByRole('alert').waitFor({ state: 'detached' })));
  await alarm(leader, '已报当班最高管理者').getByRole('button', { name: '许国梁已知悉' }).click();
  await leader.getByRole('alert').waitFor({ state: 'detached' });
  await after(60);
  expect((await house.owner.query(`select count(*)::int as n from message where kind = 'class_one'`)).rows).toEqual([{ n: 4 }]);
  await manager.goto(`/matters/${number}`);
  await manager.getByRole('region', { name: '一类信息报给了谁' }).waitFor();
  expect(await Promise.all([manager, next, leader].map((page) => page.getByRole('alert').count()))).toEqual([0, 0, 0]);
  const calls = await manager.getByRole('region', { name: '一类信息报给了谁' }).locator('li').allTextContents();
  const clock = (minutes: number) => new Date(begun + minutes * MINUTE + 8 * HOUR).toISOString().slice(11, 16);
  expect(calls.map((call) => [/\d\d:\d\d/.exec(call)![0], /郑海涛|罗志强|许国梁/.exec(call)![0], /许国梁 .*(\d\d:\d\d) 确认/.exec(call)?.[1]].join(' ')).sort())
    .toEqual([`${clock(0)} 许国梁 ${clock(35)}`, `${clock(0)} 郑海涛 ${clock(35)}`, `${clock(20)} 罗志强 ${clock(35)}`, `${clock(35)} 许国梁 ${clock(35)}`].sort());
  expect((await house.owner.query(`select by from matter_fact where what = 'reported'`)).rows).toEqual([{ by: house.ids.xuguoliang }]);
});
