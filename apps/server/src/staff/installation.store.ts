import type { Db } from '../db/connect.ts';
import { auth } from './auth-tables.ts';
import { newSecret } from './secrets.ts';

/** What signs the cookies, made once and shared by all server processes of an installation. */
export async function installationSecret(db: Db): Promise<string> {
  await auth(db).insertInto('auth.installation').values({ secret: newSecret() }).onConflict((made) => made.doNothing()).execute();
  const { secret } = await auth(db).selectFrom('auth.installation').select('secret').executeTakeFirstOrThrow();
  return secret;
}
