import type pg from 'pg';
import type { Whole } from './content.ts';

export type Table = Whole['tables'][number];

/**
 * Jobs that wait and that nothing would put in again: those of the queues that a schedule fills (`exclusive`) come by themselves, and what is over is nobody's need.
 * pg-boss keeps its other tables itself.
 */
export const WAITING_JOBS: Table = {
  name: 'jobs.job',
  columns: ['name', 'data', 'start_after', 'keep_until', 'policy', 'retry_limit', 'retry_delay', 'retry_backoff', 'retry_delay_max', 'expire_seconds', 'deletion_seconds', 'dead_letter', 'heartbeat_seconds'],
};

/** All tables of the product with their columns, names quoted as SQL wants them; without what the database works out by itself. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`select format('%I.%I', nspname, relname) as name, array_agg(quote_ident(attname) order by attnum) as columns
    from pg_class c join pg_namespace n on n.oid = relnamespace join pg_attribute a on a.attrelid = c.oid
    where nspname in ('public', 'auth') and relkind in ('r', 'p') and not relispartition and attnum > 0 and not attisdropped and attgenerated = ''
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by 1 order by 1`);
  return [...rows, WAITING_JOBS];
}

/** What to copy of a table. */
export const selectAll = ({ name, columns }: Table): string =>
  `select ${columns.join(', ')} from ${name}${name === WAITING_JOBS.name ? ` where policy = 'standard' and state in ('created', 'retry', 'active')` : ''}`;

/** In a transaction: each value is written as text in one way only, and row-level security never leaves a row out but fails. */
export const PLAINLY = `set local row_security = off; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1;
  set local bytea_output = 'hex'; set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** The migrations applied, in order; none where the database is empty. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows: [found] } = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`);
  return found!.there ? (await client.query<{ name: string }>('select name from public.migration order by name')).rows.map((row) => row.name) : [];
}

/** Whether a company is set up, or anybody can sign in. */
export async function isInUse(client: pg.Client): Promise<boolean> {
  for (const table of ['public.company', 'auth.login']) {
    const { rows: [found] } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
    if (found!.there && (await client.query(`select from ${table} limit 1`)).rowCount) return true;
  }
  return false;
}
