import { afterAll, beforeAll, expect, test } from 'vitest';
import { openForPeople } from './house.ts';
import { fill } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house?.end());

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
