import type { Tx } from '../db/connect.ts';
import { send } from '../db/send.ts';

export interface Seen { companyId: string; by: string; key: string; route: string; bodyHash: string }

/** Takes the key, or waits for whoever has it and gives what was answered then. 'other': the key was used for something else. */
export async function takeKey(tx: Tx, seen: Seen, now: Date): Promise<'taken' | 'other' | { status: number; answer: unknown }> {
  const taken = await tx.insertInto('request_seen')
    .values({ company_id: seen.companyId, by: seen.by, key: seen.key, route: seen.route, body_hash: seen.bodyHash, at: now })
    .onConflict((same) => same.doNothing()).returning('key').executeTakeFirst();
  if (taken) return 'taken';
  const first = await tx.selectFrom('request_seen').select(['route', 'body_hash', 'status', 'answer'])
    .where('company_id', '=', seen.companyId).where('by', '=', seen.by).where('key', '=', seen.key).executeTakeFirstOrThrow();
  return first.route === seen.route && first.body_hash === seen.bodyHash ? { status: first.status!, answer: first.answer } : 'other';
}

/** Lets go of the keys of this company that were taken before then. */
export async function dropKeys(tx: Tx, companyId: string, before: Date): Promise<void> {
  await tx.deleteFrom('request_seen').where('company_id', '=', companyId).where('at', '<', before).execute();
}

export async function keepAnswer(tx: Tx, seen: Seen, status: number, answer: unknown): Promise<void> {
  await send(tx, tx.updateTable('request_seen').set({ status, answer: JSON.stringify(answer ?? null) })
    .where('company_id', '=', seen.companyId).where('by', '=', seen.by).where('key', '=', seen.key));
}
