import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeAt, stepAt } from '../apps/server/src/staff/totp.ts';
import { freePort } from '../apps/server/src/testing/free-port.ts';
import { CLIENT, providerAt } from '../apps/server/src/testing/provider.ts';
import { desk, phone } from './browser.ts';
import { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

/** As it stands there, at both widths. */
async function fine(page: Page): Promise<void> {
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    await accessible(page);
    expect([page.url(), await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([page.url(), viewport.width]);
  }
}
const PASSWORD = '一句足够长的话就行了';
/** Half a minute and more: the next code. */
const wait = () => house.moveClock(new Date(house.now().getTime() + 60_000).toISOString());

describe('the second step, in the browser', () => {
  test('a post that must have it is led to set it up, keeps the recovery codes, and gives a code at the next sign-in', async () => {
    const admin = await house.pageOf('zhouqiming');
    await admin.goto('/sign-in-settings');
    await admin.getByLabel('客服负责人').check();
    await fine(admin);
    await admin.getByRole('button', { name: '保存' }).first().click();
    await admin.getByText('还有 1 人没有开启').waitFor();

    const page = await house.pageOf('sumin');
    await page.waitForURL('**/second-step');
    await page.goto('/matters');
    await page.waitForURL('**/second-step');
    await page.getByRole('button', { name: '开始设置' }).click();
    await page.getByRole('img', { name: '两步验证的二维码' }).waitFor();
    await fine(page);
    const secret = (await page.locator('.bysecret').innerText()).replaceAll(' ', '');
    await page.getByLabel('应用显示的 6 位验证码').fill('000000');
    await page.getByRole('button', { name: '开启' }).click();
    await page.getByText('验证码不对').waitFor();
    await page.getByLabel('应用显示的 6 位验证码').fill(codeAt(secret, stepAt(house.now())));
    await page.getByRole('button', { name: '开启' }).click();
    await page.getByText('恢复码只在这里显示一次').waitFor();
    const recovery = await page.locator('.codes code').first().innerText();
    expect(await page.locator('.codes li').count()).toBe(10);
    await fine(page);
    await page.getByRole('button', { name: '已经存好' }).click();
    await page.getByRole('heading', { name: '我的工作' }).waitFor();

    await page.goto('/sessions');
    await page.getByText('还有 10 个恢复码没有用过').waitFor();
    await fine(page);
    await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
    await page.getByLabel(/^再输一次/).fill(PASSWORD);
    await page.getByRole('button', { name: '设密码' }).click();
    await page.getByText('密码已改').waitFor();

    for (const code of [() => codeAt(secret, stepAt(house.now())), () => recovery]) {
      wait();
      const context = await house.browser.newContext({ locale: 'zh-CN', baseURL: house.baseUrl, viewport: desk });
      const fresh = await context.newPage();
      await fresh.goto('/sign-in?next=/matters');
      await fresh.getByLabel('用户名').fill('sumin');
      await fresh.getByLabel('密码', { exact: true }).fill(PASSWORD);
      await fresh.getByRole('button', { name: '登录', exact: true }).click();
      await fresh.getByText('请打开手机上的验证器').waitFor();
      await fine(fresh);
      await fresh.getByLabel('验证码').fill(code());
      await fresh.getByRole('button', { name: '登录', exact: true }).click();
      await fresh.waitForURL('**/matters');
      await context.close();
    }
  });

  test('「用公司账号登录」goes to the provider and comes back signed in; a stranger is told what to do', async () => {
    const provider = providerAt(await freePort(), `${house.baseUrl}/sign-in/back`, { 1: { preferred_username: 'linxiaoyan' }, 2: { preferred_username: 'nobody-here' } });
    const admin = await house.pageOf('zhouqiming');
    await admin.goto('/sign-in-settings');
    await admin.getByLabel('颁发者地址').fill(provider.issuer);
    await admin.getByLabel('客户端编号').fill(CLIENT.id);
    await admin.getByLabel('客户端密钥').fill(CLIENT.secret);
    await admin.getByRole('button', { name: '保存' }).last().click();
    await admin.getByText('已启用').waitFor();
    await fine(admin);

    const page = await (await house.browser.newContext({ locale: 'zh-CN', baseURL: house.baseUrl, viewport: desk })).newPage();
    await page.goto('/sign-in?next=/matters');
    await page.getByRole('button', { name: '用公司账号登录' }).click();
    await page.getByText('公司账号系统没有应答').waitFor();
    await fine(page);
    await provider.up();
    provider.at('2');
    await page.getByRole('button', { name: '用公司账号登录' }).click();
    await page.getByText('没有对应的在职员工').waitFor();
    await fine(page);
    await page.context().clearCookies();
    await page.getByRole('button', { name: '回到登录页' }).click();
    provider.at('1');
    await page.goto('/sign-in?next=/matters');
    await page.getByRole('button', { name: '用公司账号登录' }).click();
    await page.waitForURL('**/matters');
    await page.getByText('林晓燕').first().waitFor();
    await provider.down();
  });
});
