import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../db/connect.ts';
import type { Config } from './config.ts';
import { makeSetUpLink } from './sign-in/links.ts';

/**
 * Says on standard output where the server is and how to get in. A link that signs somebody in is shown on a terminal only: elsewhere
 * standard output ends in a log, so there it is put into a file for its owner's eyes.
 */
export async function sayWelcome(db: Db, { baseUrl, home }: Config, now: Date): Promise<void> {
  console.log(`\n首问已启动 Shouwen is running: ${baseUrl}\n按 Ctrl+C 停止。 Ctrl+C stops it.\n`);
  const file = join(home, 'sign-in-links');
  await rm(file, { force: true });
  const setUp = await makeSetUpLink(db, baseUrl, now);
  if (!setUp) return;
  const text = `还没有公司。请用这个一次性链接设置（先停止，再用 bin/start --demo，则是示范中心）：\n`
    + `No company yet. Set one up by this one-time link (or stop, and bin/start --demo for a demonstration centre):\n  ${setUp}\n`;
  if (process.stdout.isTTY) return console.log(text);
  await writeFile(file, text, { mode: 0o600 });
  console.log(`还没有公司；一次性设置链接在此文件中。 No company yet; the one-time set-up link is in this file:\n  ${file}\n`);
}
