import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { no, Refused } from '../../policy/refusal.ts';

const run = promisify(execFile);
const name = 'shouwen';

/** Under whom PostgreSQL runs, as options of `spawn`; empty: under whoever we are. */
export interface DatabaseUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: for root a system user `shouwen` is made, once. */
export async function databaseUser(): Promise<DatabaseUser> {
  if (process.getuid?.() !== 0) return {};
  const known = await idsOf(name);
  if (known) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name]).catch(() => undefined);
  const made = await idsOf(name);
  if (made) return made;
  throw new Refused(no('input', 'no_database_user',
    `数据库不能以 root 身份运行，而系统用户 ${name} 又无法创建。请先创建该用户，或改用普通用户启动。`,
    `The database can't run as root, and the system user ${name} could not be made. Make that user first, or start as an ordinary user.`));
}

async function idsOf(user: string): Promise<DatabaseUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
