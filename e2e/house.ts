import { listen } from '../apps/server/src/app/listen.ts';
import { openHouse } from '../apps/server/src/app/open-house.ts';
import { makeSignInLink } from '../apps/server/src/app/sign-in/links.ts';
import { inCompany } from '../apps/server/src/db/in-company.ts';
import { insertLogin } from '../apps/server/src/staff/logins.store.ts';
import { freePort } from '../apps/server/src/testing/free-port.ts';
import { PEOPLE, world, type Person } from '../apps/server/src/testing/world.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { desk, openBrowser } from './browser.ts';

/**
 * The product as `bin/start` serves it, on a free port, with 丽湖花园 and its people on a database of its own, and Chromium to use it.
 * @param at the moment it begins, ISO; the clock stands there until `moveClock`. Today by default: sessions end by the true time.
 * @param smtp the mail server; without it no e-mail is offered
 * @param innerTargets whether webhooks and pushes may go to this very machine
 */
export async function openForPeople(at = new Date().toISOString(), { smtp, innerTargets = false }: { smtp?: string; innerTargets?: boolean } = {}) {
  const there = await world(at);
  await inCompany(there.db, there.company, async (tx) => {
    for (const who of Object.keys(PEOPLE) as Person[]) await insertLogin(tx, { id: there.ids[who], companyId: there.company, userName: who }, there.now());
  });
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const { house, db, close } = await openHouse({ databaseUrl: there.url.app, baseUrl, now: there.now, innerTargets, ...(smtp && { mail: { url: smtp, from: '首问 <shouwen@hengyu.example>' } }) });
  const stop = await listen(house, { host: '127.0.0.1', port, tls: undefined });
  const browser: Browser = await openBrowser();

  return {
    ...there, baseUrl, browser,
    /** A page of somebody's own browser, signed in by a one-time link. */
    async pageOf(who: Person, options: BrowserContextOptions = { viewport: desk }): Promise<Page> {
      const page = await (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: baseUrl, ...options })).newPage();
      await page.goto((await makeSignInLink(db, baseUrl, who, there.now()))!);
      await page.getByRole('button', { name: '登录' }).click();
      await page.waitForURL((url) => url.pathname !== '/once');
      return page;
    },
    async end() {
      await browser.close();
      await stop();
      await close();
      await there.end();
    },
  };
}
