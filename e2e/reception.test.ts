import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openForPeople } from './house.ts';
import { fill } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house?.end());

/** The keys one presses; the answer is how many. */
async function press(page: Page, ...keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}
/** Until the focus is in the field of this name. */
const inField = (page: Page, name: string) => page.waitForFunction((id) => document.activeElement?.closest('[id^="field-"]')?.id === id, `field-${name}`);

test('FCR-04 CMP-29 without a mouse a complaint of somebody known is registered by four digits, point by point, and so is a repair of somebody unknown, typing nothing twice', async () => {
  const desk = await house.pageOf('hejiayi');
  const room = (await house.as('hejiayi').post('/rooms', { centreId: house.centre, kind: 'room', building: '3栋', unit: '2单元', number: '1702' })).json() as { id: string };
  await house.as('hejiayi').post('/people', { centreId: house.centre, name: '陈桂芳', phones: ['13800002716'], rooms: [{ roomId: room.id, relation: 'owner' }] });
  await desk.getByRole('heading', { name: '我的工作' }).waitFor();

  let keys = await press(desk, 'n');
  await inField(desk, 'lookup');
  keys += await press(desk, '2', '7', '1', '6');
  await desk.getByRole('option', { name: /陈桂芳/ }).waitFor();
  keys += await press(desk, 'Enter');
  await inField(desk, 'kind');
  keys += await press(desk, '1', 'Tab');
  await desk.keyboard.type('B 梯一周三次停运，母亲被困 12 分钟');
  keys += await press(desk, 'Tab');
  await desk.keyboard.type('说明停运的原因；修好之前停用');
  await desk.getByText('您反映：B 梯一周三次停运，母亲被困 12 分钟。').waitFor();
  keys += await press(desk, 'Control+Enter');
  const number = (await desk.locator('.after .no').textContent())!;
  expect(keys).toBeLessThanOrEqual(10);
  const known = (await house.as('hejiayi').get(`/matters/${number}`)).json() as { reporterName: string; reporter: { place: string }; points: { text: string }[] };
  expect([known.reporterName, known.reporter.place, known.points.map((point) => point.text)]).toEqual(['陈桂芳', '3栋2单元1702', ['说明停运的原因', '修好之前停用']]);

  keys = await press(desk, 'n');
  await inField(desk, 'lookup');
  await desk.keyboard.type('13911114455');
  await desk.getByText('没有找到，按回车在右边填写').waitFor();
  keys += await press(desk, 'Enter');
  await inField(desk, 'reporter.name');
  await desk.keyboard.type('王芳');
  keys += await press(desk, 'Enter');
  await inField(desk, 'reporter.place');
  await desk.keyboard.type('5栋架空层');
  keys += await press(desk, 'Enter');
  await inField(desk, 'kind');
  keys += await press(desk, '2', 'Tab');
  await desk.keyboard.type('灯不亮');
  keys += await press(desk, 'Control+Enter');
  await desk.locator('.after .no').filter({ hasNotText: number }).waitFor();
  expect(keys).toBeLessThanOrEqual(7);
  const unknown = (await house.as('hejiayi').get(`/matters/${await desk.locator('.after .no').textContent()}`)).json() as { reporterName: string; reporter: { place: string; phoneMasked: string } };
  expect([unknown.reporterName, unknown.reporter.place, unknown.reporter.phoneMasked.slice(-4)]).toEqual(['王芳', '5栋架空层', '4455']);

  // The keys of the screen, and from it to another: by letters alone.
  await press(desk, '?');
  await desk.getByRole('dialog', { name: '快捷键' }).getByText('接下一个来电').waitFor();
  await press(desk, 'Escape', 'g', 'm');
  await desk.waitForURL('**/matters');
  await desk.locator('table.matters').waitFor();
  await press(desk, 'j', 'Enter');
  await desk.waitForURL(/\/matters\/LH/);
});

test('CMP-07 FCR-05 what was taken down stands there to be read back, and the talk ends with an apology for a complaint, with thanks for the rest', async () => {
  const desk = await house.pageOf('hejiayi');
  await desk.goto('/reception');
  await desk.getByRole('radio', { name: /投诉/ }).click();
  await fill(desk, { 事情经过: 'B 梯今早停在 9 楼', 客户感受与诉求: '说明原因' });
  const aloud = desk.getByRole('group', { name: '请复述给客户听' });
  await aloud.getByText('您反映：B 梯今早停在 9 楼。').waitFor();
  expect(await aloud.textContent()).toContain('非常抱歉');
  await desk.getByRole('radio', { name: /咨询/ }).first().click();
  await aloud.getByText('谢谢您告诉我们').waitFor();
  expect(await aloud.textContent()).not.toContain('抱歉');
});
