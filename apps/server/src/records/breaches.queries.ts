import type { MatterKind } from '@shouwen/contract/facts';
import type { BreachKind, Breaches } from '@shouwen/contract/records';
import type { Tx } from '../db/connect.ts';
import { namesOf } from '../matters/names.queries.ts';
import { keyOf, readKey } from '../matters/key.rules.ts';
import { sql } from 'kysely';
import type { Staff } from '../staff/staff.ts';
import { admit } from './admit.ts';

interface Paging { after?: string | undefined; limit?: number | undefined }

/** FCR-32: those established in a centre, for the lead, its manager and the quality department. */
export async function breachesIn(tx: Tx, by: Staff, asked: { centre: string } & Paging): Promise<Breaches> {
  admit(by, 'see_records', asked.centre);
  return breaches(tx, by.companyId, { centre: asked.centre }, asked);
}
/** FCR-32: those established of oneself. */
export const ownBreaches = (tx: Tx, by: Staff, asked: Paging): Promise<Breaches> => breaches(tx, by.companyId, { staff: by.id }, asked);

async function breaches(tx: Tx, companyId: string, of: { centre?: string; staff?: string }, asked: Paging): Promise<Breaches> {
  const limit = asked.limit ?? 50;
  const after = readKey(asked.after);
  const rows = await tx.selectFrom('breach as b').innerJoin('matter as m', (on) => on.onRef('m.company_id', '=', 'b.company_id').onRef('m.matter_id', '=', 'b.matter_id'))
    .select(['b.breach_id', 'b.kind as what', 'b.staff_id', 'b.department_id', 'b.words', 'b.established_at', 'b.established_by', 'm.number', 'm.title', 'm.kind']).where('b.company_id', '=', companyId)
    .$if(of.centre !== undefined, (all) => all.where('b.centre_id', '=', of.centre!)).$if(of.staff !== undefined, (all) => all.where('b.staff_id', '=', of.staff!))
    .$if(!!after?.at, (all) => all.where(sql<boolean>`(b.established_at, b.breach_id) < (${after!.at}::timestamptz, ${after!.id}::uuid)`))
    .orderBy('b.established_at', 'desc').orderBy('b.breach_id', 'desc').limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const stated = page.length === 0 ? [] : await tx.selectFrom('breach_statement').select(['breach_id', 'words', 'stated_by', 'stated_at']).where('company_id', '=', companyId).where('breach_id', 'in', page.map((row) => row.breach_id)).orderBy('statement_id').execute();
  const names = await namesOf(tx, companyId, [...page.flatMap((row) => [row.staff_id, row.department_id, row.established_by]), ...stated.map((one) => one.stated_by)]);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.breach_id, what: row.what as BreachKind, number: row.number, title: row.title, kind: row.kind as MatterKind, person: names.person(row.staff_id), department: names.department(row.department_id),
      words: row.words, at: row.established_at.toISOString(), by: names.person(row.established_by),
      statements: stated.filter((one) => one.breach_id === row.breach_id).map((one) => ({ at: one.stated_at.toISOString(), by: names.person(one.stated_by), words: one.words })),
    })),
    next: rows.length > limit && last ? keyOf(last.established_at, last.breach_id) : null,
  };
}
