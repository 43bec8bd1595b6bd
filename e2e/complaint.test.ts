import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForPeople } from './house.ts';
import { accessible, act, fill, openMatter } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
const pages = new Map<string, Page>();
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());
/** One browser each, kept open: everyone works at their own desk. */
async function at(who: Parameters<typeof house.pageOf>[0]): Promise<Page> {
  if (!pages.has(who)) pages.set(who, await house.pageOf(who));
  return pages.get(who)!;
}
const matter = async (number: string) => (await house.owner.query('select state, closed_way, revision from matter where number = $1', [number])).rows[0];

/** 何佳怡 takes a call at the desk and answers with the matter's number. */
async function takeCall(what: string): Promise<string> {
  const desk = await at('hejiayi');
  await desk.goto('/reception');
  await fill(desk, { 姓名: '陈桂芳', 地点: '3栋2单元1702', 电话: '13800002716' });
  await desk.getByRole('radio', { name: /投诉/ }).click();
  await fill(desk, { 事情经过: what, 客户感受与诉求: '说明原因' });
  await desk.keyboard.press('Control+Enter');
  const number = desk.getByText(/^LH\d{4}-\d{4,}$/).first();
  await number.waitFor();
  return (await number.textContent())!;
}

/** The department has it, has looked, and has answered: ready for the work. */
async function answered(number: string) {
  const officer = await at('linxiaoyan');
  await openMatter(officer, number);
  await act(officer, '接手');
  await act(officer, '转交', { 转给部门: '工程维护部', 转移方式: '派单' });
  const head = await at('sunlijun');
  await openMatter(head, number);
  await act(head, '接手');
  await act(head, '指定责任人', { 责任人: '梁伟' });
  const repairer = await at('liangwei');
  await openMatter(repairer, number);
  await act(repairer, '查明情况', { 在哪里查: '到现场', 查到什么: '门机变频器过热保护。' });
  await head.reload();
  await head.getByRole('button', { name: /^写答复/ }).first().click();
  await head.getByRole('radio', { name: '我方有责' }).click();
  const points = head.locator('fieldset textarea');
  for (let i = 0; i < await points.count(); i++) await points.nth(i).fill('变频器已更换。');
  await fill(head, { 方式: '电话', 答复内容: '停运是变频器过热所致，是我们维护不到位。', 处理措施: '更换变频器，缩短检修周期。' });
  await head.locator('form.deed button[type=submit]').click();
  await head.locator('form.deed').waitFor({ state: 'detached' });
}

describe('a complaint', () => {
  test('from the caller to the satisfied close, with every handover', async () => {
    const number = await takeCall('B 梯一周三次停运，今早停在 9 楼。');
    await accessible(await at('hejiayi'));
    const officer = await at('linxiaoyan');
    await officer.goto('/');
    await officer.getByText(number).first().waitFor();
    await accessible(officer);
    await answered(number);
    const repairer = await at('liangwei');
    await repairer.reload();
    await act(repairer, '处理完成', { 做了什么: '已更换变频器并试运行。' });
    const lead = await at('sumin');
    await openMatter(lead, number);
    await act(lead, '验证措施', { 验证结果: '合格', 怎样验证: '试乘十次正常。' });
    await act(lead, '转告', { 告诉谁: '首问责任人', 内容: '处理结果', 转告内容: '变频器已换，试运行正常。' });
    const desk = await at('hejiayi');
    await openMatter(desk, number);
    await act(desk, '核实已答复', { 客户得到答复: '已得到', 凭什么: '问过客户' });
    await openMatter(officer, number);
    await act(officer, '记录回访', { 客户: '满意', 方式: '电话', 对受理: '及时', 对措施: '到位', 对结果: '电梯正常' });
    await officer.getByText('已关闭').first().waitFor();
    expect(await matter(number)).toMatchObject({ state: 'closed', closed_way: 'satisfied' });
    await accessible(officer);
  });

  test('wrongly handed over, the department keeps it before the customer and may not send it on', async () => {
    const number = await takeCall('楼道灯不亮。');
    const officer = await at('linxiaoyan');
    await openMatter(officer, number);
    await act(officer, '接手');
    await act(officer, '转交', { 转给部门: '安全管理部', 转移方式: '派单' });
    const head = await at('luozhiqiang');
    await openMatter(head, number);
    await act(head, '接手');
    await head.getByRole('button', { name: /^转交/ }).first().click();
    await fill(head, { 转给部门: '工程维护部', 转移方式: '派单' });
    await head.locator('form.deed button[type=submit]').click();
    await head.getByText('部门接手后不得再转').first().waitFor();
    await head.getByText('FCR-23').first().waitFor();
    await head.reload();
    await act(head, '填转错说明', { 为什么不属本部门: '照明属工程维护部。' });
    const { rows } = await house.owner.query(`select what from matter_fact join matter using (company_id, matter_id) where number = $1 and what in ('handover_refused', 'wrongly_received') order by what`, [number]);
    expect(rows.map((row) => row.what)).toEqual(['handover_refused', 'wrongly_received']);
  });

  test('a callback that finds the customer unsatisfied sends it back to work', async () => {
    const number = await takeCall('电梯又停了。');
    await answered(number);
    const repairer = await at('liangwei');
    await repairer.reload();
    await act(repairer, '处理完成', { 做了什么: '复位。' });
    const lead = await at('sumin');
    await openMatter(lead, number);
    await act(lead, '验证措施', { 验证结果: '合格', 怎样验证: '试乘正常。' });
    const officer = await at('linxiaoyan');
    await openMatter(officer, number);
    await act(officer, '记录回访', { 客户: '不满意', 方式: '电话', 对受理: '还好', 对措施: '只是复位', 对结果: '又停了' });
    await officer.getByText('不满意').first().waitFor();
    expect(await matter(number)).toMatchObject({ state: 'unsatisfied', closed_way: null });
  });

  test('an edit on an older state is refused with what is newer, and what was typed is kept', async () => {
    const number = await takeCall('大堂漏水。');
    const [officer, night] = [await at('linxiaoyan'), await at('tanjing')];
    await openMatter(officer, number);
    await openMatter(night, number);
    // no news reaches the second desk: its line is cut for a moment
    await night.route('**/api/v1/events', (route) => route.abort());
    await night.route(`**/api/v1/matters/${number}`, (route) => route.abort());
    await act(officer, '接手');
    await night.unroute(`**/api/v1/matters/${number}`);
    const [stale] = await Promise.all([night.waitForResponse((response) => response.request().method() === 'POST'), night.getByRole('button', { name: /^接手/ }).first().click()]);
    expect(stale.status()).toBe(409);
    expect((await stale.json()).newer).toMatchObject({ number });
    await night.getByText('这件事刚被别人改过').first().waitFor();
    await night.unrouteAll();
  });
});

describe('class I', () => {
  test('registering rings at the highest manager on duty until acknowledged by name', async () => {
    const desk = await at('hejiayi');
    const manager = await at('zhenghaitao');
    await manager.goto('/');
    await desk.goto('/reception');
    await desk.getByRole('radio', { name: '险情灾害' }).click();
    await desk.getByLabel(/一句话/).fill('5栋水管爆裂，大堂进水');
    await desk.keyboard.press('Control+Enter');
    await desk.getByText(/^LH\d{4}-\d{4,}$/).first().waitFor();
    const alarm = manager.getByRole('alert').filter({ hasText: '水管爆裂' });
    await alarm.waitFor();
    await accessible(manager);
    await alarm.getByRole('button', { name: /知悉|收到|确认/ }).first().click();
    await alarm.waitFor({ state: 'detached' });
    expect((await house.owner.query(`select count(*)::int as n from matter_fact where what = 'reported' and by = $1`, [house.ids.zhenghaitao])).rows[0].n).toBe(1);
  });
});
