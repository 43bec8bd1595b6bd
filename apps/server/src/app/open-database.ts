import { mkdir } from 'node:fs/promises';
import pg from 'pg';
import { openEmbedded, type OpenDatabase } from '../db/embedded/embedded-postgres.ts';
import { keptSecret } from '../db/embedded/kept-secret.ts';
import { insistOnBoundRole, migrate } from '../db/migrate.ts';
import { no, Refused } from '../policy/refusal.ts';
import type { Config } from './config.ts';

type Place = Pick<Config, 'home' | 'database'>;
type Lost = (again: Promise<void>) => void;

/**
 * The installation's database, embedded or given by DATABASE_URL, reachable and of today's shape.
 * @param lost see openEmbedded
 * @throws Refused when it can't be reached or is too old
 */
export async function openDatabase(place: Place, lost?: Lost): Promise<OpenDatabase> {
  const opened = await reachDatabase(place, lost);
  await migrate(opened.ownerUrl, opened.appPassword).catch((error: unknown) => { throw noRight(error); });
  await insistOnBoundRole(opened.appUrl);
  return opened;
}

/** The same as it is, whatever its shape. */
export function reachDatabase({ home, database }: Place, lost: Lost = () => undefined): Promise<OpenDatabase> {
  return (database === 'embedded' ? openEmbedded(home, lost) : reachGiven(home, database)).catch((error: unknown) => { throw noHome(error, home); });
}

/** What a folder of data can't be, said by name; any other error as it is. */
function noHome(error: unknown, home: string): unknown {
  const why = { EACCES: ['没有写入的权限', 'no permission to write'], EROFS: ['只读', 'read-only'], ENOSPC: ['磁盘已满', 'the disk is full'], EEXIST: ['不是文件夹', 'not a folder'], ENOTDIR: ['不是文件夹', 'not a folder'] }[
    (error as NodeJS.ErrnoException).code ?? ''];
  return why ? new Refused(no('input', 'home_unusable', `数据文件夹 ${home} 不能使用：${why[0]}。请处理后再启动，或用 SHOUWEN_HOME 另指一个。`,
    `The folder of data ${home} can't be used: ${why[1]}. Mend that, or choose another by SHOUWEN_HOME.`, 'SHOUWEN_HOME')) : error;
}

/** Insufficient privilege (42501), said by name; any other error as it is. */
export function noRight(error: unknown): unknown {
  return (error as { code?: string }).code !== '42501' ? error : new Refused(no('input', 'database_rights',
    `DATABASE_URL 的角色权限不足（${(error as Error).message}）。它须是数据库的所有者，并能创建角色（createrole）；若 shouwen_app 由别的角色创建，还须有管理它的权限（grant shouwen_app to … with admin option）。`,
    `The role of DATABASE_URL lacks a right (${(error as Error).message}). It must own the database and may create roles (createrole); where another role made shouwen_app, it must also administer that (grant shouwen_app to … with admin option).`, 'DATABASE_URL'));
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
