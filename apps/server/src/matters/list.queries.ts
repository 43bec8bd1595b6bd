import { MATTER_KINDS, CHANNELS, type Kind } from '@shouwen/contract/facts';
import { MATTER_STATES, type MatterList, type MyDay } from '@shouwen/contract/matters';
import { sql, type ExpressionBuilder } from 'kysely';
import { Type, type Static } from 'typebox';
import type { Tx } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { anywhere } from '../search/bigrams.rules.ts';
import { soughtIn, type Sought } from '../search/sought.rules.ts';
import { centresWhere } from '../staff/who-may.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { keyOf, readKey } from './key.rules.ts';
import { rowOf } from './matter-row.queries.ts';
import { namesOf } from './names.queries.ts';

export const VIEWS = ['open', 'mine', 'first_contact', 'unaccepted', 'unanswered', 'late', 'verify', 'callback', 'quiet', 'closed', 'imported', 'received', 'dispatched', 'on_the_spot', 'unassigned'] as const;
type View = (typeof VIEWS)[number];
/** What came in, open or closed: each is dispatched, solved on the spot or still unassigned; nothing falls between. */
const FLOW = ['received', 'dispatched', 'on_the_spot', 'unassigned'] as const satisfies readonly View[];
const NEWEST_FIRST: readonly View[] = ['closed', 'imported', ...FLOW];
const OPEN_VIEWS = VIEWS.filter((view) => !NEWEST_FIRST.includes(view));
const list = <const T extends readonly string[]>(values: T) => Type.Optional(Type.Array(Type.Unsafe<T[number]>({ type: 'string', enum: [...values] }), { maxItems: values.length }));
export const ListAsked = Type.Object({
  centre: Type.Optional(Type.String({ format: 'uuid' })), view: Type.Optional(Type.Unsafe<View>({ type: 'string', enum: [...VIEWS] })),
  kind: list(MATTER_KINDS), channel: list(CHANNELS), state: list(MATTER_STATES), department: Type.Optional(Type.String({ format: 'uuid' })), person: Type.Optional(Type.String({ format: 'uuid' })),
  place: Type.Optional(Type.String({ maxLength: 100 })), q: Type.Optional(Type.String({ maxLength: 200 })),
  receivedFrom: Type.Optional(Type.String({ format: 'date-time' })), receivedTo: Type.Optional(Type.String({ format: 'date-time' })),
  after: Type.Optional(Type.String({ maxLength: 200 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}, { additionalProperties: false });
export type ListAsked = Static<typeof ListAsked>;
export const Counts = Type.Object(Object.fromEntries(OPEN_VIEWS.map((view) => [view, Type.Integer()])));

/** More than anyone pages through; the index gives the newest first. */
const MOST_FOUND = 10_000;
/** Of what is newest first, so many are looked through for the words before the index is asked: a common word fills its page among them. */
const LOOKED_THROUGH = 2_000;
type Eb = ExpressionBuilder<Tables, 'matter'>;
/** Each view as one condition, of those in OPEN_VIEWS among what is open; they stand in the order of what falls due, the rest newest first. */
function inView(eb: Eb, view: View, by: Staff, now: Date) {
  switch (view) {
    case 'open': return sql<boolean>`true`;
    case 'mine': return eb('holder_id', '=', by.id);
    case 'first_contact': return eb('first_contact_id', '=', by.id);
    case 'unaccepted': return eb('state', 'in', ['registered', 'reopened']);
    case 'unanswered': return eb.and([eb('kind', '=', 'complaint'), eb('state', 'in', ['registered', 'accepted', 'in_progress', 'being_handed_over', 'paused', 'reopened', 'unsatisfied'])]);
    case 'late': return eb('next_breach_after', '<', now);
    case 'verify': return eb('state', '=', 'handled');
    case 'callback': return eb.and([eb('state', '=', 'verified'), runs(eb, by, 'CBK-06/within')]);
    case 'quiet': return runs(eb, by, 'CNT-08/quiet_period');
    case 'closed': return eb.and([eb('closed_at', 'is not', null), eb('imported', '=', false)]);
    case 'imported': return eb('imported', '=', true);
    case 'received': return eb('imported', '=', false);
    case 'dispatched': return eb.and([eb('imported', '=', false), has(eb, 'accepted'), eb.not(has(eb, 'solved_on_spot'))]);
    case 'on_the_spot': return eb.and([eb('imported', '=', false), has(eb, 'solved_on_spot')]);
    case 'unassigned': return eb.and([eb('imported', '=', false), eb.not(has(eb, 'accepted')), eb.not(has(eb, 'solved_on_spot'))]);
  }
}

/** Asked of each row as the list is walked: the offset keeps it from being turned into a join over all facts. */
const has = (eb: Eb, what: Kind) => eb.exists(eb.selectFrom('matter_fact').select('matter_fact.fact_id').whereRef('matter_fact.company_id', '=', 'matter.company_id').whereRef('matter_fact.matter_id', '=', 'matter.matter_id')
  .where('matter_fact.what', '=', what).offset(sql.lit(0)));

/** Found once for the whole list, not once a matter. */
const runs = (eb: Eb, by: Staff, clock: string) => eb('matter_id', 'in', eb.selectFrom('clock').select('clock.matter_id').where('clock.company_id', '=', by.companyId).where('clock.name', '=', clock).where('clock.verdict', 'is', null));

/** CMP-06: nobody reported it, a colleague found it. */
const foundByStaff = sql<boolean>`reporter_name is null and exists (select from matter_fact f where f.company_id = matter.company_id and f.matter_id = matter.matter_id and f.what = 'received'
  and f.data->'reporter'->>'withheld' = 'found_by_staff')`.as('found_by_staff');

/** Undefined: all. One that is nobody's stands in for none, since `in ()` is no SQL. */
function inCentres(by: Staff): string[] | undefined {
  const centres = centresWhere(by, 'see_matters');
  return centres === 'all' ? undefined : centres.length ? Array.from(centres) : ['00000000-0000-0000-0000-000000000000'];
}

/** CAL-10, FCR-16: matters of the centres this person sees, one page by key. */
export async function listMatters(tx: Tx, by: Staff, asked: ListAsked, now: Date): Promise<MatterList> {
  const view = asked.view ?? 'open';
  const limit = asked.limit ?? 50;
  const newestFirst = NEWEST_FIRST.includes(view);
  const after = readKey(asked.after);
  const centres = inCentres(by);
  let query = tx.selectFrom('matter').selectAll().select(foundByStaff).where('company_id', '=', by.companyId).where((eb) => inView(eb, view, by, now));
  if (centres) query = query.where('centre_id', 'in', centres);
  if (asked.centre) query = query.where('centre_id', '=', asked.centre);
  if (asked.kind?.length) query = query.where('kind', 'in', asked.kind);
  if (asked.channel?.length) query = query.where('channel', 'in', asked.channel);
  if (asked.state?.length) query = query.where('state', 'in', asked.state);
  if (asked.department) query = query.where('holder_department_id', '=', asked.department);
  if (asked.person) query = query.where('person_id', '=', asked.person);
  if (asked.place) query = query.where('place', 'ilike', anywhere(asked.place));
  if (asked.receivedFrom) query = query.where('received_at', '>=', new Date(asked.receivedFrom));
  if (asked.receivedTo) query = query.where('received_at', '<', new Date(asked.receivedTo));
  const beyond = after?.at ? sql<boolean>`(received_at, matter_id) < (${after.at}, ${after.id}::uuid)` : sql<boolean>`true`;
  if (newestFirst) {
    query = query.where(beyond).orderBy('received_at', 'desc').orderBy('matter_id', 'desc');
  } else {
    query = query.where('closed_at', 'is', null);
    // one without a due time (all its clocks paused) stands last
    if (after) query = after.at ? query.where(sql<boolean>`((next_due_at, matter_id) > (${after.at}, ${after.id}::uuid) or next_due_at is null)`) : query.where('next_due_at', 'is', null).where('matter_id', '>', after.id);
    query = query.orderBy('next_due_at').orderBy('matter_id');
  }
  query = query.limit(limit + 1);
  const rows = asked.q?.trim() ? await withWords(soughtIn(asked.q)) : await query.execute();
  const page = rows.slice(0, limit);
  const names = await namesOf(tx, by.companyId, page.flatMap((row) => [row.holder_id, row.holder_department_id]));
  const last = page.at(-1);
  return { rows: page.map((row) => ({ ...rowOf(row, names, now.getTime()), foundByStaff: row.found_by_staff })), next: rows.length > limit && last ? keyOf(newestFirst ? last.received_at : last.next_due_at, last.matter_id) : null };

  async function withWords({ query: words, patterns, digits, number }: Sought) {
    // signs alone are in no index: nothing is found by them, which is not everything
    if (words === null) return [];
    const fitting = query.where(sql<boolean>`matter_fits(matter, ${words}::tsquery, ${patterns}::text[], ${digits}, ${number})`);
    if (!newestFirst) return fitting.execute();
    const among = asked.centre ? [asked.centre] : centres ?? null;
    const newest = await fitting.where('matter_id', 'in', tx.selectFrom('matter').select('matter_id').where('company_id', '=', by.companyId).where((eb) => inView(eb, view, by, now)).where(beyond)
      .$if(among !== null, (of) => of.where('centre_id', 'in', among!)).orderBy('received_at', 'desc').orderBy('matter_id', 'desc').limit(LOOKED_THROUGH)).execute();
    return newest.length > limit ? newest : query.where('matter_id', 'in', sql<string>`(select id from matters_with(${words}::tsquery, ${patterns}::text[], ${digits}, ${number}, ${among}::uuid[], ${MOST_FOUND}))`).execute();
  }
}

/** How many open matters stand in each view; of open rows alone, which are few. */
export async function countViews(tx: Tx, by: Staff, centre: string | undefined, now: Date): Promise<Record<string, number>> {
  const centres = inCentres(by);
  const row = await tx.selectFrom('matter').where('company_id', '=', by.companyId).where('closed_at', 'is', null)
    .$if(centres !== undefined, (query) => query.where('centre_id', 'in', centres!))
    .$if(centre !== undefined, (query) => query.where('centre_id', '=', centre!))
    .select((eb) => OPEN_VIEWS.map((view) => eb.fn.countAll<number>().filterWhere(inView(eb, view, by, now)).as(view))).executeTakeFirstOrThrow();
  return row as unknown as Record<string, number>;
}

/** What came in from `midnight` on, in four figures; each opens the list of its name. */
export async function flowSince(tx: Tx, by: Staff, centre: string, midnight: Date, now: Date): Promise<MyDay['flow']> {
  const centres = inCentres(by);
  const row = await tx.selectFrom('matter').where('company_id', '=', by.companyId).where('centre_id', '=', centre).where('received_at', '>=', midnight)
    .$if(centres !== undefined, (query) => query.where('centre_id', 'in', centres!))
    .select((eb) => FLOW.map((view) => eb.fn.countAll<number>().filterWhere(inView(eb, view, by, now)).as(view))).executeTakeFirstOrThrow() as Record<(typeof FLOW)[number], number>;
  return { received: row.received, dispatched: row.dispatched, onTheSpot: row.on_the_spot, unassigned: row.unassigned };
}
