import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForPeople } from './house.ts';
import { accessible, act, fill, openMatter } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

/** 何佳怡 takes a complaint at the desk. */
async function takeComplaint(desk: Page): Promise<string> {
  await desk.goto('/reception');
  await fill(desk, { 姓名: '陈桂芳', 地点: '3栋2单元1702', 电话: '13800002716' });
  await desk.getByRole('radio', { name: /投诉/ }).click();
  await fill(desk, { 事情经过: 'B 梯一周三次停运，客服说不清原因。', 客户感受与诉求: '说明原因并修好' });
  await desk.keyboard.press('Control+Enter');
  const number = desk.getByText(/^LH\d{4}-\d{4,}$/).first();
  await number.waitFor();
  return (await number.textContent())!;
}

describe('a handling slip', () => {
  test('to another department and back, with the signatures and seals on its sheet', async () => {
    const manager = await house.pageOf('zhenghaitao');
    await manager.goto('/duties');
    await manager.getByRole('button', { name: '编写 工程维护部' }).click();
    await manager.getByLabel('职责', { exact: false }).and(manager.locator('textarea')).fill('电梯、水电的维修保养');
    await manager.getByRole('button', { name: '保存' }).click();
    await manager.getByText('电梯、水电的维修保养').waitFor();
    await accessible(manager);

    const desk = await house.pageOf('hejiayi');
    const number = await takeComplaint(desk);
    const slip = `${number}-S1`;
    const officer = await house.pageOf('linxiaoyan');
    await openMatter(officer, number);
    await act(officer, '接手');
    await officer.getByRole('button', { name: '更多' }).first().click();
    await officer.getByRole('option', { name: '开处理单', exact: true }).click();
    // FCR-39: whose it is, by a word of what they do
    await officer.getByText('这事归哪个部门').click();
    await officer.getByRole('searchbox', { name: /这事归哪个部门/ }).fill('电梯');
    await officer.getByText('电梯、水电的维修保养').first().waitFor();
    await officer.locator('form.deed details').getByRole('button', { name: '工程维护部' }).click();
    await fill(officer.locator('form.deed'), { '完整情况': '控制柜故障，客服不能解决，已安抚客户。' });
    await accessible(officer);
    await officer.locator('form.deed button[type=submit]').click();
    await officer.getByRole('link', { name: slip }).waitFor();

    const head = await house.pageOf('sunlijun');
    await head.goto('/');
    await head.getByRole('link', { name: slip }).click();
    await act(head, '接手');
    await act(head, '指定责任人', { 责任人: '梁伟' });
    const repairer = await house.pageOf('liangwei');
    await openMatter(repairer, number);
    await act(repairer, '查明情况', { 在哪里查: '到现场', 查到什么: '控制柜接触器老化。' });
    await repairer.getByRole('button', { name: /^写答复/ }).first().click();
    await repairer.getByRole('radio', { name: '我方有责' }).click();
    const points = repairer.locator('fieldset textarea');
    for (let i = 0; i < await points.count(); i++) await points.nth(i).fill('接触器已更换。');
    await fill(repairer, { 方式: '电话', 答复内容: '停运是接触器老化所致。', 处理措施: '更换接触器。' });
    await repairer.locator('form.deed button[type=submit]').click();
    await repairer.locator('form.deed').waitFor({ state: 'detached' });
    await act(repairer, '填处理结果', { 哪张处理单: slip, 处理结果: '已更换接触器，客户已知悉。' });

    await head.reload();
    await act(head, '签处理单', { 哪张处理单: slip, 签在哪一栏: '承办部门负责人', 盖章确认: '' });
    const lead = await house.pageOf('sumin');
    await lead.goto('/');
    await lead.getByRole('link', { name: slip }).click();
    await act(lead, '签处理单', { 哪张处理单: slip, 签在哪一栏: '转出部门负责人', 盖章确认: '' });
    await lead.goto(`/matters/${number}/slips/${slip}`);
    await lead.getByText('签名未齐，结果不转回').waitFor();
    await openMatter(desk, number);
    await act(desk, '签处理单', { 哪张处理单: slip, 签在哪一栏: '首问责任人' });
    await lead.reload();
    await lead.getByText(/签名齐全/).waitFor();
    const signed = await lead.locator('table.signatures tbody tr').allTextContents();
    expect(signed.map((row) => [/何佳怡|苏敏|孙立军/.exec(row)?.[0], row.includes('已盖章')])).toEqual([['何佳怡', false], ['苏敏', true], ['孙立军', true]]);
    await accessible(lead);
    expect((await lead.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
