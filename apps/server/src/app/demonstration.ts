import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Db } from '../db/connect.ts';
import { companyIds } from '../db/in-company.ts';
import { fillIn } from '../demo/history/fill-in.ts';
import { WHOLE } from '../demo/history/tell-history.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { no, Refused } from '../policy/refusal.ts';

/** Says which company is the invented one, for only its people may be signed in by whoever reads the terminal. */
export const demonstrationFile = (home: string) => join(home, 'demonstration');
/** Its id; null where none was ever made here. */
export const demonstrationOf = (home: string): Promise<string | null> => readFile(demonstrationFile(home), 'utf8').catch(() => null);

/**
 * The company that is the demonstration, or undefined; with `wanted` an empty installation becomes one. The file that names it is written before the company:
 * killed in between, it names a company that isn't there, which means nothing.
 * @throws Refused where one is wanted beside a company that is there already
 */
export async function demonstration(db: Db, home: string, wanted: boolean, now: Date): Promise<string | undefined> {
  const companies = await companyIds(db);
  const invented = await demonstrationOf(home);
  if (invented !== null && companies.includes(invented)) return invented;
  if (!wanted) return undefined;
  if (companies.length) {
    throw new Refused(no('input', 'company_there', '这里已经有公司，不能再放入示范中心。不带 --demo 启动即可使用；要看示范，请另用一个 SHOUWEN_HOME 和 PORT。',
      'There is a company here already. Start without --demo to use it, or with another SHOUWEN_HOME and PORT for the demonstration.'));
  }
  console.log('正在准备示范中心… Preparing the demonstration centre…');
  const company = v7();
  await writeFile(demonstrationFile(home), company);
  await seedDemo(db, company, now, WHOLE);
  return company;
}

/** Fills the demonstration's history in while the server serves, and says how far it is; the answer stops it, to go on at the next start. */
export function fillInBehind(db: Db, companyId: string, now: () => Date): () => Promise<void> {
  const stopped = new AbortController();
  let said = 0;
  const filling = fillIn(db, companyId, { now, signal: stopped.signal, progress: (done, total) => {
    const tenth = Math.floor(10 * done / total);
    if (tenth === said) return;
    said = tenth;
    console.log(tenth === 10 ? '示范数据已补齐：三个月的往来都在了。 The demonstration is complete: three months of matters are there.'
      : `示范数据正在补齐 ${tenth * 10}% … Filling in the demonstration's past: ${tenth * 10} %`);
  } }).catch((error: unknown) => { console.error('示范数据没有补齐，再次启动会继续。 The demonstration is not complete; the next start goes on.', error); });
  return async () => {
    stopped.abort();
    await filling;
  };
}
