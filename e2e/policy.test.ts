import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

const saved = (page: Page) => page.waitForResponse((response) => response.request().method() === 'POST' && /\/policy\/drafts\/[^/]+$/.test(new URL(response.url()).pathname));
const takeLetter = async () => {
  const answer = await house.as('hejiayi').post('/matters', { centreId: house.centre, kind: 'complaint', channel: 'letter', readBack: true, title: '电梯停运', whatHappened: '一周停运三次。', whatIsWanted: '说明原因。', reporter: { name: '陈桂芳', place: '3栋2单元1702', phone: '13800002716' } });
  expect([answer.statusCode, answer.json()]).toEqual([201, expect.anything()]);
  return answer.json().number as string;
};

describe('a number of the manual is changed', () => {
  test('CAL-09 drafted in words, previewed, approved by a second person, published; the why of a new matter names the version', async () => {
    const number = await takeLetter();
    const approver = await house.pageOf('xuguoliang');
    await approver.goto('/policy');
    await approver.getByLabel('版本须由起草人以外的人批准').check();
    await approver.getByLabel('理由').fill('改数须两人过目。');
    await approver.getByRole('button', { name: '从现在起要求' }).click();
    await expect.poll(async () => (await house.as('fangmin').get('/policy')).json().approval.required).toBe(true);

    const author = await house.pageOf('fangmin');
    await author.goto('/policy?area=complaints');
    await author.getByRole('button', { name: '起草修订' }).click();
    await author.getByRole('button', { name: '不变 改 书面、邮件投诉两个工作日内回复 多久内回复' }).click();
    const field = author.getByRole('textbox', { name: '书面、邮件投诉两个工作日内回复 多久内回复' });
    await field.fill('尽快');
    await field.press('Enter');
    await author.getByText('读不懂这个期限').waitFor();
    await author.reload();
    expect(await field.inputValue()).toBe('尽快');
    await field.fill('一个工作日');
    await Promise.all([saved(author), field.press('Enter')]);
    await author.getByLabel('修订理由').fill('书面投诉也要快。');
    await Promise.all([saved(author), author.getByLabel('修订理由').blur()]);
    await author.reload();
    expect([await field.inputValue(), await author.getByLabel('修订理由').inputValue()]).toEqual(['1 个工作日', '书面投诉也要快。']);

    await author.getByRole('radio', { name: /进行中的也按新制度重算/ }).check();
    await author.getByRole('button', { name: '预演' }).click();
    await author.getByRole('button', { name: /时限提前/ }).waitFor();
    await author.getByRole('button', { name: /时限提前/ }).click();
    await author.locator('#preview').getByRole('link', { name: number }).first().waitFor();
    await accessible(author);
    expect(await author.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
    await author.getByRole('button', { name: '送审' }).click();
    await author.getByText('已送审').waitFor();

    await approver.reload();
    await approver.getByRole('button', { name: '批准' }).click();
    await approver.getByText('已批准').waitFor();
    await accessible(approver);

    await author.reload();
    await author.getByRole('radio', { name: /只用于新登记的事项/ }).check();
    await author.getByRole('button', { name: '发布', exact: true }).click();
    await author.getByRole('button', { name: '确认发布' }).click();
    await author.getByText('版本与对比').waitFor();
    await author.getByText('书面投诉也要快。').first().waitFor();
    await accessible(author);
    const { rows: [version] } = (await house.as('fangmin').get('/policy/versions')).json();
    expect(version).toMatchObject({ state: 'in_force', why: '书面投诉也要快。', author: { name: '方敏' }, approvedBy: { name: '许国梁' } });

    house.moveClock(new Date(house.now().getTime() + 60_000).toISOString());
    const after = await takeLetter();
    const officer = await house.pageOf('linxiaoyan');
    await officer.goto(`/matters/${after}`);
    await officer.locator('main button.why').first().click();
    await officer.getByText(`制度 ${version.version} 版`).first().waitFor();
  });

  test('CAL-09 who may not draft reads it, and sees no field', async () => {
    const reader = await house.pageOf('liangwei');
    await reader.goto('/policy?area=complaints&rule=CMP-32&show=all');
    await reader.getByText('书面、邮件投诉两个工作日内回复').first().waitFor({ state: 'attached' });
    expect([await reader.getByRole('button', { name: '起草修订' }).count(), await reader.locator('.policy .rules input, .policy .rules select, .policy .rules textarea').count()]).toEqual([0, 0]);
    await accessible(reader);
  });
});
