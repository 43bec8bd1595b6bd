import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { installJobs } from './install-jobs.ts';

const folder = new URL('./migrations/', import.meta.url);

/**
 * Brings a database up to date: makes the role `shouwen_app` (neither owner nor superuser) with this password, and applies each
 * migration once, in order of its name, in a transaction of its own; then the job queue's tables. Several processes may call it at once; one works, the others wait.
 */
export async function migrate(ownerUrl: string, appPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(731400)');
    await makeAppRole(client, appPassword);
    await client.query('create table if not exists migration (name text primary key, applied_at timestamptz not null default now())');
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const applied = new Set(rows.map((row) => row.name));
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql')).sort()) {
      if (applied.has(name)) continue;
      await client.query('begin');
      await client.query(readFileSync(new URL(name, folder), 'utf8'));
      await client.query('insert into migration (name) values ($1)', [name]);
      await client.query('commit');
    }
    await installJobs(client);
  } finally {
    await client.end();
  }
}

async function makeAppRole(client: pg.Client, password: string) {
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'shouwen_app'`);
  const role = rowCount ? 'alter role shouwen_app' : 'create role shouwen_app';
  await client.query(`${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(password)}`);
}

/** Refuses a role that row-level security does not bind. */
export async function insistOnBoundRole(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows: [role] } = await client.query(`select rolsuper or rolbypassrls or exists
      (select from pg_class where relname = 'company' and pg_has_role(current_user, relowner, 'member')) as unbound from pg_roles where rolname = current_user`);
    if (role.unbound) throw new Error('The application must not use the owner of the tables or a superuser: row-level security would not hold.');
  } finally {
    await client.end();
  }
}
