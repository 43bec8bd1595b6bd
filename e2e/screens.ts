import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { desk, phone } from './browser.ts';
import type { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

/** Whose desk shows each screen, and what must stand on it. */
export const SCREENS = [
  ['linxiaoyan', '/', '我的工作'], ['hejiayi', '/reception', '登记'], ['linxiaoyan', '/matters', '事项'], ['linxiaoyan', '/callbacks', '回访'], ['sumin', '/roster', '值班'],
  ['hejiayi', '/customers', '客户'], ['zhouqiming', '/staff', '员工'], ['zhouqiming', '/centres', '中心'], ['zhouqiming', '/sign-in-settings', '两步验证'], ['qianshen', '/matters', '事项'], ['liangwei', '/sessions', '登录'], ['fangmin', '/looks', '导出记录'], ['zhenghaitao', '/displays', '大屏链接'], ['dengbin', '/wall', '今日流水'],
  ['liangwei', '/message-settings', '消息设置'], ['zhouqiming', '/message-settings', '推送地址'], ['qianshen', '/message-settings', '还没有设置'], ['sumin', '/records', '接待记录'], ['sumin', '/records?tab=breaches', '按人和部门'], ['fangmin', '/records?tab=checks', '抽取样本'], ['zhenghaitao', '/records?tab=evaluations', '待评估'], ['sunlijun', '/records?tab=measures', '改进措施'], ['sumin', '/records?tab=committee', '登记评估'], ['liangwei', '/records', '首问检查'], ['fangmin', '/policy', '计时方法'], ['liangwei', '/policy?area=choices', '可选做法'], ['fangmin', '/wording', '我们不管'], ['liangwei', '/wording', '网上回复的语气'],
] as const;

const pages = new Map<string, Page>();

/**
 * The screen as that person sees it at 1440 and 390 px, each at a desk they stay signed in at: axe finds nothing, nothing is thrown, nothing hangs over
 * the edge. With nothing in it axe looks at 1440 px alone: what differs at 390 px it sees with words in it.
 */
export async function lookAt(house: Awaited<ReturnType<typeof openForPeople>>, [who, path, says]: readonly [who: (typeof SCREENS)[number][0], path: string, says: string], filled: boolean): Promise<void> {
  const page = pages.get(who) ?? await house.pageOf(who);
  pages.set(who, page);
  const thrown: string[] = [];
  const note = (error: Error) => thrown.push(String(error));
  page.on('pageerror', note);
  await page.setViewportSize(desk);
  await page.goto(path);
  for (const viewport of [desk, phone]) {
    await page.setViewportSize(viewport);
    await page.getByText(says).first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle', { timeout: 800 }).catch(() => undefined); // never idle for long: the line for live news stays open
    if (filled || viewport === desk) await accessible(page);
    expect([path, viewport.width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, viewport.width, viewport.width]);
  }
  page.off('pageerror', note);
  expect(thrown).toEqual([]);
}
