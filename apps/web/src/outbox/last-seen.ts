import type { Me } from '@shouwen/contract/staff';
import type { QueryClient } from '@tanstack/react-query';
import { all, drop, keep } from './kept.ts';

/** What the phone shows without a connection. */
const KEPT: ReadonlySet<unknown> = new Set(['me', 'my-day', 'matter', 'on-duty', 'counts']);
/** Kept no longer than this, for a phone that is lost; milliseconds. */
const AGE = 2 * 86_400_000;

/** Keeps on this device what the server answered last, for whoever is signed in and nobody else. */
export function keepSeen(client: QueryClient): void {
  client.getQueryCache().subscribe(event => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual || !KEPT.has(event.query.queryKey[0])) return;
    const person = client.getQueryData<Me>(['me'])?.id;
    if (person === undefined) return;
    const { queryKey, queryHash, state: { data, dataUpdatedAt } } = event.query;
    if (queryKey[0] === 'me') void forgetSeen(person);
    void keep('seen', { id: queryHash, person, queryKey, data, at: dataUpdatedAt }).catch(() => undefined);
  });
}

/** Puts back what was seen last, where there is no connection; false where nobody was signed in. */
export async function bringBack(client: QueryClient): Promise<boolean> {
  const rows = (await all('seen').catch(() => [])).filter(row => Date.now() - row.at < AGE);
  const me = rows.find(row => row.queryKey[0] === 'me');
  if (!me) return false;
  for (const { person, queryKey, data, at } of rows) if (person === me.person && client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, data, { updatedAt: at });
  return true;
}

/** Forgets what was seen, but for this person's: at signing out, when the server knows nobody any more, and when another signs in. */
export async function forgetSeen(but?: string): Promise<void> {
  for (const row of await all('seen').catch(() => [])) if (row.person !== but) await drop('seen', row.id);
}
