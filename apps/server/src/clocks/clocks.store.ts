import type { Clock, Verdict } from '@shouwen/contract/clocks';
import type { Moment } from '@shouwen/contract/facts';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { send } from '../db/send.ts';
import { rowsOf } from '../db/rows.ts';
import { print, type Difference, type StoredClock } from './difference.rules.ts';

export interface Owner { post: string; by: string | null; department: string | null }
/** Whose clocks they are, and who owes each. */
export interface Kept { companyId: string; centreId: string; matterId: string; imported: boolean; ownerOf(clock: Clock): Owner }
export interface OwnedClock extends StoredClock { owner: Owner }

export async function storedClocks(tx: Tx, companyId: string, matterId: string): Promise<OwnedClock[]> {
  const rows = await tx.selectFrom('clock').select(['clock_id', 'start_at', 'due_at', 'verdict', 'policy', 'derived', 'owed_post', 'owed_by', 'owed_department'])
    .where('company_id', '=', companyId).where('matter_id', '=', matterId).execute();
  return rows.map((r) => ({
    id: r.clock_id, start: r.start_at.getTime(), due: r.due_at?.getTime() ?? null, verdict: r.verdict as Verdict | null, policy: r.policy, derived: r.derived,
    owner: { post: r.owed_post, by: r.owed_by, department: r.owed_department },
  }));
}

/** Touches clocks alone, never the matter: its time of last change is not moved by a recount. */
export async function writeDifference(tx: Tx, kept: Kept, { added, changed, gone, differing }: Difference): Promise<void> {
  const rows = [...added, ...changed].map((clock) => row(clock, kept));
  if (rows.length) await send(tx, tx.insertInto('clock').expression(rowsOf('clock', rows)).onConflict((same) => same.columns(['company_id', 'matter_id', 'clock_id']).doUpdateSet((eb) => ({
    owed_post: eb.ref('excluded.owed_post'), owed_by: eb.ref('excluded.owed_by'), owed_department: eb.ref('excluded.owed_department'),
    start_at: eb.ref('excluded.start_at'), due_at: eb.ref('excluded.due_at'), warn_at: eb.ref('excluded.warn_at'), breach_after: eb.ref('excluded.breach_after'),
    next_alarm_at: eb.ref('excluded.next_alarm_at'), verdict: eb.ref('excluded.verdict'), ended_at: eb.ref('excluded.ended_at'), policy: eb.ref('excluded.policy'),
    derived: eb.ref('excluded.derived'),
  }))));
  const mine = { company_id: kept.companyId, matter_id: kept.matterId };
  for (const clock of differing)
    await tx.updateTable('clock').set({ differing: print(clock) }).where((eb) => eb.and({ ...mine, clock_id: clock.id })).execute();
  if (gone.length) await tx.deleteFrom('clock').where((eb) => eb.and(mine)).where('clock_id', 'in', gone).execute();
}

/** Many matters' first clocks at once, for an import. */
export async function writeNewClocks(tx: Tx, clocks: readonly { clock: Clock; kept: Kept }[]): Promise<void> {
  const rows = clocks.map(({ clock, kept }) => row(clock, kept));
  for (let i = 0; i < rows.length; i += 1000) await send(tx, tx.insertInto('clock').expression(rowsOf('clock', rows.slice(i, i + 1000))));
}

/** Clocks whose next alarm has come, the longest waiting first, locked until the transaction ends; what another sweeper holds is passed over. */
export async function takeDue(tx: Tx, companyId: string, now: Date, limit: number) {
  return tx.selectFrom('clock').select(['matter_id', 'clock_id', 'centre_id', 'name', 'rule', 'owed_post', 'owed_by', 'owed_department', 'derived', 'due_at', 'verdict'])
    .where('company_id', '=', companyId).where('next_alarm_at', '<=', now).orderBy('next_alarm_at').limit(limit).forUpdate().skipLocked().execute();
}

/** When the sweeper looks at each again, or null where nothing more comes. */
export async function setNextAlarms(tx: Tx, companyId: string, clocks: readonly { matterId: string; clockId: string; at: Moment | null }[]): Promise<void> {
  await sql`update clock set next_alarm_at = next.at from unnest(${clocks.map((c) => c.matterId)}::uuid[], ${clocks.map((c) => c.clockId)}::text[],
    ${clocks.map((c) => date(c.at))}::timestamptz[]) as next (matter_id, clock_id, at)
    where clock.company_id = ${companyId} and clock.matter_id = next.matter_id and clock.clock_id = next.clock_id`.execute(tx);
}

/** What was written down afterwards rings for nothing that is over by now: at the earliest when a clock falls due after it. */
export async function ringOnlyAfter(tx: Tx, companyId: string, matterIds: readonly string[], now: Date): Promise<void> {
  await tx.updateTable('clock').set({ next_alarm_at: sql<Date | null>`case when due_at > ${now} then due_at end` })
    .where('company_id', '=', companyId).where('matter_id', 'in', matterIds).where('next_alarm_at', '<=', now).execute();
}

const date = (moment: Moment | null | undefined) => (moment == null ? null : new Date(moment));
/** CNT-08: what ended by lapsing, without a fact, is looked at once more, by whoever closes the matter. */
const nextAlarm = (clock: Clock) => date(clock.verdict === null ? clock.warnAt : clock.ended?.fact === null ? clock.ended.at : null);
function row(clock: Clock, kept: Kept) {
  const owner = kept.ownerOf(clock);
  return {
    company_id: kept.companyId, centre_id: kept.centreId, matter_id: kept.matterId, clock_id: clock.id, name: clock.name, rule: clock.rule,
    owed_post: owner.post, owed_by: owner.by, owed_department: owner.department,
    start_at: new Date(clock.start), due_at: date(clock.due), warn_at: date(clock.warnAt), breach_after: date(clock.breachAfter),
    next_alarm_at: nextAlarm(clock), verdict: clock.verdict, ended_at: date(clock.ended?.at),
    policy: clock.why.policy, imported: kept.imported, derived: print(clock),
  };
}
