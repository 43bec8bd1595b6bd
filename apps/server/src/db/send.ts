import type { Compilable } from 'kysely';
import { unheard } from './client.ts';
import type { Tx } from './connect.ts';

/** A write whose answer nobody needs: it is sent without being waited for. Should it fail, the transaction does, with its error. */
export async function send(tx: Tx, write: Compilable): Promise<void> {
  const query = write.compile();
  unheard.add(query.parameters);
  await tx.executeQuery(query);
}
