import type { Clock } from '@shouwen/contract/clocks';
import type { MatterKind } from '@shouwen/contract/facts';
import type { Wall } from '@shouwen/contract/wall';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../db/connect.ts';
import { DUTIES, dutyOf, shownAt } from '../matters/duties.rules.ts';
import { namesOf } from '../matters/names.queries.ts';
import { NotFound } from '../policy/refusal.ts';
import { whoHolds } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import type { Display } from './display-links.store.ts';
import { coarsePlace, shortNumber } from './coarse.rules.ts';

/** Lines that a wall has room for; who comes on in the next so many milliseconds. */
const LINES = 10;
const COMING = 4 * 3600_000;
/** What an answer with a stance fulfils; CMP-12 repeats another clock. */
const ANSWERS = Object.entries(DUTIES).filter(([name, { verb }]) => (verb === 'conclusive-replies' || verb === 'passed-on-replies') && name !== 'CMP-12/due').map(([name]) => name);
/** An answer that ends today was owed for no longer than this. */
const LONGEST_OWED = 60 * 86_400_000;

/**
 * What the wall of a centre shows at a moment: numbers, kinds, what is owed, buildings, and who of the staff is on. Nothing of a customer, and no text
 * of a matter, is read; wrongdoing reported is counted and never listed (FCR-10).
 */
export async function wallOf(tx: Tx, { companyId, centreId }: Display, now: Date): Promise<Wall> {
  const centre = await tx.selectFrom('centre').select(['name', 'phone', 'zone']).where('company_id', '=', companyId).where('centre_id', '=', centreId).executeTakeFirst();
  if (!centre) throw new NotFound();
  const midnight = new Date(Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(centre.zone).startOfDay().epochMilliseconds);
  const counted = await clocksOf(tx, companyId, centreId, now);
  return { now: now.toISOString(), centre, ...counted, rows: await dueFirst(tx, companyId, centreId, now), today: await flowOf(tx, companyId, centreId, midnight, now, centre.zone), onDuty: await dutyOn(tx, companyId, centreId, now) };
}

/** What runs in open matters; CMP-12 repeats another clock, and CNT-08's quiet weeks close by themselves. */
const RUNNING = sql`from matter m join clock c on c.company_id = m.company_id and c.matter_id = m.matter_id and c.verdict is null and c.rule <> 'CNT-08' and c.name <> 'CMP-12/due'`;
const openIn = (companyId: string, centreId: string) => sql`where m.company_id = ${companyId} and m.centre_id = ${centreId} and m.closed_at is null`;

async function clocksOf(tx: Tx, companyId: string, centreId: string, now: Date) {
  const late = sql`c.breach_after < ${now}`;
  const held = sql`case when c.due_at is null then jsonb_array_length(c.derived::jsonb #> '{why,pauses}') > 0 else false end`;
  const { rows: [row] } = await sql<{ open: number; late: number; hold: number; soon: number; all: number; callbacks: number }>`
    select (select count(*) from matter m ${openIn(companyId, centreId)})::int as open, count(*)::int as all, count(*) filter (where ${late})::int as late, count(*) filter (where ${held})::int as hold,
      count(*) filter (where ${late} is not true and c.due_at is not null and c.warn_at <= ${now})::int as soon, count(*) filter (where c.name = 'CBK-06/within')::int as callbacks
    ${RUNNING} ${openIn(companyId, centreId)}`.execute(tx);
  const { open, all, late: overdue, hold, soon, callbacks } = row!;
  return { open, callbacks, clocks: { late: overdue, soon, hold, ok: all - overdue - soon - hold } };
}

async function dueFirst(tx: Tx, companyId: string, centreId: string, now: Date): Promise<Wall['rows']> {
  const { rows } = await sql<{ derived: string; due_at: Date | null; owed_post: string; owed_department: string | null; number: string; kind: MatterKind; place: string | null; holder_department_id: string | null }>`
    select c.derived, c.due_at, c.owed_post, c.owed_department, m.number, m.kind, coalesce(r.name, m.place) as place, m.holder_department_id
    ${RUNNING} left join room r on r.company_id = m.company_id and r.room_id = m.room_id ${openIn(companyId, centreId)} and m.kind <> 'wrongdoing_report'
    order by c.due_at, m.matter_id, c.clock_id limit ${LINES}`.execute(tx);
  const names = await namesOf(tx, companyId, rows.flatMap((row) => [row.owed_department, row.holder_department_id]));
  const { rows: [known] } = await sql<{ buildings: string[]; commons: string[] }>`select array(select distinct building from room where company_id = ${companyId} and centre_id = ${centreId} and kind = 'room') as buildings,
    array(select name from room where company_id = ${companyId} and centre_id = ${centreId} and kind = 'common') as commons`.execute(tx);
  return rows.map((row) => {
    const clock = JSON.parse(row.derived) as Clock;
    const { zh, en } = dutyOf(clock);
    return {
      shown: shownAt(clock, now.getTime()) as Wall['rows'][number]['shown'], due: row.due_at?.toISOString() ?? null, number: shortNumber(row.number), owed: { zh, en }, kind: row.kind, place: coarsePlace(row.place, known!),
      department: names.department(row.owed_department ?? row.holder_department_id), post: row.owed_post,
    };
  });
}

async function flowOf(tx: Tx, companyId: string, centreId: string, midnight: Date, now: Date, zone: string): Promise<Wall['today']> {
  const has = (what: string) => sql`exists (select from matter_fact f where f.company_id = m.company_id and f.matter_id = m.matter_id and f.what = ${what})`;
  const { rows: came } = await sql<{ hour: number; received: number; on_the_spot: number; dispatched: number }>`
    select hour::int, count(*)::int as received, count(*) filter (where spot)::int as on_the_spot, count(*) filter (where taken and not spot)::int as dispatched
    from (select extract(hour from m.received_at at time zone ${zone}) as hour, ${has('solved_on_spot')} as spot, ${has('accepted')} as taken
      from matter m where m.company_id = ${companyId} and m.centre_id = ${centreId} and m.received_at >= ${midnight} and m.received_at <= ${now} and not m.imported) t group by hour`.execute(tx);
  const { closed } = await tx.selectFrom('matter').select((eb) => eb.fn.countAll<number>().as('closed')).where('company_id', '=', companyId).where('centre_id', '=', centreId).where('imported', '=', false).where('closed_at', '>=', midnight).executeTakeFirstOrThrow();
  const answers = await tx.selectFrom('clock').select((eb) => [eb.fn.countAll<number>().as('of'), eb.fn.countAll<number>().filterWhere('verdict', '=', 'met').as('met')])
    .where('company_id', '=', companyId).where('centre_id', '=', centreId).where('rule', 'in', ANSWERS.map((name) => name.split('/')[0]!)).where('start_at', '>=', new Date(midnight.getTime() - LONGEST_OWED)).where('ended_at', '>=', midnight)
    .where('verdict', 'in', ['met', 'breached']).where('name', 'in', ANSWERS).executeTakeFirstOrThrow();
  const sum = (of: 'received' | 'dispatched' | 'on_the_spot') => came.reduce((all, row) => all + row[of], 0);
  const received = sum('received'), dispatched = sum('dispatched'), onTheSpot = sum('on_the_spot');
  return { received, dispatched, onTheSpot, unassigned: received - dispatched - onTheSpot, closed, answers, hours: Array.from({ length: 24 }, (_, hour) => came.find((row) => row.hour === hour)?.received ?? 0) };
}

async function dutyOn(tx: Tx, companyId: string, centreId: string, now: Date): Promise<Wall['onDuty']> {
  const roster = await rosterOf(tx, companyId, now, new Date(now.getTime() + COMING), [centreId]);
  const at = now.getTime();
  const on = roster.shifts.filter((shift) => shift.from <= at && at < shift.until), coming = roster.shifts.filter((shift) => shift.from > at);
  const { staff } = whoHolds('duty_manager', { centreId }, at, roster);
  const names = await namesOfStaff(tx, companyId, [...staff, ...on.map((s) => s.staffId), ...coming.map((s) => s.staffId)]);
  const said = (shift: (typeof on)[number], moment: number) => ({ post: shift.post, name: names.get(shift.staffId)!, at: new Date(moment).toISOString() });
  return { dutyManager: staff.map((id) => names.get(id)!), rows: on.map((shift) => said(shift, shift.until)), next: coming.map((shift) => said(shift, shift.from)) };
}
