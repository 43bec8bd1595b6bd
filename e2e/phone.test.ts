import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { phone } from './browser.ts';
import { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

describe('on the phone', () => {
  test('FCR-01 a guard registers what was told to him, on 390 px', async () => {
    const page = await house.pageOf('dengbin', { viewport: phone, hasTouch: true, isMobile: true });
    await page.goto('/m/register');
    await page.getByLabel(/怎么回事/).fill('地库 B1 消防管接头滴水，地面积水约两个车位。');
    await page.getByLabel(/地点/).first().fill('地库 B1');
    await page.getByRole('radio', { name: '报修' }).click();
    await page.getByRole('radio', { name: '我发现的' }).click();
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.reload(); // a draft survives
    expect(await page.getByLabel(/怎么回事/).inputValue()).toContain('滴水');
    await page.getByRole('button', { name: /登记/ }).last().click();
    const confirm = page.getByRole('button', { name: /登记/ }).last();
    if (!(await page.getByText(/LH\d{4}-\d{4,}/).count())) await confirm.click();
    await page.getByText(/LH\d{4}-\d{4,}/).first().waitFor();
    const { rows: [row] } = await house.owner.query('select kind, place, first_contact_id, state from matter');
    expect(row).toEqual({ kind: 'repair', place: '地库 B1', first_contact_id: house.ids.dengbin, state: 'registered' });
  });
});
