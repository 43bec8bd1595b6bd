import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POSTS } from '@shouwen/contract/posts';
import type { Db } from '../db/connect.ts';
import { DEMO_ADMINISTRATOR, DEMO_STAFF } from '../demo/people.ts';
import type { Config } from './config.ts';
import { makeSetUpLink, makeSignInLink } from './sign-in/links.ts';

/**
 * Says on standard output where the server is, what is in it and how to get in. A link that lets somebody in is shown on a terminal only:
 * elsewhere standard output ends in a log, so there it is put into a file for its owner's eyes.
 */
export async function sayWelcome(db: Db, { baseUrl, home }: Config, demo: boolean, now: Date): Promise<void> {
  console.log(`\n首问已启动 Shouwen is running: ${baseUrl}\n按 Ctrl+C 停止。 Ctrl+C stops it.\n`);
  const file = join(home, 'sign-in-links');
  await rm(file, { force: true });
  const links = demo ? await demoLinks(db, baseUrl, now) : await setUpLink(db, baseUrl, now);
  if (!links) return console.log(SIGN_IN);
  if (process.stdout.isTTY) return console.log(links);
  await writeFile(file, links, { mode: 0o600 });
  console.log(`一次性链接在此文件中 The one-time links are in this file: ${file}\n`);
}

const SIGN_IN = `公司已经设置好，请用用户名和密码登录。 The company is set up: sign in by user name and password.
忘记密码，由公司管理员或在本机重设 A forgotten password is reset by the administrator, or here: bin/shouwen user reset --user-name 用户名
`;

async function demoLinks(db: Db, baseUrl: string, now: Date): Promise<string> {
  const lines: string[] = [];
  for (const [userName, name, post] of [...DEMO_STAFF, [DEMO_ADMINISTRATOR, '周启明', 'company_administrator'] as const]) {
    const link = await makeSignInLink(db, baseUrl, userName, now);
    if (link) lines.push(`  ${name} ${POSTS[post].zh} ${POSTS[post].en} (${userName})\n    ${link}`);
  }
  return `示范中心“丽湖花园”，人物均为虚构。每个链接登录一次，12 小时内有效；再次启动会给出新的链接。
登录后可在“登录与密码”自设密码，以后凭括号中的用户名登录。
The demonstration centre 丽湖花园; its people are invented. Each link signs in once, within 12 hours; every start prints new ones.
Once in, a password can be chosen at “Sign-ins and password”, for the user name in brackets.
${lines.join('\n')}
`;
}

async function setUpLink(db: Db, baseUrl: string, now: Date): Promise<string | undefined> {
  const link = await makeSetUpLink(db, baseUrl, now);
  if (!link) return undefined;
  return `还没有公司。用这个一次性链接设置，24 小时内有效；想先看看，请停止后用 bin/start --demo：\n`
    + `No company yet. Set one up by this one-time link, within 24 hours; to look around first, stop and use bin/start --demo:\n  ${link}\n`;
}
