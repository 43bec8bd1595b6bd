import { connect, type Db } from '../../db/connect.ts';
import { companyIds, inCompany } from '../../db/in-company.ts';
import type { Work } from '../../db/work.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { companyName } from '../../staff/centres.queries.ts';
import { operatorOf } from '../../staff/operator.ts';
import { readConfig } from '../config.ts';
import { doWork } from '../do-work.ts';
import { openDatabase } from '../open-database.ts';

export interface Installation { db: Db; counters: Db; baseUrl: string; now: Date }

/** Opens the installation's database, by the same settings as bin/start and also while that runs, and closes it again. */
export async function inInstallation<T>(use: (here: Installation) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const database = await openDatabase(config);
  const [db, counters] = [connect(database.appUrl, 2), connect(database.appUrl, 1)];
  try {
    return await use({ db, counters, baseUrl: config.baseUrl, now: new Date() });
  } finally {
    await db.destroy();
    await counters.destroy();
    await database.close();
  }
}

/** The one company, or the one of that name. Throws Refused where that doesn't say which. */
export async function companyNamed({ db }: Installation, name: string | undefined): Promise<string> {
  const companies = await Promise.all((await companyIds(db)).map((id) => inCompany(db, id, async (tx) => ({ id, name: await companyName(tx, id) }))));
  const meant = name === undefined ? companies : companies.filter((company) => company.name === name);
  if (meant.length === 1) return meant[0]!.id;
  if (companies.length === 0) throw new Refused(no('input', 'no_company', '还没有公司，请先用 bin/start 设置。', 'There is no company yet: set one up with bin/start.'));
  const names = companies.map((company) => company.name).join('、');
  throw new Refused(no('input', 'which_company', `请用 --company 指明公司：${names}。`, `Say which company with --company: ${names}.`, 'company'));
}

/** One write by whoever works at the machine. */
export function workHere<T>({ db, counters, now }: Installation, companyId: string, useCase: (work: Work) => Promise<T>): Promise<T> {
  return doWork(db, counters, operatorOf(companyId), now, useCase);
}
