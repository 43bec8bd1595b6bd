import type { Refusal } from '@shouwen/contract/complaints';

/** A rule said no. Rules return a Refusal; a use case insists on the contrary, which undoes the transaction. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) { super(`${refusal.rule}: ${refusal.detail}`); }
}
export type Verdict = 'yes' | Refusal;
export function insist(verdict: Verdict) {
  if (verdict !== 'yes') throw new Refused(verdict);
}
