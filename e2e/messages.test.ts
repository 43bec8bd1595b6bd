import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { letterBox } from '../apps/server/src/testing/letter-box.ts';
import { desk, phone } from './browser.ts';
import { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

let box: Awaited<ReturnType<typeof letterBox>>;
let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => {
  box = await letterBox();
  house = await openForPeople(undefined, box.url);
});
afterAll(async () => { await house.end(); await box.close(); });

test('an address is confirmed by the link in its letter; quiet hours and kinds are chosen and stay; a test message says how it went', async () => {
  const page = await house.pageOf('linxiaoyan');
  await page.goto('/message-settings');
  await page.getByText('还没有登记邮箱').waitFor();
  await page.getByLabel('邮箱地址').fill('linxiaoyan@hengyu.example');
  await page.getByRole('button', { name: '发确认信' }).click();
  await page.getByText('确认信已发往 linxiaoyan@hengyu.example，请打开信中的链接。').waitFor();
  const letter = await vi.waitFor(() => { expect(box.letters.length).toBe(1); return box.letters[0]!; }, { timeout: 30_000, interval: 200 });
  expect(letter.to).toBe('linxiaoyan@hengyu.example');
  await page.goto(/http\S+confirm=\S+/.exec(letter.text)![0]);
  await page.getByText('邮箱已确认').waitFor();
  await page.getByText('消息发到 linxiaoyan@hengyu.example').waitFor();

  await page.goto('/message-settings');
  await page.getByLabel('将到期 邮箱').uncheck();
  await page.getByLabel('从', { exact: true }).fill('21:30');
  await page.getByLabel('到', { exact: true }).fill('08:15');
  await page.getByRole('button', { name: '保存' }).click();
  await vi.waitFor(async () => expect((await house.as('linxiaoyan').get('/my-messages')).json()).toMatchObject({ quiet: { from: '21:30', until: '08:15' }, mailKinds: ['due', 'overdue', 'check'] }), { timeout: 10_000 });
  await page.reload();
  expect(await page.getByLabel('从', { exact: true }).inputValue()).toBe('21:30');
  expect(await page.getByLabel('将到期 邮箱').isChecked()).toBe(false);

  await page.getByRole('button', { name: '发一条测试消息' }).click();
  await vi.waitFor(() => expect(box.letters.length).toBe(2), { timeout: 30_000, interval: 200 });
  await page.reload();
  await page.getByRole('button', { name: '消息', exact: false }).first().click();
  await page.getByText(/^邮箱.*已送出$/).first().waitFor();
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  }
});
