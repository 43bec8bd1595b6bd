import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Db } from '../db/connect.ts';
import { companyIds } from '../db/in-company.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { no, Refused } from '../policy/refusal.ts';

/**
 * Whether the installation is the demonstration; with `wanted` an empty one becomes it. A file in `home` says which company is the invented
 * one, for only its people may be signed in by whoever reads the terminal. It is written before the company: killed in between, it names
 * a company that isn't there, which means nothing.
 * @throws Refused where one is wanted beside a company that is there already
 */
export async function demonstration(db: Db, home: string, wanted: boolean, now: Date): Promise<boolean> {
  const file = join(home, 'demonstration');
  const companies = await companyIds(db);
  if (companies.includes(await readFile(file, 'utf8').catch(() => ''))) return true;
  if (!wanted) return false;
  if (companies.length) {
    throw new Refused(no('input', 'company_there', '这里已经有公司，不能再放入示范中心。不带 --demo 启动即可使用；要看示范，请另用一个 SHOUWEN_HOME 和 PORT。',
      'There is a company here already. Start without --demo to use it, or with another SHOUWEN_HOME and PORT for the demonstration.'));
  }
  console.log('正在准备示范中心… Preparing the demonstration centre…');
  const company = v7();
  await writeFile(file, company);
  await seedDemo(db, company, now);
  return true;
}
