import type { CodeNeeded } from '@shouwen/contract/staff';
import { seal, unseal } from '../../staff/secrets.ts';

/** Minutes in which the code follows the password. */
const GOOD_FOR = 10;

/** Says, to us alone, that this person has given the first proof and owes a code. No session stands yet. */
export async function makeTicket(key: string, loginId: string, now: Date): Promise<CodeNeeded> {
  const until = new Date(now.getTime() + GOOD_FOR * 60_000).toISOString();
  return { ticket: await seal(key, JSON.stringify({ owes: 'code', loginId, until })), until };
}

/** Whose it is; null where it is too old, or none of ours. */
export async function loginOfTicket(key: string, ticket: string, now: Date): Promise<string | null> {
  const text = await unseal(key, ticket).catch(() => '{}');
  const { owes, loginId, until } = JSON.parse(text) as { owes?: string; loginId?: string; until?: string };
  return owes === 'code' && loginId && until && until > now.toISOString() ? loginId : null;
}
