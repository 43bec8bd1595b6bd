import { Type, type Static } from 'typebox';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { SPOKEN } from '../matters/standing.rules.ts';
import { inForce } from '../policy/policy.ts';
import { policiesOf } from '../policy/policy.store.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import type { Staff } from '../staff/staff.ts';

export const InPeriod = Type.Object({
  centre: Type.Optional(Type.String({ format: 'uuid' })), from: Type.Optional(Type.String({ format: 'date-time' })), to: Type.Optional(Type.String({ format: 'date-time' })),
}, { additionalProperties: false });
export type InPeriod = Static<typeof InPeriod>;
export const Trips = Type.Object({ matters: Type.Integer(), tooMany: Type.Integer(), atMost: Type.Integer(), numbers: Type.Array(Type.String()) });

/** FCR-18: of the matters received in [from, to), those for which the customer had to come or ask once more than the rule allows; at most 200 by number. Our own calls don't count.
 * Each centre's own number in force now counts; `atMost` is the largest of them. */
export async function tripsCounted(tx: Tx, by: Staff, { centre, from, to }: InPeriod, now: Date): Promise<Static<typeof Trips>> {
  const centres = centresWhere(by, 'see_statistics');
  const among = await tx.selectFrom('centre').select('centre_id').where('company_id', '=', by.companyId).$if(centre !== undefined, (one) => one.where('centre_id', '=', centre!)).execute();
  const limits: { centre: string; atMost: number }[] = [];
  for (const { centre_id } of among) limits.push({ centre: centre_id, atMost: inForce(await policiesOf(tx, by.companyId, centre_id), now.getTime()).numbers['FCR-18/max_customer_trips'] as number });
  const { rows: [counted] } = await sql<{ matters: number; tooMany: number; numbers: string[] }>`
    select count(*)::int as matters, count(*) filter (where trips > at_most)::int as "tooMany", coalesce((array_agg(number order by number) filter (where trips > at_most))[1:200], '{}') as numbers from (
      select m.number, allowed.at_most, (m.channel = any(${SPOKEN}::text[]))::int + count(f.fact_id) as trips
      from matter m join unnest(${limits.map((limit) => limit.centre)}::uuid[], ${limits.map((limit) => limit.atMost)}::int[]) as allowed (centre_id, at_most) using (centre_id)
        left join matter_fact f on f.company_id = m.company_id and f.matter_id = m.matter_id and f.what = 'customer_came_again'
      where m.company_id = ${by.companyId} and not m.imported
        and (${centres === 'all'} or centre_id = any(${centres === 'all' ? [] : centres}::uuid[])) and (${centre === undefined} or centre_id = ${centre ?? null}::uuid)
        and m.received_at >= ${from ? new Date(from) : new Date(0)} and m.received_at < ${to ? new Date(to) : new Date('9999-01-01')}
      group by m.matter_id, m.number, m.channel, allowed.at_most) as each_matter`.execute(tx);
  return { ...counted!, atMost: Math.max(0, ...limits.map((limit) => limit.atMost)) };
}
