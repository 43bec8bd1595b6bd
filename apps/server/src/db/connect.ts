import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { Client } from './client.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
/** Writes take a Tx, never a Db: no row is written or read outside a company's transaction (in-company.ts). */
export type Tx = Transaction<Tables>;

/** Days without a time stay text: a Date would move them across zones. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function connect(url: string, connections = 20): Db {
  const pool = new pg.Pool({ Client, connectionString: url, max: connections, application_name: 'shouwen' });
  // A connection lost while idle is replaced at the next query; unheard, its event would end the process.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
