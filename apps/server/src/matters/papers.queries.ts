import type { Papers } from '@shouwen/contract/matters';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { keyOf, readKey } from '../search/page-key.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import { factsOf } from './matters.store.ts';
import { papersFor } from './papers.rules.ts';
import { standingOf } from './standing.rules.ts';

/** Looked through for one page; of one of them several papers, or none, may be this person's. */
const MATTERS = 100;

/** FCR-21 to FCR-23, FCR-38, FCR-40: what waits for this person besides clocks, in pages of the matters that have a paper open, and what they were brought into from another centre. */
export async function papers(tx: Tx, by: Staff, after: string | undefined): Promise<Papers> {
  const mine = centresWhere(by, 'see_matters');
  const from = readKey(after)?.[1];
  const here = mine === 'all' ? undefined : mine;
  const rows = await tx.selectFrom('matter as m').innerJoin('centre as c', (on) => on.onRef('c.company_id', '=', 'm.company_id').onRef('c.centre_id', '=', 'm.centre_id'))
    .select(['m.matter_id', 'm.number', 'm.title', 'm.centre_id', 'm.closed_at', 'c.name as centre']).where('m.company_id', '=', by.companyId)
    .where((eb) => eb.or([
      eb.and([eb('m.papers_open', '=', true), ...(here ? [here.length ? eb('m.centre_id', 'in', here) : eb.val(false)] : [])]),
      sql<boolean>`m.matter_id in (select f.matter_id from matter_fact f where f.company_id = ${by.companyId} and f.what = 'centre_brought_in' and f.data->>'staff' = ${by.id})`,
    ])).$if(from !== undefined, (rest) => rest.where('m.matter_id', '>', from!)).orderBy('m.matter_id').limit(MATTERS + 1).execute();
  const page = rows.slice(0, MATTERS);
  const found: Papers['rows'] = [];
  for (const row of page) {
    const facts = await factsOf(tx, by.companyId, row.matter_id);
    const seen = standingOf(facts);
    const brought = facts.findLast((fact) => fact.what === 'centre_brought_in' && fact.data.staff === by.id);
    const waiting = [...papersFor({ by, centreId: row.centre_id, seen }), ...(brought && !row.closed_at ? [{ what: 'other_centre' as const, paper: null, since: brought.at }] : [])];
    found.push(...waiting.map((one) => ({ number: row.number, title: row.title, centre: row.centre, what: one.what, paper: one.paper, since: new Date(one.since).toISOString() })));
  }
  const last = page.at(-1);
  return { rows: found.sort((a, b) => a.since.localeCompare(b.since)), next: rows.length > MATTERS && last ? keyOf('', last.matter_id) : null };
}
