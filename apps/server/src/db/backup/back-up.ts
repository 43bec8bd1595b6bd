import { rm } from 'node:fs/promises';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import product from '../../../package.json' with { type: 'json' };
import { no, Refused } from '../../policy/refusal.ts';
import { openBackupFile, writeBackupFile } from './backup-file.ts';
import { contentOf, readContent, type Progress, type TableSum, type Whole } from './content.ts';
import { isInUse, migrationsOf, PLAINLY, selectAll, tablesOf } from './tables-of.ts';

export interface BackingUp {
  /** The database, by its owner. */
  ownerUrl: string;
  /** The file to write; its folder is there. */
  path: string;
  demonstration: string | null;
  /** Seals the file. */
  passphrase: string | undefined;
  now: Date;
  progress?: Progress;
}
export interface BackedUp { path: string; bytes: number; tables: TableSum[] }

/**
 * Writes all there is into one file, as it was at one moment, while others go on writing; changes nothing in the database. The file is read
 * back whole before it counts. What is in memory at a time is a row or two, however much there is.
 * @throws Refused where there is nothing to back up, the file is there already, or the disk all but full
 */
export async function backUp({ ownerUrl, path, demonstration, passphrase, now, progress = () => undefined }: BackingUp): Promise<BackedUp> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'shouwen backup' });
  // unheard, a connection that is lost would end the process; the query under way fails by itself
  client.on('error', () => undefined);
  await client.connect();
  let bytes: number;
  try {
    // by a role that sees only a part this fails, and never leaves rows out
    await client.query('set row_security = off');
    if (!await isInUse(client)) throw new Refused(no('input', 'nothing_to_back_up', '这里还没有公司，没有可备份的数据。', 'There is no company here yet, so nothing to back up.'));
    const tables = (await tablesOf(client)).map(({ name }) => name);
    await client.query('begin isolation level repeatable read read only');
    await client.query(PLAINLY);
    // before the moment is fixed by the first query: no migration may change a table between it and the copying
    await client.query(`lock table ${tables.join(', ')} in access share mode`);
    const whole: Whole = { shouwen: 'backup', format: 1, product: product.version, madeAt: now.toISOString(), migrations: await migrationsOf(client), demonstration, tables: await tablesOf(client) };
    bytes = await writeBackupFile(path, contentOf(whole, (table) => client.query(to(`copy (${selectAll(table)}) to stdout`)), progress), passphrase);
  } finally {
    await client.end();
  }
  try {
    return { path, bytes, tables: (await checkBackup(path, passphrase)).tables };
  } catch (error) {
    await rm(path);
    throw error;
  }
}

/** Reads a backup whole, and answers what it holds. @throws Refused where it is damaged, or the passphrase is wrong */
export async function checkBackup(path: string, passphrase: string | undefined): Promise<{ whole: Whole; tables: TableSum[] }> {
  const { content } = await openBackupFile(path, passphrase);
  return readContent(content(), async () => undefined, async (_, rows) => { for await (const _bytes of rows); });
}
