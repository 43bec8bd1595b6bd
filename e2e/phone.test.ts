import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { phone } from './browser.ts';
import { openForPeople } from './house.ts';
import { accessible, fill } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

describe('on the phone', () => {
  test('FCR-01 a guard registers what was told to him, on 390 px', async () => {
    const page = await house.pageOf('dengbin', { viewport: phone, hasTouch: true, isMobile: true });
    await page.goto('/m/register');
    await fill(page, { 在哪里: '地库 B1', 一句话说清: '消防管接头滴水，地面积水约两个车位。', 事项类型: '报修', 谁反映的: '业主', 姓名: '王敏' });
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.reload(); // a draft survives
    expect(await page.getByLabel('一句话说清').inputValue()).toContain('滴水');
    await page.locator('.phonefoot button').first().click();
    await page.getByText('地面积水约两个车位').waitFor(); // read out
    await accessible(page);
    await page.getByRole('button', { name: '对方确认，登记' }).click();
    await page.getByText(/LH\d{4}-\d{4,}/).first().waitFor();
    const { rows: [row] } = await house.owner.query('select kind, place, reporter_name, first_contact_id, state from matter');
    expect(row).toEqual({ kind: 'repair', place: '地库 B1', reporter_name: '王敏', first_contact_id: house.ids.dengbin, state: 'registered' });
  });
});
