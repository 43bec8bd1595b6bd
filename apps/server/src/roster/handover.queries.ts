import type { OpenItem, RosterWatch, ShiftHandover, ShiftHandovers } from '@shouwen/contract/roster';
import type { PostCode } from '@shouwen/contract/posts';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { gapsOf } from '../staff/roster.queries.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import type { Staff } from '../staff/staff.ts';
import { may } from '../staff/who-may.rules.ts';

const DAY = 24 * 3600_000;
const LISTED = 31 * DAY;
/** `id`: of the matter or of the customer being followed. */
export type OpenThing = OpenItem & { id: string };

/** SHF-02: what a person has open in a centre: matters they hold or are first-contact person of with the promises that run, and customers they follow. */
export async function openItemsOf(tx: Tx, companyId: string, staffId: string, centreId: string): Promise<OpenThing[]> {
  const matters = await tx.selectFrom('matter').select(['matter_id', 'number', 'title', 'next_due_at', 'holder_id']).where('company_id', '=', companyId).where('centre_id', '=', centreId).where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('holder_id', '=', staffId), eb('first_contact_id', '=', staffId)])).orderBy('number').execute();
  const promises = Map.groupBy(await openPromises(tx, companyId, matters.filter((row) => row.holder_id === staffId).map((row) => row.matter_id)), (row) => row.matter_id);
  const followed = await tx.selectFrom('followed_customer').select(['followed_id', 'who', 'what', 'revision']).where('company_id', '=', companyId).where('centre_id', '=', centreId)
    .where('holder_id', '=', staffId).where('ended_at', 'is', null).orderBy('followed_id').execute();
  return [
    ...matters.map((row) => ({ key: row.number, id: row.matter_id, kind: 'matter' as const, title: row.title, what: null, due: row.next_due_at?.toISOString() ?? null, revision: null,
      promises: (promises.get(row.matter_id) ?? []).map(({ what, due }) => ({ what, due: due.toISOString() })) })),
    ...followed.map((row) => ({ key: row.followed_id, id: row.followed_id, kind: 'customer' as const, title: row.who, what: row.what, due: null, promises: [], revision: row.revision })),
  ];
}

/** STD-03: promises whose clock runs, in the words given to the customer. */
async function openPromises(tx: Tx, companyId: string, matterIds: readonly string[]): Promise<{ matter_id: string; what: string; due: Date }[]> {
  if (matterIds.length === 0) return [];
  const { rows } = await sql<{ matter_id: string; what: string; due: Date }>`
    select c.matter_id, f.data->>'what' as what, c.due_at as due from clock c join matter_fact f on f.company_id = c.company_id and f.matter_id = c.matter_id and f.what = 'promised'
      and f.data->>'promise' = (c.derived::jsonb)->>'about'
    where c.company_id = ${companyId} and c.matter_id = any (${[...matterIds]}::uuid[]) and c.name = 'STD-03/promise' and c.verdict is null and c.due_at is not null order by c.due_at`.execute(tx);
  return rows;
}

/** SHF-02: what stays with whoever left, by name, on the handovers of a shift that both ends have signed. */
export async function keysKept(tx: Tx, companyId: string, shiftId: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('shift_handover as h').innerJoin('shift_handover_item as i', (on) => on.onRef('i.company_id', '=', 'h.company_id').onRef('i.handover_id', '=', 'h.handover_id'))
    .leftJoin('matter as m', (on) => on.onRef('m.company_id', '=', 'i.company_id').onRef('m.matter_id', '=', 'i.matter_id'))
    .select(['m.number', 'i.followed_id']).where('h.company_id', '=', companyId).where('h.shift_id', '=', shiftId).where('h.taken_at', 'is not', null).where('i.goes', '=', 'kept').execute();
  return new Set(rows.map((row) => row.number ?? row.followed_id!));
}

/** What I have to hand over, my shifts of the last day, and handovers of the last month: mine, and the centre's for whoever keeps the roster. */
export async function shiftHandovers(tx: Tx, by: Staff, centreId: string, now: Date): Promise<ShiftHandovers> {
  const open = (await openItemsOf(tx, by.companyId, by.id, centreId)).map(({ key, kind, title, what, due, promises, revision }) => ({ key, kind, title, what, due, promises, revision }));
  const shifts = await tx.selectFrom('shift').select(['shift_id', 'post', 'starts_at', 'ends_at']).where('company_id', '=', by.companyId).where('centre_id', '=', centreId).where('staff_id', '=', by.id)
    .where('withdrawn_at', 'is', null).where('starts_at', '<=', now).where('ends_at', '>', new Date(now.getTime() - DAY)).orderBy('starts_at', 'desc').execute();
  const all = may(by, 'keep_roster', { centreId });
  const handovers = await tx.selectFrom('shift_handover as h').innerJoin('shift as s', (on) => on.onRef('s.company_id', '=', 'h.company_id').onRef('s.shift_id', '=', 'h.shift_id'))
    .select(['h.handover_id', 'h.from_id', 'h.to_id', 'h.words', 'h.given_at', 'h.taken_at', 'h.withdrawn_at', 'h.revision', 's.shift_id', 's.post', 's.starts_at', 's.ends_at'])
    .where('h.company_id', '=', by.companyId).where('h.centre_id', '=', centreId).where('h.given_at', '>', new Date(now.getTime() - LISTED))
    .$if(!all, (rows) => rows.where((eb) => eb.or([eb('h.from_id', '=', by.id), eb('h.to_id', '=', by.id)]))).orderBy('h.handover_id', 'desc').limit(200).execute();
  const ids = handovers.map((row) => row.handover_id);
  const items = Map.groupBy(ids.length === 0 ? [] : await itemsOf(tx, by.companyId, ids), (row) => row.handover_id);
  const names = await namesOfStaff(tx, by.companyId, handovers.flatMap((row) => [row.from_id, row.to_id]));
  const person = (id: string) => ({ id, name: names.get(id)! });
  return {
    open, myShifts: shifts.map(shiftSaid),
    rows: handovers.map((row): ShiftHandover => ({
      id: row.handover_id, revision: row.revision, shift: shiftSaid(row), from: person(row.from_id), to: person(row.to_id), words: row.words,
      state: row.withdrawn_at ? 'withdrawn' : row.taken_at ? 'signed' : 'unsigned', givenAt: row.given_at.toISOString(), takenAt: row.taken_at?.toISOString() ?? null,
      items: (items.get(row.handover_id) ?? []).map((item) => ({
        key: item.number ?? item.followed_id!, kind: item.kind as 'matter' | 'customer', title: item.title ?? item.who!, promises: item.promises as { what: string; due: string }[], goes: item.goes as 'taker' | 'kept', note: item.note,
      })),
    })),
  };
}

function itemsOf(tx: Tx, companyId: string, handoverIds: readonly string[]) {
  return tx.selectFrom('shift_handover_item as i').leftJoin('matter as m', (on) => on.onRef('m.company_id', '=', 'i.company_id').onRef('m.matter_id', '=', 'i.matter_id'))
    .leftJoin('followed_customer as f', (on) => on.onRef('f.company_id', '=', 'i.company_id').onRef('f.followed_id', '=', 'i.followed_id'))
    .select(['i.handover_id', 'i.kind', 'i.followed_id', 'i.promises', 'i.goes', 'i.note', 'm.number', 'm.title', 'f.who'])
    .where('i.company_id', '=', companyId).where('i.handover_id', 'in', handoverIds).orderBy('i.handover_id').orderBy('i.nth').execute();
}
const shiftSaid = (row: { shift_id: string; post: string; starts_at: Date; ends_at: Date }) => ({ id: row.shift_id, post: row.post as PostCode, from: row.starts_at.toISOString(), until: row.ends_at.toISOString() });

/** SHF-01, SHF-02: what the next seven days leave open, and changes of shift of the last week without both signatures: made and not taken, or not made over open entries. */
export async function rosterWatch(tx: Tx, companyId: string, centreId: string, now: Date): Promise<RosterWatch> {
  const until = new Date(now.getTime() + 7 * DAY);
  const { rows } = await sql<{ handover: string | null; shift: string; from: string; to: string | null; since: Date }>`
    select h.handover_id as handover, h.shift_id as shift, h.from_id as from, h.to_id as to, h.given_at as since from shift_handover h
    where h.company_id = ${companyId} and h.centre_id = ${centreId} and h.taken_at is null and h.withdrawn_at is null
    union all
    select null, last.shift_id, last.staff_id, null, last.ends_at from (
      select distinct on (staff_id) shift_id, staff_id, ends_at from shift where company_id = ${companyId} and centre_id = ${centreId} and withdrawn_at is null and starts_at <= ${now} and ends_at > ${new Date(now.getTime() - 7 * DAY)}
      order by staff_id, ends_at desc) last
    where last.ends_at <= ${now}
      and not exists (select from shift_handover h where h.company_id = ${companyId} and h.shift_id = last.shift_id and h.withdrawn_at is null)
      and (exists (select from matter m where m.company_id = ${companyId} and m.centre_id = ${centreId} and m.closed_at is null and (m.holder_id = last.staff_id or m.first_contact_id = last.staff_id) and m.registered_at < last.ends_at)
        or exists (select from followed_customer f where f.company_id = ${companyId} and f.centre_id = ${centreId} and f.holder_id = last.staff_id and f.ended_at is null and f.begun_at < last.ends_at))
    order by since`.execute(tx);
  const names = await namesOfStaff(tx, companyId, rows.flatMap((row) => [row.from, row.to ?? []].flat()));
  const person = (id: string) => ({ id, name: names.get(id)! });
  return {
    until: until.toISOString(), gaps: await gapsOf(tx, companyId, centreId, now, until),
    unsigned: rows.map((row) => ({ handoverId: row.handover, shiftId: row.shift, from: person(row.from), to: row.to === null ? null : person(row.to), since: row.since.toISOString() })),
  };
}
