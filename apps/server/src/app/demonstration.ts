import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../db/connect.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { no, Refused } from '../policy/refusal.ts';
import { nobodyCanSignIn } from '../staff/logins.store.ts';

/**
 * User names of the demonstration centre's people, none in an installation that isn't one; with `wanted` an empty installation becomes
 * one. A file in `home` remembers it, for only the invented people may be signed in by whoever reads the terminal.
 * @throws Refused where one is wanted beside a company that is there already
 */
export async function demonstration(db: Db, counters: Db, home: string, wanted: boolean, now: Date): Promise<readonly string[]> {
  const file = join(home, 'demonstration');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known) return known.split('\n');
  if (!wanted) return [];
  if (!(await nobodyCanSignIn(db))) {
    throw new Refused(no('input', 'company_there', '这里已经有公司，不能再放入示范中心。请为示范另用一个 SHOUWEN_HOME。',
      'There is a company here already. Use another SHOUWEN_HOME for the demonstration.'));
  }
  console.log('正在准备示范中心… Preparing the demonstration centre…');
  const userNames = await seedDemo(db, counters, now);
  await writeFile(file, userNames.join('\n'));
  return userNames;
}
