import { afterAll, beforeAll, expect, test } from 'vitest';
import { openForPeople } from './house.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

test('a post given on an older state of the person is refused, the newer one is shown, and sent again it holds', async () => {
  const page = await house.pageOf('zhouqiming');
  page.setDefaultTimeout(15_000);
  await page.goto('/staff');
  await page.getByRole('button', { name: '管理 梁伟' }).click();
  await page.getByRole('button', { name: '授予岗位' }).click();
  await page.getByRole('combobox', { name: /岗位/ }).first().selectOption({ label: '安管员' });
  await page.getByRole('combobox', { name: /服务中心/ }).first().selectOption({ label: '丽湖花园' });
  expect((await house.as('zhouqiming').post(`/staff/${house.ids.liangwei}/posts`, { post: 'butler', centreId: house.centre }, { 'if-match': '"1"' })).statusCode).toBe(201);
  const answer = () => page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/posts'));
  const give = page.getByRole('button', { name: '授予', exact: true });
  const [stale] = await Promise.all([answer(), give.click()]);
  expect([stale.status(), (await stale.json()).newer]).toMatchObject([409, { id: house.ids.liangwei, revision: 2 }]);
  await page.getByText('这件事刚被别人改过').waitFor();
  await page.getByText('管家').first().waitFor();
  expect((await Promise.all([answer(), give.click()]))[0].status()).toBe(201);
});
