import { mkdir } from 'node:fs/promises';
import pg from 'pg';
import { openEmbedded, type OpenDatabase } from '../db/embedded/embedded-postgres.ts';
import { keptSecret } from '../db/embedded/kept-secret.ts';
import { insistOnBoundRole, migrate } from '../db/migrate.ts';
import { no, Refused } from '../policy/refusal.ts';
import type { Config } from './config.ts';

/**
 * The installation's database, embedded or given by DATABASE_URL, reachable and of today's shape.
 * @param lost see openEmbedded
 * @throws Refused when it can't be reached or is too old
 */
export async function openDatabase({ home, database }: Pick<Config, 'home' | 'database'>, lost: (again: Promise<void>) => void = () => undefined): Promise<OpenDatabase> {
  const opened = database === 'embedded' ? await openEmbedded(home, lost) : await reachGiven(home, database);
  await migrate(opened.ownerUrl, opened.appPassword);
  await insistOnBoundRole(opened.appUrl);
  return opened;
}

/** A database of its own keeping: as many servers as are wanted serve from it, and none stops it. */
async function reachGiven(home: string, given: { ownerUrl: string; appUrl: string | undefined }): Promise<OpenDatabase> {
  await insistOnVersion(given.ownerUrl);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const app = new URL(given.appUrl ?? given.ownerUrl);
  if (!given.appUrl) {
    app.username = 'shouwen_app';
    app.password = await keptSecret(home, 'app-password');
  }
  return {
    ownerUrl: given.ownerUrl, appUrl: app.href, appPassword: decodeURIComponent(app.password),
    serveAlone: () => Promise.resolve(true), close: () => Promise.resolve(),
  };
}

async function insistOnVersion(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  let version: number;
  try {
    await client.connect();
    version = Number((await client.query<{ server_version_num: string }>('show server_version_num')).rows[0]!.server_version_num);
  } catch (error) {
    throw new Refused(no('input', 'database_out_of_reach', `连不上 DATABASE_URL 所指的数据库：${(error as Error).message}。`,
      `The database named by DATABASE_URL can't be reached: ${(error as Error).message}`, 'DATABASE_URL'));
  } finally {
    await client.end().catch(() => undefined);
  }
  if (version < 160000) {
    throw new Refused(no('input', 'database_too_old', 'DATABASE_URL 所指的 PostgreSQL 太旧，需要 16 或更新版本。',
      'The PostgreSQL named by DATABASE_URL is too old: 16 or newer is needed.', 'DATABASE_URL'));
  }
}
