import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POSTS } from '@shouwen/contract/staff';
import type { Db } from '../db/connect.ts';
import { DEMO_ADMINISTRATOR, DEMO_STAFF } from '../demo/people.ts';
import type { Config } from './config.ts';
import { makeSetUpLink, makeSignInLink } from './sign-in/links.ts';

/**
 * Says on standard output where the server is and how to get in. A link that lets somebody in is shown on a terminal only: elsewhere
 * standard output ends in a log, so there it is put into a file for its owner's eyes.
 */
export async function sayWelcome(db: Db, { baseUrl, home }: Config, demoUserNames: readonly string[], now: Date): Promise<void> {
  console.log(`\n首问已启动 Shouwen is running: ${baseUrl}\n按 Ctrl+C 停止。 Ctrl+C stops it.\n`);
  const file = join(home, 'sign-in-links');
  await rm(file, { force: true });
  const links = await demoLinks(db, baseUrl, demoUserNames, now) ?? await setUpLink(db, baseUrl, now);
  if (!links) return;
  if (process.stdout.isTTY) return console.log(links);
  await writeFile(file, links, { mode: 0o600 });
  console.log(`一次性链接在此文件中 The one-time links are in this file: ${file}\n`);
}

async function demoLinks(db: Db, baseUrl: string, userNames: readonly string[], now: Date): Promise<string | undefined> {
  if (!userNames.length) return undefined;
  const lines = await Promise.all(userNames.map(async (userName) => {
    const [, name, post] = DEMO_STAFF.find(([known]) => known === userName) ?? [DEMO_ADMINISTRATOR, '周启明', 'company_administrator'] as const;
    return `  ${name} ${POSTS[post].zh} ${POSTS[post].en}\n    ${await makeSignInLink(db, baseUrl, userName, now)}`;
  }));
  return `示范中心，人物均为虚构。每个链接登录一次，12 小时内有效：\nThe demonstration centre; its people are invented. Each link signs in once, within 12 hours:\n${lines.join('\n')}\n`;
}

async function setUpLink(db: Db, baseUrl: string, now: Date): Promise<string | undefined> {
  const link = await makeSetUpLink(db, baseUrl, now);
  if (!link) return undefined;
  return `还没有公司。用这个一次性链接设置，24 小时内有效；想先看看，请停止后用 bin/start --demo：\n`
    + `No company yet. Set one up by this one-time link, within 24 hours; to look around first, stop and use bin/start --demo:\n  ${link}\n`;
}
