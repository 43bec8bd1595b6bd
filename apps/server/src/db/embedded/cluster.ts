import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { no, Refused } from '../../policy/refusal.ts';
import type { DatabaseUser } from './database-user.ts';
import type { Programs } from './programs.ts';

const run = promisify(execFile);

/** How long a server may take to begin, and how long one that is alive may take to recover or to stop. Milliseconds. */
const toBegin = 30_000;
const toRecover = 600_000;

/** PostgreSQL's word for a folder of data with the one server that works in it. */
export interface Cluster {
  readonly programs: Programs;
  readonly data: string;
  readonly log: string;
  readonly user: DatabaseUser;
  readonly owner: string;
  /** Settings of the server, `name=value`. */
  readonly settings: readonly string[];
}

/** Nothing of the environment reaches the server: its locale, time zone and preloads would change what it does. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Makes the folder of data if it isn't there: in full or, when killed half-way, not at all. The owner is a superuser with this password. */
export async function initialise(cluster: Pick<Cluster, 'programs' | 'data' | 'user' | 'owner'>, password: string, auth: 'scram-sha-256' | 'trust' = 'scram-sha-256'): Promise<void> {
  if (await stat(cluster.data).catch(() => undefined)) return;
  const making = await mkdtemp(`${cluster.data}.`);
  const passwordFile = `${making}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (cluster.user.uid !== undefined) {
    await Promise.all([making, passwordFile].map((path) => chown(path, cluster.user.uid!, cluster.user.gid!)));
  }
  try {
    await run(join(cluster.programs, 'bin/initdb'), [
      `--pgdata=${making}`, `--username=${cluster.owner}`, `--pwfile=${passwordFile}`, `--auth=${auth}`,
      '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
    ], { ...cluster.user, cwd: '/', env: environment });
    await rename(making, cluster.data).catch(async (error: unknown) => {
      await rm(making, { recursive: true });
      if (!(await stat(cluster.data).catch(() => undefined))) throw error;
    });
  } finally {
    await rm(passwordFile);
  }
}

/**
 * Sees to it that the cluster answers: one that runs already, left by whoever was killed, is taken as it is; one that is starting,
 * recovering or stopping is waited for; otherwise a server is started, detached, so that only `stop` ends it.
 * @throws Refused when the server doesn't come up, with the end of its log.
 */
export async function bringUp(cluster: Cluster, answers: () => Promise<boolean>): Promise<void> {
  let child: ChildProcess | undefined;
  const begun = Date.now();
  for (let aliveAt = begun; ; await pause(100)) {
    if (await answers()) return;
    const claim = await claimOn(cluster.data);
    if (claim.holder === 'postgres') aliveAt = Date.now();
    else if (!child || child.exitCode !== null || child.signalCode !== null) {
      if (claim.holder === 'another program') await rm(join(cluster.data, 'postmaster.pid'), { force: true });
      if (child) await pause(500);
      child = await launch(cluster);
    }
    if (Date.now() - aliveAt > toBegin || Date.now() - begun > toRecover) throw await notUp(cluster);
  }
}

async function launch(cluster: Cluster): Promise<ChildProcess> {
  const log = await open(cluster.log, 'a', 0o600);
  try {
    const child = spawn(join(cluster.programs, 'bin/postgres'), ['-D', cluster.data, ...cluster.settings.flatMap((setting) => ['-c', setting])],
      { ...cluster.user, cwd: '/', env: environment, detached: true, stdio: ['ignore', log.fd, log.fd] });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** Stops the cluster's server: open transactions are rolled back, everything written is on disk. Nothing if none runs. */
export async function stop(cluster: Cluster): Promise<void> {
  const begun = Date.now();
  const { pid, holder } = await claimOn(cluster.data);
  if (holder !== 'postgres') return;
  process.kill(pid, 'SIGINT');
  while ((await claimOn(cluster.data)).holder === 'postgres') {
    if (Date.now() - begun > toRecover) throw await notUp(cluster);
    await pause(50);
  }
}

/**
 * Who holds the folder. After a kill -9 or a power cut the file with the server's process id stays, and the id may by now be another
 * program's, at whose sight PostgreSQL refuses to start: so the command line is looked at, not the number alone.
 */
export async function claimOn(data: string): Promise<{ pid: number; holder: 'postgres' | 'another program' | 'nobody' }> {
  const pid = Number.parseInt(await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => ''), 10);
  const command = pid > 1 ? await commandOf(pid) : '';
  if (!command) return { pid, holder: 'nobody' };
  return { pid, holder: command.includes('postgres') && command.includes(data) ? 'postgres' : 'another program' };
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return run('ps', ['-o', 'command=', '-p', String(pid)]).then((out) => out.stdout, () => '');
}

async function notUp(cluster: Cluster) {
  const end = (await readFile(cluster.log, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-5).join('\n');
  return new Refused(no('input', 'database_not_up',
    `内置数据库没有起来，它的日志 ${cluster.log} 最后写道：\n${end}\n请看该日志。`, `The embedded database didn't come up; its log ${cluster.log} ends with the lines above.`));
}
