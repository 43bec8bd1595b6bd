import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { initialise } from '../db/embedded/cluster.ts';
import { databaseUser } from '../db/embedded/database-user.ts';
import { placePrograms } from '../db/embedded/programs.ts';
import { freePort } from './free-port.ts';

/** Before all tests: a PostgreSQL for them without fsync, its address in TEST_DATABASE; nothing where that is set already. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_DATABASE) return undefined;
  const { address, end } = await throwAwayPostgres(['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']);
  process.env.TEST_DATABASE = address;
  return end;
}

/**
 * A PostgreSQL on a free port of this machine with these settings (`name=value`), in a folder of its own. It ends with this process even when that is
 * killed, since it waits on a pipe from it.
 */
export async function throwAwayPostgres(settings: readonly string[]): Promise<{ address: string; end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-tests-'));
  await chmod(folder, 0o711);
  const user = await databaseUser();
  const [programs, data, owner] = [await placePrograms(folder, user), join(folder, 'data'), 'postgres'];
  await initialise({ programs, data, user, owner }, 'unused', 'trust');
  // so that the shell below, which is the database's user too, may clear it all away
  if (user.uid !== undefined) await promisify(execFile)('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  const port = await freePort();
  const all = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', ...settings];
  const server = spawn('/bin/sh', ['-c', '"$@" & read _; kill -INT $!; wait; rm -rf "$0"', folder,
    join(programs, 'bin/postgres'), '-D', data, ...all.flatMap((setting) => ['-c', setting])], { ...user, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const address = `postgres://${owner}@127.0.0.1:${port}`;
  await answering(address);
  return {
    address,
    async end() {
      const ended = once(server, 'exit');
      server.stdin.end();
      await ended;
    },
  };
}

async function answering(address: string) {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client(`${address}/postgres`);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries === 300) throw error;
      await pause(100);
    }
  }
}
