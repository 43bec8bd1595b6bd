import type { FactOf, Kind, MatterKind } from '@shouwen/contract/facts';
import type { MatterState } from '@shouwen/contract/matters';
import type { ReceptionRecords, ReceptionRecordsAsked } from '@shouwen/contract/records';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { keyOf, readKey } from '../matters/key.rules.ts';
import { namesOf } from '../matters/names.queries.ts';
import type { Staff } from '../staff/staff.ts';
import { admit } from './admit.ts';

interface Of { centre: string; department?: string | undefined; from: string; to: string }

/**
 * FCR-26: the matters that reached a department or left it in a period of the centre's days, with when they first did: taken in by its people,
 * offered to it, accepted by it, put to it by a coordination form, or handed over by its people. Without a department, those of the whole centre.
 */
const onRecord = (companyId: string, { centre, department, from, to }: Of) => sql<{ matter_id: string; reached_at: Date; taken_in: boolean }>`
  select f.matter_id, min(f.happened_at) as reached_at, bool_or(f.what = 'received') as taken_in
  from matter_fact f join matter m on m.company_id = f.company_id and m.matter_id = f.matter_id join centre c on c.company_id = m.company_id and c.centre_id = m.centre_id
  where f.company_id = ${companyId} and m.centre_id = ${centre}::uuid and not m.imported and f.what in ('received', 'handed_over', 'accepted', 'coordination_issued')
    and f.happened_at >= (${from}::date)::timestamp at time zone c.zone and f.happened_at < (${to}::date + 1)::timestamp at time zone c.zone
    ${department === undefined ? sql`` : sql`and (f.data->>'department' = ${department} or f.data->>'toDepartment' = ${department} or f.data->'departments' @> to_jsonb(${department}::text)
      or (f.what in ('received', 'handed_over') and exists (select from post_held p where p.company_id = f.company_id and p.staff_id = coalesce(f.data->>'firstContact', f.by::text)::uuid
        and p.department_id = ${department}::uuid and p.held_from <= f.happened_at and (p.held_until is null or p.held_until > f.happened_at))))`}
  group by f.matter_id`;

/** Of which a check draws its sample (FCR-32). */
export async function mattersOnRecord(tx: Tx, companyId: string, of: Of): Promise<string[]> {
  return (await onRecord(companyId, of).execute(tx)).rows.map((row) => row.matter_id);
}

type Row = { matter_id: string; reached_at: Date; taken_in: boolean; number: string; title: string; kind: string; state: string; received_at: Date; first_contact_id: string | null; holder_id: string | null; holder_department_id: string | null; closed_at: Date | null; closed_way: string | null };

/** FCR-26: the reception record (接待业主情况记录), the latest first, a page by key: how each matter came, where it went, how and when it ended. */
export async function receptionRecords(tx: Tx, by: Staff, asked: ReceptionRecordsAsked): Promise<ReceptionRecords> {
  admit(by, 'see_records', asked.centre);
  const limit = asked.limit ?? 50;
  const after = readKey(asked.after);
  const { rows } = await sql<Row>`
    select r.matter_id, r.reached_at, r.taken_in, m.number, m.title, m.kind, m.state, m.received_at, m.first_contact_id, m.holder_id, m.holder_department_id, m.closed_at, m.closed_way
    from (${onRecord(by.companyId, asked)}) r join matter m on m.company_id = ${by.companyId} and m.matter_id = r.matter_id
    where ${asked.open ? sql`m.closed_at is null` : sql`true`} ${after?.at ? sql`and (r.reached_at, r.matter_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by r.reached_at desc, r.matter_id desc limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  const facts = await custodyFacts(tx, by.companyId, page.map((row) => row.matter_id));
  const names = await namesOf(tx, by.companyId, [...page.flatMap((row) => [row.first_contact_id, row.holder_id, row.holder_department_id]), ...facts.flatMap((f) => [f.by, f.data.toStaff, f.data.toDepartment])]);
  const last = page.at(-1);
  return {
    rows: page.map((row) => {
      const own = facts.filter((f) => f.matterId === row.matter_id);
      return {
        number: row.number, title: row.title, kind: row.kind as MatterKind, reachedAt: row.reached_at.toISOString(), receivedAt: row.received_at.toISOString(), takenIn: row.taken_in,
        firstContact: names.person(row.first_contact_id), acceptedAt: own.find((f) => f.what === 'accepted')?.at.toISOString() ?? null,
        handedOver: own.filter((f) => f.what === 'handed_over').map((f) => ({ at: f.at.toISOString(), by: names.person(f.by), to: names.department(f.data.toDepartment) ?? names.person(f.data.toStaff)?.name ?? null })),
        holder: names.person(row.holder_id), department: names.department(row.holder_department_id), state: row.state as MatterState, endedAt: row.closed_at?.toISOString() ?? null, endedWay: row.closed_way,
      };
    }),
    next: rows.length > limit && last ? keyOf(last.reached_at, last.matter_id) : null,
  };
}

async function custodyFacts(tx: Tx, companyId: string, matterIds: readonly string[]) {
  if (matterIds.length === 0) return [];
  const rows = await tx.selectFrom('matter_fact').select(['matter_id as matterId', 'what', 'happened_at as at', 'by', 'data']).where('company_id', '=', companyId).where('matter_id', 'in', matterIds)
    .where('what', 'in', ['handed_over', 'accepted'] satisfies Kind[]).orderBy('happened_at').orderBy('fact_id').execute();
  return rows.map((row) => ({ ...row, data: row.data as unknown as Partial<FactOf<'handed_over'>['data']> }));
}
