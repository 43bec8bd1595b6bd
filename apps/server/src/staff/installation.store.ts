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

/** The keys by which browsers know this installation's pushes: `made`, unless some were kept before. To be asked after the secret. */
export async function installationPushKeys(db: Db, made: () => { publicKey: string; privateKey: string }): Promise<{ publicKey: string; privateKey: string }> {
  const kept = () => auth(db).selectFrom('auth.installation').select(['push_public as publicKey', 'push_private as privateKey']).where('push_public', 'is not', null).executeTakeFirst();
  if (!await kept()) {
    const { publicKey, privateKey } = made();
    await auth(db).updateTable('auth.installation').set({ push_public: publicKey, push_private: privateKey }).where('push_public', 'is', null).execute();
  }
  const { publicKey, privateKey } = (await kept())!;
  return { publicKey: publicKey!, privateKey: privateKey! };
}

/** One set-up at a time: a second one waits here until the first has committed. */
export async function waitForSetUp(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(731410)`.execute(tx);
}
