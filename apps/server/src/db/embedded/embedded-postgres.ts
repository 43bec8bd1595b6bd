import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { no, Refused } from '../../policy/refusal.ts';
import { bringUp, initialise, stop, type Cluster } from './cluster.ts';
import { databaseUser } from './database-user.ts';
import { keptSecret } from './kept-secret.ts';
import { placePrograms } from './programs.ts';

const owner = 'shouwen_owner';
const database = 'shouwen';
/** Advisory locks on the open connection of each process that works here: all share `present`, one alone may have `serving`. */
const present = [731400, 1];
const serving = [731400, 2];

/** The installation's own PostgreSQL, in SHOUWEN_HOME, reached by a socket there and by nothing else. */
export interface OpenDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly appPassword: string;
  /** True for one process at a time, until it closes or dies. */
  readonly serveAlone: () => Promise<boolean>;
  /** The last one to leave stops the database; others that still work on it, an import say, keep it. */
  readonly close: () => Promise<void>;
}

/**
 * Brings the embedded database up, or joins the one that runs already.
 * @param lost called when the database dies meanwhile; `again` comes when it has been brought up anew, or refuses
 * @throws Refused when it can't be brought up
 */
export async function openEmbedded(home: string, lost: (again: Promise<void>) => void): Promise<OpenDatabase> {
  const { cluster, appPassword, urlOf } = await settleIn(home);
  let [alone, leaving] = [false, false];
  let joined = join();
  await joined;

  async function join(): Promise<pg.Client> {
    await bringUp(cluster, () => answers(urlOf('postgres')));
    await makeDatabase(urlOf('postgres'));
    const client = new pg.Client({ connectionString: urlOf(database), application_name: 'shouwen presence' });
    await client.connect();
    const { promise: died, resolve: die } = Promise.withResolvers<void>();
    client.on('error', () => die());
    void died.then(() => leaving || lost(joinAgain()));
    await client.query('select pg_advisory_lock_shared($1, $2)', present);
    return client;
  }
  async function joinAgain() {
    joined = join();
    await joined;
    if (alone) await serveAlone();
  }
  async function serveAlone() {
    return alone = await take(await joined, serving);
  }
  async function close() {
    const client = await joined;
    leaving = true;
    await client.query('select pg_advisory_unlock_shared($1, $2)', present);
    const last = await take(client, present);
    await client.end();
    if (last) await stop(cluster);
  }
  return { ownerUrl: urlOf(database), appUrl: urlOf(database, 'shouwen_app', appPassword), appPassword, serveAlone, close };
}

async function take(client: pg.Client, lock: number[]): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', lock);
  return rows[0]!.taken;
}

/** Folders, passwords, programs and data, each made where missing. */
async function settleIn(homeGiven: string) {
  const user = await databaseUser();
  await mkdir(homeGiven, { recursive: true });
  const home = await realpath(homeGiven);
  await chmod(home, user.uid === undefined ? 0o700 : 0o711);
  const sockets = join(home, 'run');
  insistOnShortPath(sockets);
  await mkdir(sockets, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) await chown(sockets, user.uid, user.gid!);
  const [ownerPassword, appPassword] = await Promise.all([keptSecret(home, 'owner-password'), keptSecret(home, 'app-password')]);
  const cluster: Cluster = {
    programs: await placePrograms(home, user), data: join(home, 'data'), log: join(home, 'postgresql.log'), user, owner,
    settings: [
      'listen_addresses=', `unix_socket_directories=${sockets}`, 'unix_socket_permissions=0700',
      // Personal data never in logs: neither the values of a failed statement nor those of a violated constraint.
      'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_checkpoints=off',
    ],
  };
  await initialise(cluster, ownerPassword);
  await takeOver(cluster);
  const urlOf = (name: string, role = owner, password = ownerPassword) =>
    `postgres://${role}:${password}@localhost/${name}?host=${encodeURIComponent(sockets)}`;
  return { cluster, appPassword, urlOf };
}

/** A home that was restored or moved may belong to a user id that meant the database's user elsewhere. */
async function takeOver({ data, user: { uid, gid } }: Cluster) {
  if (uid !== undefined && (await stat(data)).uid !== uid) await promisify(execFile)('chown', ['-R', `${uid}:${gid}`, data]);
}

/** Sockets have paths of 107 bytes at most, 103 on some systems. */
function insistOnShortPath(sockets: string) {
  if (Buffer.byteLength(join(sockets, '.s.PGSQL.5432')) <= 103) return;
  throw new Refused(no('input', 'home_too_long', `SHOUWEN_HOME 的路径太长（${sockets}），请改用不超过 80 个字节的路径。`,
    `The path of SHOUWEN_HOME is too long (${sockets}): choose one of at most 80 bytes.`, 'SHOUWEN_HOME'));
}

/** @throws where the password is wrong: waiting doesn't mend that. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw error;
    return false;
  }
}

async function makeDatabase(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${database} template template0`);
  } catch (error) {
    const madeMeanwhile = ['42P04', '23505'].includes((error as { code?: string }).code ?? '');
    if (!madeMeanwhile) throw error;
  } finally {
    await client.end();
  }
}
