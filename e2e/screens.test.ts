import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, phone } from './browser.ts';
import { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

/** Whose desk shows each screen, and what must stand on it. */
const SCREENS = [
  ['linxiaoyan', '/', '我的工作'], ['hejiayi', '/reception', '登记'], ['linxiaoyan', '/matters', '事项'], ['linxiaoyan', '/callbacks', '回访'], ['sumin', '/roster', '值班'],
  ['hejiayi', '/customers', '客户'], ['zhouqiming', '/staff', '员工'], ['zhouqiming', '/centres', '中心'], ['zhouqiming', '/sign-in-settings', '两步验证'], ['qianshen', '/matters', '事项'], ['liangwei', '/sessions', '登录'], ['fangmin', '/looks', '查看记录'],
  ['liangwei', '/message-settings', '消息设置'], ['zhouqiming', '/message-settings', '推送地址'], ['qianshen', '/message-settings', '还没有设置'], ['sumin', '/records', '接待记录'], ['sumin', '/records?tab=breaches', '按人和部门'], ['fangmin', '/records?tab=checks', '抽取样本'], ['zhenghaitao', '/records?tab=evaluations', '待评估'], ['sunlijun', '/records?tab=measures', '改进措施'], ['sumin', '/records?tab=committee', '登记评估'], ['liangwei', '/records', '首问检查'], ['fangmin', '/policy', '计时方法'], ['liangwei', '/policy?area=choices', '可选做法'],
] as const;
const long = '这是一段非常长的说明'.repeat(40);

describe.each([['nothing in it', false], ['long words in it', true]] as const)('with %s', (_, filled) => {
  beforeAll(async () => {
    if (!filled) return;
    for (const kind of ['complaint', 'repair', 'inquiry'])
      expect((await house.as('hejiayi').post('/matters', { centreId: house.centre, kind, channel: 'phone', readBack: true, title: long.slice(0, 200), whatHappened: long, whatIsWanted: long,
        reporter: { name: long.slice(0, 60), place: long.slice(0, 80), phone: '13800002716' } })).statusCode).toBe(201);
    const { rows: [{ number }] } = (await house.as('linxiaoyan').get('/matters?limit=1')).json();
    expect((await house.as('linxiaoyan').get(`/matters/${number}`)).statusCode).toBe(200);
  });
  test.each(SCREENS)('%s at %s: axe finds nothing, nothing is thrown, nothing hangs over the edge, at 1440 and 390 px', async (who, path, says) => {
    const page = await house.pageOf(who);
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(String(error)));
    for (const viewport of [desk, phone]) {
      await page.setViewportSize(viewport);
      await page.goto(path);
      await page.getByText(says).first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle', { timeout: 800 }).catch(() => undefined); // never idle for long: the line for live news stays open
      await accessible(page);
      expect([path, viewport.width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, viewport.width, viewport.width]);
    }
    expect(thrown).toEqual([]);
    await page.context().close();
  });
});
