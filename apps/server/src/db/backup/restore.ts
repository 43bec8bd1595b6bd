import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { no, Refused } from '../../policy/refusal.ts';
import { migrate, MIGRATIONS } from '../migrate.ts';
import { openBackupFile } from './backup-file.ts';
import { checkBackup } from './back-up.ts';
import { laterVersion, readContent, type Progress, type TableSum, type Whole } from './content.ts';
import { RowSum } from './row-sum.ts';
import { isInUse, migrationsOf, PLAINLY, selectAll, tablesOf } from './tables-of.ts';

export interface Restoring {
  path: string;
  passphrase: string | undefined;
  /** An empty database, by its owner. */
  ownerUrl: string;
  /** The password of `shouwen_app` from now on. */
  appPassword: string;
  /** Once it is sure that the backup will do, and before any row is put in. */
  begin: (whole: Whole) => Promise<void>;
  progress?: Progress;
}

/**
 * Puts a backup into an empty database: gives it the shape that the backup has, puts all rows in or none, proves each table equal to the
 * backup's, and only then brings the shape up to date.
 * @throws Refused where the file is damaged, made by a later version, or the database is not empty or in use
 */
export async function restore({ path, passphrase, ownerUrl, appPassword, begin, progress = () => undefined }: Restoring): Promise<{ whole: Whole; tables: TableSum[] }> {
  const checked = await checkBackup(path, passphrase);
  const { whole } = checked;
  const migrations = new Set(whole.migrations);
  if ([...migrations].some((name) => !MIGRATIONS.includes(name))) throw laterVersion(whole.product);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'shouwen restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await insistOnEmpty(client, migrations);
    await migrate(ownerUrl, appPassword, migrations);
    await begin(whole);
    await client.query('begin');
    await client.query(PLAINLY);
    await load(client, whole, path, passphrase, progress);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
  await migrate(ownerUrl, appPassword);
  return checked;
}

async function insistOnEmpty(client: pg.Client, migrations: ReadonlySet<string>) {
  if (await isInUse(client)) {
    throw new Refused(no('input', 'not_empty', '这里的数据库已经有数据，恢复只能放进空的数据库，没有改动任何数据。请另用一个 SHOUWEN_HOME（或空的 DATABASE_URL）。',
      'The database here holds data already; a backup goes into an empty one only, and nothing was changed. Choose another SHOUWEN_HOME, or an empty DATABASE_URL.'));
  }
  const { rowCount } = await client.query(`select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'shouwen%' and application_name <> 'shouwen presence'`);
  if (rowCount) throw new Refused(no('input', 'runs_already', '首问正在使用这个数据库，请先停止，再恢复。', 'Shouwen is at work on this database: stop it first, then restore.'));
  const newer = (await migrationsOf(client)).filter((name) => !migrations.has(name));
  if (newer.length) {
    throw new Refused(no('input', 'shape_newer', '这里的数据库已由比备份更新的版本建好。请换一个全新的 SHOUWEN_HOME 或空数据库，不要先启动，直接恢复。',
      'The database here was made by a newer version than the backup. Take a new SHOUWEN_HOME or an empty database, and restore before starting.'));
  }
}

async function load(client: pg.Client, whole: Whole, path: string, passphrase: string | undefined, progress: Progress) {
  await insistOnShape(client, whole);
  const names = whole.tables.map(({ name }) => name);
  const own = names.filter((name) => !name.startsWith('jobs.'));
  // An ordinary owner may not switch foreign keys off, but may take them away and make them again, which checks every row.
  const { rows: keys } = await client.query<{ on: string; name: string; says: string }>(`select conrelid::regclass as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as says
    from pg_constraint where contype = 'f' and conparentid = 0 and connamespace in ('public'::regnamespace, 'auth'::regnamespace)`);
  for (const key of keys) await client.query(`alter table ${key.on} drop constraint ${key.name}`);
  for (const name of own) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${own.join(', ')}`);
  const { content } = await openBackupFile(path, passphrase);
  const { tables } = await readContent(content(), async () => undefined,
    ({ name, columns }, rows) => pipeline(rows, client.query(from(`copy ${name} (${columns.join(', ')}) from stdin`))), progress);
  for (const table of whole.tables) await insistOnEqual(client, table, tables.find((sum) => sum.table === table.name)!);
  for (const name of own) await client.query(`alter table ${name} enable trigger user`);
  for (const key of keys) await client.query(`alter table ${key.on} add constraint ${key.name} ${key.says}`);
}

/** Names that go into SQL are the database's own; a file's are only compared with them. */
async function insistOnShape(client: pg.Client, whole: Whole) {
  const shape = (tables: Whole['tables']) => JSON.stringify(tables.map(({ name, columns }) => [name, columns.toSorted()]));
  if (shape(await tablesOf(client)) !== shape(whole.tables)) throw new Error('the backup has other tables than its migrations make');
}

async function insistOnEqual(client: pg.Client, table: Whole['tables'][number], said: TableSum) {
  const sum = new RowSum();
  for await (const bytes of client.query(to(`copy (${selectAll(table)}) to stdout`))) sum.take(bytes as Buffer);
  if (sum.rows !== said.rows || sum.sum !== said.sum) throw new Error(`the rows of ${table.name} came out otherwise than in the backup`);
}
