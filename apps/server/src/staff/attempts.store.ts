import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { auth } from './auth-tables.ts';
import { windowStart, type Attempts } from './sign-in.rules.ts';

/** Counts a try before the password is looked at, so that a hundred at once are a hundred. In the database: all server processes count together. */
export async function countTry(db: Db, key: string, now: Date): Promise<Attempts> {
  const from = windowStart(now);
  const attempts = await auth(db).insertInto('auth.attempts').values({ key, tries: 1, since: now })
    .onConflict((known) => known.column('key').doUpdateSet({
      tries: sql`case when attempts.since <= ${from} then 1 else attempts.tries + 1 end`,
      since: sql`case when attempts.since <= ${from} then excluded.since else attempts.since end`,
    })).returning(['tries', 'since']).executeTakeFirstOrThrow();
  if (attempts.tries === 1) await auth(db).deleteFrom('auth.attempts').where('since', '<=', from).execute();
  return attempts;
}

/** The password was right: nothing stays against this user name. */
export async function forgetTries(db: Db, key: string): Promise<void> {
  await auth(db).deleteFrom('auth.attempts').where('key', '=', key).execute();
}
/** The password was right: this try doesn't count against the address; those of others behind it do. */
export async function takeBackTry(db: Db, key: string): Promise<void> {
  await auth(db).updateTable('auth.attempts').set({ tries: sql`greatest(tries - 1, 0)` }).where('key', '=', key).execute();
}
