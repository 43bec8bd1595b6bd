import type { Clock } from '@shouwen/contract/clocks';
import type { Duty, MyDay } from '@shouwen/contract/matters';
import type { MatterKind } from '@shouwen/contract/facts';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import type { Timekeeping } from '../db/work.ts';
import type { Staff } from '../staff/staff.ts';
import type { RoleHere } from './roles-now.queries.ts';
import { keyOf, readKey } from './key.rules.ts';
import { flowSince } from './list.queries.ts';
import { namesOf } from './names.queries.ts';
import { showClock } from './show-clock.ts';

interface Asked { tx: Tx; by: Staff; now: Date; /** Whose day and zone it is. */ centre: string; after?: string | undefined; limit?: number | undefined; roles: readonly RoleHere[]; timekeepingOf: (centreId: string) => Promise<Timekeeping> }

/**
 * What this person owes, the earliest due first: what is owed by name, and what a post of theirs owes in its centre while nobody else is named.
 * The counts are of all of it, whatever the page. `roles`: what falls to them now (roles-now.queries.ts). CMP-12 repeats another clock, and CNT-08's quiet weeks close by themselves and are no duty.
 */
export async function myDay({ tx, by, now, centre, after, limit = 100, roles, timekeepingOf }: Asked): Promise<MyDay> {
  const departments = by.posts.flatMap((held) => held.post === 'department_head' && held.departmentId ? [held.departmentId] : []);
  const owed = tx.selectFrom('clock').where('clock.company_id', '=', by.companyId).where('clock.verdict', 'is', null).where('clock.rule', '<>', 'CNT-08').where('clock.name', '<>', 'CMP-12/due')
    .where((eb) => eb.or([
      eb('clock.owed_by', '=', by.id),
      ...departments.map((department) => eb.and([eb('clock.owed_by', 'is', null), eb('clock.owed_department', '=', department)])),
      ...roles.map(({ role, centreId }) => eb.and([eb('clock.owed_by', 'is', null), eb('clock.owed_department', 'is', null), eb('clock.owed_post', '=', role), eb('clock.centre_id', '=', centreId)])),
    ]));
  const rows = await owed.innerJoin('matter', (join) => join.onRef('matter.company_id', '=', 'clock.company_id').onRef('matter.matter_id', '=', 'clock.matter_id'))
    .select(['clock.derived', 'clock.owed_by', 'clock.due_at', 'clock.matter_id', 'clock.centre_id', 'clock.clock_id', 'matter.number', 'matter.title', 'matter.kind', 'matter.place', 'matter.reporter_name', 'matter.revision'])
    .where(beyond(after))
    .orderBy('clock.due_at').orderBy('clock.matter_id').orderBy('clock.clock_id').limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const names = await namesOf(tx, by.companyId, page.map((row) => row.owed_by));
  const at = now.getTime();
  const duties: Duty[] = [];
  for (const row of page) {
    const clock = { ...JSON.parse(row.derived), state: 'running' } as Clock;
    duties.push({
      number: row.number, matterTitle: row.title, kind: row.kind as MatterKind, place: row.place, reporterName: row.reporter_name, revision: row.revision,
      clock: showClock(clock, row.owed_by, names, await timekeepingOf(row.centre_id), at),
    });
  }
  const last = page.at(-1);
  const today = (await timekeepingOf(centre)).dayOf(at);
  const { late, dueToday, all } = await owed.select((eb) => [
    eb.fn.countAll<number>().filterWhere('clock.breach_after', '<', now).as('late'),
    eb.fn.countAll<number>().filterWhere((of) => of.and([of('clock.due_at', '<=', new Date(today.end)), of.or([of('clock.breach_after', 'is', null), of('clock.breach_after', '>=', now)])])).as('dueToday'),
    eb.fn.countAll<number>().as('all'),
  ]).executeTakeFirstOrThrow();
  return {
    now: now.toISOString(), duties, next: rows.length > limit && last ? keyOf(last.due_at, last.matter_id, last.clock_id) : null,
    counts: { late, today: dueToday, later: all - late - dueToday },
    flow: await flowSince(tx, by, centre, new Date(today.start), now),
  };
}

/** After the last row of a page; what has no due time (it is paused) stands last. */
function beyond(key: string | undefined) {
  const after = readKey(key);
  if (!after) return sql<boolean>`true`;
  return after.at ? sql<boolean>`((clock.due_at, clock.matter_id, clock.clock_id) > (${after.at}, ${after.id}::uuid, ${after.more}) or clock.due_at is null)`
    : sql<boolean>`(clock.due_at is null and (clock.matter_id, clock.clock_id) > (${after.id}::uuid, ${after.more}))`;
}
