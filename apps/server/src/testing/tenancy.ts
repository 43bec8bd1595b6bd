import type pg from 'pg';
import { v7 } from 'uuid';

/** What is wrong with the tables of `public` as tenants' tables: the company must stand in every key. */
export async function keysWithoutCompany(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ breach: string }>(`
    with tables as (select c.oid, c.relname, c.relrowsecurity, (select attnum from pg_attribute a where a.attrelid = c.oid and attname = 'company_id' and attnotnull) as company
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration')
    select relname || ' has no company_id' as breach from tables where company is null
    union all select relname || ' has no row-level security' from tables where not relrowsecurity
    union all select relname || ' has no policy' from tables t where not exists (select from pg_policy where polrelid = t.oid)
    union all select relname || ' has no primary key' from tables t where not exists (select from pg_constraint where conrelid = t.oid and contype = 'p')
    union all select t.relname || ': the key ' || i.indexrelid::regclass || ' does not begin with the company' from tables t join pg_index i on i.indrelid = t.oid
      where i.indisunique and i.indkey[0] <> t.company
    union all select t.relname || ': ' || f.conname || ' leads to another company' from tables t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
      where not exists (select from unnest(f.conkey, f.confkey) as pair(here, there) join pg_attribute a on a.attrelid = f.confrelid and a.attnum = pair.there
        where pair.here = t.company and a.attname = 'company_id')`);
  return rows.map((row) => row.breach);
}

/** Tables of all schemas of the product but `public`, by schema: the exceptions from tenancy. */
export async function tablesElsewhere(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ schema: string }>(`select distinct nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('r', 'p') and nspname not in ('public', 'pg_catalog', 'information_schema') and nspname not like 'pg_toast%' order by 1`);
  return rows.map((row) => row.schema);
}

/** Puts one row of each of two companies into every table, whatever its other rules: those are dropped in this throw-away copy. */
export async function fillForTwo(owner: pg.Client, ours: string, theirs: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migration' order by 1`);
  const { rows: constraints } = await owner.query(`select conrelid::regclass as on_table, quote_ident(conname) as name from pg_constraint
    where contype in ('c', 'f') and connamespace = 'public'::regnamespace`);
  for (const { on_table, name } of constraints) await owner.query(`alter table ${on_table} drop constraint if exists ${name} cascade`);
  for (const { name } of tables) {
    await owner.query(`alter table ${name} disable trigger user`);
    const { rows: columns } = await owner.query<{ name: string; type: string }>(`select column_name as name, udt_name as type from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and is_generated = 'NEVER' and is_identity = 'NO' and column_name <> 'company_id'`, [name]);
    for (const company of [ours, theirs]) {
      const values = columns.map(({ type }) => valueOf(type));
      await owner.query(`insert into ${name} (company_id${columns.map((c) => `, "${c.name}"`).join('')}) values ($1${columns.map((_, i) => `, $${i + 2}`).join('')})`, [company, ...values]);
    }
  }
  return tables.map((table) => table.name);
}

function valueOf(type: string): unknown {
  switch (type) {
    case 'uuid': return v7();
    case 'timestamptz': return '2026-01-01T00:00:00Z';
    case 'date': return '2026-01-01';
    case 'bool': return true;
    case 'jsonb': case 'json': return '{}';
    case 'int2': case 'int4': case 'int8': case 'numeric': return 1;
    case 'tsvector': return 'a';
    case 'bytea': return Buffer.from('x');
    default: return type.startsWith('_') ? '{}' : `x${v7().slice(-8)}`;
  }
}

/**
 * Table x command x company, as the application's role. Each denial has its positive control: what is refused for theirs is done for ours,
 * or, where the role has no such right at all, refused for both. Answers what doesn't hold.
 */
export async function breachesOfTenancy(app: pg.Client, tables: readonly string[], ours: string, theirs: string): Promise<string[]> {
  const breaches: string[] = [];
  const tried = async (sql: string, values: unknown[] = []): Promise<number | 'refused'> => {
    await app.query('begin');
    try {
      await app.query(`select set_config('app.company', $1, true)`, [ours]);
      return (await app.query(sql, values)).rowCount ?? 0;
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return 'refused';
      throw error;
    } finally {
      await app.query('rollback');
    }
  };
  for (const table of tables) {
    const expectation = async (command: string, allowed: boolean, own: number | 'refused', other: number | 'refused') => {
      if (allowed ? own !== 1 : own !== 'refused') breaches.push(`${table} ${command}: our own row ${own}`);
      if (other !== 0 && other !== 'refused') breaches.push(`${table} ${command}: reaches another company`);
    };
    const { rows: [right] } = await app.query<Record<'select' | 'insert' | 'update' | 'delete', boolean>>(`select has_table_privilege($1, 'select') as select, has_table_privilege($1, 'insert') as insert,
      has_any_column_privilege($1, 'update') as update, has_table_privilege($1, 'delete') as delete`, [table]);
    const where = `where company_id = $1`;
    await expectation('select', right!.select, await tried(`select from ${table} ${where}`, [ours]), await tried(`select from ${table} ${where}`, [theirs]));
    await expectation('update', right!.update, await tried(`update ${table} set company_id = company_id ${where}`, [ours]), await tried(`update ${table} set company_id = company_id ${where}`, [theirs]));
    await expectation('delete', right!.delete, await tried(`delete from ${table} ${where}`, [ours]), await tried(`delete from ${table} ${where}`, [theirs]));
    if (right!.insert) {
      // what the database works out by itself is not given
      const { rows: [columns] } = await app.query<{ given: string }>(`select string_agg(quote_ident(attname), ', ' order by attnum) as given from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' and attname <> 'company_id'`, [table]);
      const copy = (company: string) => tried(`insert into ${table} (company_id, ${columns!.given}) select $1::uuid, ${columns!.given} from ${table} where company_id = $2 on conflict do nothing`, [company, ours]);
      const own = await copy(ours);
      if (own === 'refused') breaches.push(`${table} insert: our own row refused`);
      if (await copy(theirs) !== 'refused') breaches.push(`${table} insert: into another company`);
      if (right!.update && await tried(`update ${table} set company_id = $2 ${where}`, [ours, theirs]) !== 'refused') breaches.push(`${table} update: a row moves to another company`);
    }
  }
  return breaches;
}
