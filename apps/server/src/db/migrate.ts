import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { no, Refused } from '../policy/refusal.ts';
import { installJobs } from './install-jobs.ts';

const folder = new URL('./migrations/', import.meta.url);
/** Names of all migrations, in order. */
export const MIGRATIONS: readonly string[] = readdirSync(folder).filter((file) => file.endsWith('.sql')).sort();

/**
 * Brings a database up to date: makes the role `shouwen_app` (neither owner nor superuser) with this password, and applies each
 * migration once, in order of its name, in a transaction of its own; then the job queue's tables. Several processes may call it at once; one works, the others wait.
 * @param wanted these migrations alone: the shape of an older backup
 */
export async function migrate(ownerUrl: string, appPassword: string, wanted: ReadonlySet<string> = new Set(MIGRATIONS)): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(731400)');
    await makeAppRole(client, appPassword);
    await client.query('create table if not exists migration (name text primary key, applied_at timestamptz not null default now())');
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const applied = new Set(rows.map((row) => row.name));
    for (const name of MIGRATIONS) {
      if (applied.has(name) || !wanted.has(name)) continue;
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
  // Of a role that is there only the password is set: the attributes of a superuser aren't an ordinary owner's to name, not even to deny. insistOnBoundRole looks at them.
  const role = rowCount ? 'alter role shouwen_app' : 'create role shouwen_app nosuperuser nocreatedb nocreaterole nobypassrls';
  await client.query(`${role} login password ${client.escapeLiteral(password)}`);
}

/** Refuses a role that row-level security does not bind. */
export async function insistOnBoundRole(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows: [role] } = await client.query(`select rolsuper or rolbypassrls or exists
      (select from pg_class where relname = 'company' and pg_has_role(current_user, relowner, 'member')) as unbound from pg_roles where rolname = current_user`);
    if (role.unbound) {
      throw new Refused(no('input', 'role_not_bound', 'DATABASE_APP_URL 的角色是超级用户、表的所有者或可绕过行级安全，各公司的数据就不能隔开。请改用 shouwen_app，或不设 DATABASE_APP_URL。',
        'The role of DATABASE_APP_URL must not use the owner of the tables, a superuser or bypassrls: row-level security would not hold. Use shouwen_app, or leave DATABASE_APP_URL out.', 'DATABASE_APP_URL'));
    }
  } finally {
    await client.end();
  }
}
