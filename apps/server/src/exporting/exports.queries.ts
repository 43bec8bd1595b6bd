import type { Export, Exported } from '@shouwen/contract/exporting';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { keyOf, readKey } from '../search/page-key.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { centresWhere } from '../staff/who-may.rules.ts';

/** ARC-07: which lists left as files, the last first, of the centres whose log one may read. */
export async function exportsList(tx: Tx, by: Staff, { centre, after, limit = 50 }: { centre?: string; after?: string; limit?: number }): Promise<{ rows: Export[]; next: string | null }> {
  const centres = centresWhere(by, 'see_looks');
  const from = readKey(after);
  const rows = await tx.selectFrom('list_export as e').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'e.company_id').onRef('s.staff_id', '=', 'e.asked_by'))
    .select(['e.export_id', 'e.asked_at', 's.name', 'e.list', 'e.narrowing', 'e.phones', 'e.why', 'e.taken_at', 'e.rows']).where('e.company_id', '=', by.companyId)
    .$if(centres !== 'all', (query) => query.where(sql<boolean>`e.centre_id = any (${centres as readonly string[]}::uuid[])`)).$if(centre !== undefined, (query) => query.where('e.centre_id', '=', centre!))
    .$if(from !== undefined, (query) => query.where(sql<boolean>`(e.asked_at, e.export_id) < (${from![0]}::timestamptz, ${from![1]}::uuid)`)).orderBy('e.asked_at', 'desc').orderBy('e.export_id', 'desc').limit(limit + 1).execute();
  const found = rows.slice(0, limit), last = rows.length > limit ? found.at(-1) : undefined;
  return {
    rows: found.map((row) => ({ id: row.export_id, at: row.asked_at.toISOString(), by: row.name, list: row.list as Exported, narrowing: row.narrowing as Record<string, string>, phones: row.phones, why: row.why, takenAt: row.taken_at?.toISOString() ?? null, rows: row.rows })),
    next: last ? keyOf(last.asked_at.toISOString(), last.export_id) : null,
  };
}
