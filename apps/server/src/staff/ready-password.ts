import { hashPassword } from 'better-auth/crypto';
import { insist } from '../policy/refusal.ts';
import { passwordFits } from './sign-in.rules.ts';

/** A password that fits, in the form in which it is kept. */
export type ReadyPassword = string & { readonly ready: unique symbol };

/** Slow on purpose, so to be called before a transaction opens: none keeps its connection meanwhile. Throws Refused (input) for one that doesn't fit. */
export async function readyPassword(password: string, userName: string): Promise<ReadyPassword> {
  insist(passwordFits(password, userName));
  return await hashPassword(password) as ReadyPassword;
}
