import { CompiledQuery, sql } from 'kysely';
import { SEE_COMPANY } from './client.ts';
import type { Db, Tx } from './connect.ts';

/** The only way to rows: one transaction that sees one company. Row-level security hides all others. */
export function inCompany<T>(db: Db, companyId: string, work: (tx: Tx) => Promise<T>, isolation: 'read committed' | 'repeatable read' = 'read committed'): Promise<T> {
  return db.transaction().setIsolationLevel(isolation).execute(async (tx) => {
    await tx.executeQuery(CompiledQuery.raw(SEE_COMPANY, [companyId]));
    return work(tx);
  });
}

/** Ids of all companies of this installation, for work that goes through every one of them. */
export async function companyIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select company_ids() as id`.execute(db);
  return rows.map((row) => row.id);
}
