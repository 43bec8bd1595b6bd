import { sql } from 'kysely';
import type { Db, Tx } from '../db/connect.ts';
import { auth } from './auth-tables.ts';
import { newSecret } from './secrets.ts';

/** What signs the cookies, made once and shared by all server processes of an installation. */
export async function installationSecret(db: Db): Promise<string> {
  await auth(db).insertInto('auth.installation').values({ secret: newSecret() }).onConflict((made) => made.doNothing()).execute();
  const { secret } = await auth(db).selectFrom('auth.installation').select('secret').executeTakeFirstOrThrow();
  return secret;
}

/** One set-up at a time: a second one waits here until the first has committed. */
export async function waitForSetUp(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(731410)`.execute(tx);
}
