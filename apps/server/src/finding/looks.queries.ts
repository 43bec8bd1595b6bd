import type { Look, LooksAsked } from '@shouwen/contract/customers';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { param } from '../policy/rulebook.ts';
import { keyOf, readKey } from '../search/page-key.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { centresWhere } from '../staff/who-may.rules.ts';

type Row = Omit<Look, 'at' | 'by'> & { at: Date; by: string; byName: string | null };

/** ARC-07: who looked at whose data, when, at what and what for; newest first, in pages, of the centres whose log one may read. */
export async function looksList(tx: Tx, by: Staff, asked: LooksAsked): Promise<{ rows: Look[]; next: string | null }> {
  const centres = centresWhere(by, 'see_looks');
  const zone = param('CAL-01/timezone') as string;
  const after = readKey(asked.after);
  const most = asked.limit + 1;
  const page = (centre: RawBuilder<unknown>) => sql`k.company_id = ${by.companyId}
    ${centres === 'all' ? sql`` : sql`and ${centre} = any (${centres}::uuid[])`}
    ${asked.centre === undefined ? sql`` : sql`and ${centre} = ${asked.centre}::uuid`}
    ${asked.staff === undefined ? sql`` : sql`and k.looked_by = ${asked.staff}::uuid`}
    ${asked.from === undefined ? sql`` : sql`and k.looked_at >= (${asked.from}::date)::timestamp at time zone ${zone}`}
    ${asked.until === undefined ? sql`` : sql`and k.looked_at < (${asked.until}::date + 1)::timestamp at time zone ${zone}`}
    ${after ? sql`and (k.looked_at, k.look_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}`;
  const inOrder = sql`order by k.looked_at desc, k.look_id desc limit ${most}`;
  const ofFiles = sql`select k.look_id as id, k.looked_at as at, k.looked_by as by, 'file' as what, k.purpose, p.centre_id as "centreId", p.name as whom, p.person_id as "personId", null as matter
    from customer_look k join person p on p.company_id = k.company_id and p.person_id = k.person_id
    where ${page(sql`p.centre_id`)} ${asked.person === undefined ? sql`` : sql`and k.person_id = ${asked.person}::uuid`} ${inOrder}`;
  const ofMatters = sql`select k.look_id, k.looked_at, k.looked_by, k.what, 'matter', m.centre_id, case when m.kind <> 'wrongdoing_report' then m.reporter_name end, case when m.kind <> 'wrongdoing_report' then m.person_id end, m.number
    from matter_look k join matter m on m.company_id = k.company_id and m.matter_id = k.matter_id where ${page(sql`m.centre_id`)} ${asked.person === undefined ? sql`` : sql`and m.person_id = ${asked.person}::uuid and m.kind <> 'wrongdoing_report'`} ${inOrder}`;
  const { rows } = await sql<Row>`
    select l.*, s.name as "byName" from ((${ofFiles}) union all (${ofMatters})) l
      left join staff s on s.company_id = ${by.companyId} and s.staff_id = l.by order by l.at desc, l.id desc limit ${most}`.execute(tx);
  const found = rows.slice(0, asked.limit), last = rows.length > asked.limit ? found.at(-1) : undefined;
  return { rows: found.map(({ at, by: id, byName, ...look }) => ({ ...look, at: at.toISOString(), by: { id, name: byName ?? '' } })), next: last ? keyOf(last.at.toISOString(), last.id) : null };
}
