import type { Verdict } from '@shouwen/contract/clocks';
import type { Fact } from '@shouwen/contract/facts';
import { sql } from 'kysely';
import type { Db, Tx } from '../db/connect.ts';
import type { Finding, MatterToCheck } from './invariants.rules.ts';

export interface CentreToCheck { id: string; name: string; zone: string }
export async function centresToCheck(tx: Tx, companyId: string): Promise<CentreToCheck[]> {
  return tx.selectFrom('centre').select(['centre_id as id', 'name', 'zone']).where('company_id', '=', companyId).orderBy('code').execute();
}

/** The matters of a centre in the order of their ids, with all that is stored of them. */
export async function mattersToCheck(tx: Tx, companyId: string, centreId: string, after: string | null, limit: number): Promise<(MatterToCheck & { id: string })[]> {
  const rows = await tx.selectFrom('matter').select(['matter_id', 'number', 'centre_id', 'revision', 'state', 'kind', 'class', 'holder_id', 'first_contact_id', 'closed_at', 'next_clock', 'next_due_at'])
    .where('company_id', '=', companyId).where('centre_id', '=', centreId).$if(after !== null, (query) => query.where('matter_id', '>', after)).orderBy('matter_id').limit(limit).execute();
  if (!rows.length) return [];
  const ids = rows.map((row) => row.matter_id);
  const facts = await tx.selectFrom('matter_fact').select(['matter_id', 'fact_id', 'what', 'happened_at', 'recorded_at', 'by', 'data']).where('company_id', '=', companyId).where('matter_id', 'in', ids).execute();
  const clocks = await tx.selectFrom('clock').select(['matter_id', 'clock_id', 'start_at', 'due_at', 'verdict', 'policy', 'derived', 'differing']).where('company_id', '=', companyId).where('matter_id', 'in', ids).execute();
  const [factsOf, clocksOf] = [Map.groupBy(facts, (f) => f.matter_id), Map.groupBy(clocks, (c) => c.matter_id)];
  return rows.map(({ matter_id: id, number, centre_id: centre, revision, ...columns }) => ({
    id, number, centreId: centre, revision, columns: columns as MatterToCheck['columns'],
    facts: (factsOf.get(id) ?? []).map((f) => ({ id: f.fact_id, what: f.what, at: f.happened_at.getTime(), recordedAt: f.recorded_at.getTime(), by: f.by, data: f.data }) as unknown as Fact),
    clocks: (clocksOf.get(id) ?? []).map((c) => ({ id: c.clock_id, start: c.start_at.getTime(), due: c.due_at?.getTime() ?? null, verdict: c.verdict as Verdict | null, policy: c.policy, derived: c.derived, differing: c.differing !== null })),
  }));
}

/** Staff who are still with the company. */
export async function staffHere(tx: Tx, companyId: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('staff').select('staff_id').where('company_id', '=', companyId).where('left_at', 'is', null).execute();
  return new Set(rows.map((row) => row.staff_id));
}

/**
 * Nothing falls between two days: the matters on the register of a day are those whose receipts lie in it, dispatched, solved on the spot, or
 * unassigned. Read off the register on one side and off the record on the other.
 */
export async function flowFindings(tx: Tx, companyId: string, { id, zone }: { id: string; zone: string }): Promise<Finding[]> {
  const { rows } = await sql<{ day: string; received: number; dispatched: number; on_spot: number; unassigned: number }>`
    with register as (select (received_at at time zone ${zone})::date as day, count(*)::int as received from matter where company_id = ${companyId} and centre_id = ${id} group by 1),
    receipts as (select f.matter_id, (min(coalesce(corrected.at, f.happened_at)) at time zone ${zone})::date as day from matter_fact f join matter m using (company_id, matter_id)
      left join lateral (select to_timestamp((c.data->>'to')::float8 / 1000) as at from matter_fact c where c.company_id = f.company_id and c.matter_id = f.matter_id
        and c.what = 'time_corrected' and c.data->>'fact' = f.fact_id::text order by c.recorded_at desc, c.fact_id desc limit 1) as corrected on true
      where company_id = ${companyId} and m.centre_id = ${id} and f.what = 'received' group by 1),
    acts as (select matter_id, bool_or(what = 'solved_on_spot') as on_spot, bool_or(what = 'accepted') as accepted from matter_fact
      where company_id = ${companyId} and what in ('solved_on_spot', 'accepted') group by 1),
    flow as (select day, count(*) filter (where accepted and not on_spot)::int as dispatched, count(*) filter (where on_spot)::int as on_spot, count(*) filter (where accepted is null)::int as unassigned
      from receipts left join acts using (matter_id) group by 1)
    select day, coalesce(received, 0) as received, coalesce(dispatched, 0) as dispatched, coalesce(on_spot, 0) as on_spot, coalesce(unassigned, 0) as unassigned
    from register full join flow using (day) where received is distinct from dispatched + on_spot + unassigned order by day`.execute(tx);
  return rows.map((row) => ({
    rule: 'CMP-10', code: 'flow', centreId: id, matter: null,
    zh: `${row.day}：受理 ${row.received} 件 ≠ 已派 ${row.dispatched} + 当场解决 ${row.on_spot} + 未派 ${row.unassigned}`,
    en: `${row.day}: received ${row.received} ≠ dispatched ${row.dispatched} + on the spot ${row.on_spot} + unassigned ${row.unassigned}`,
  }));
}

/** Tables in which the role of this connection would see more than one company, or nothing in its way of doing so. */
export async function unboundFindings(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ what: string }>`
    select rolname || ' bypasses row-level security' as what from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
    union all select relname || ' has no row-level security' from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migration'
      and (not relrowsecurity or pg_has_role(current_user, relowner, 'member') or not exists (select from pg_policy where polrelid = pg_class.oid))`.execute(db);
  return rows.map(({ what }) => ({ rule: 'ARC-07', code: 'unbound_role', centreId: null, matter: null, zh: `服务器所用的数据库角色不受公司隔离约束：${what}`, en: `the server's database role is not kept to one company: ${what}` }));
}
