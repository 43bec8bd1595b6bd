import { Type, type Static } from 'typebox';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { SPOKEN } from '../matters/standing.rules.ts';
import { param } from '../policy/rulebook.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import type { Staff } from '../staff/staff.ts';

export const InPeriod = Type.Object({
  centre: Type.Optional(Type.String({ format: 'uuid' })), from: Type.Optional(Type.String({ format: 'date-time' })), to: Type.Optional(Type.String({ format: 'date-time' })),
}, { additionalProperties: false });
export type InPeriod = Static<typeof InPeriod>;
export const Trips = Type.Object({ matters: Type.Integer(), tooMany: Type.Integer(), atMost: Type.Integer(), numbers: Type.Array(Type.String()) });

/** FCR-18: of the matters received in [from, to), those for which the customer had to come or ask once more than the rule allows; at most 200 by number. Our own calls don't count. */
export async function tripsCounted(tx: Tx, by: Staff, { centre, from, to }: InPeriod): Promise<Static<typeof Trips>> {
  const centres = centresWhere(by, 'see_statistics');
  const atMost = param('FCR-18/max_customer_trips') as number;
  const { rows: [counted] } = await sql<{ matters: number; tooMany: number; numbers: string[] }>`
    select count(*)::int as matters, count(*) filter (where trips > ${atMost})::int as "tooMany", coalesce((array_agg(number order by number) filter (where trips > ${atMost}))[1:200], '{}') as numbers from (
      select m.number, (m.channel = any(${SPOKEN}::text[]))::int + count(f.fact_id) as trips
      from matter m left join matter_fact f on f.company_id = m.company_id and f.matter_id = m.matter_id and f.what = 'customer_came_again'
      where m.company_id = ${by.companyId} and not m.imported
        and (${centres === 'all'} or m.centre_id = any(${centres === 'all' ? [] : centres}::uuid[])) and (${centre === undefined} or m.centre_id = ${centre ?? null}::uuid)
        and m.received_at >= ${from ? new Date(from) : new Date(0)} and m.received_at < ${to ? new Date(to) : new Date('9999-01-01')}
      group by m.matter_id, m.number, m.channel) as each_matter`.execute(tx);
  return { ...counted!, atMost };
}
