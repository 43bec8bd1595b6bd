import type { Refusal } from '@shouwen/contract/refusal';

/** A rule said no: answered with 422 and undoes the transaction. Rules return a Verdict; a use case insists on 'yes'. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`${refusal.rule} ${refusal.code}: ${refusal.en}`);
    this.refusal = refusal;
  }
}
/** 428: whoever changes something that is there says which state of it they have seen. */
export class Unseen extends Refused {}
export type Verdict = 'yes' | Refusal;
export function insist(...verdicts: Verdict[]): void {
  for (const verdict of verdicts) if (verdict !== 'yes') throw new Refused(verdict);
}
export const no = (rule: string, code: string, zh: string, en: string, field?: string): Refusal => ({ rule, code, zh, en, ...(field && { field }) });

/** Not there, or not yours: one and the same 404, so that nobody learns which. */
export class NotFound extends Error {}
/** 409: somebody has written since; `newer` is the state as it stands now. */
export class Stale extends Error {
  readonly newer: unknown;
  constructor(newer: unknown) { super('stale'); this.newer = newer; }
}
/** A refusal that is itself on record: answered with 422 as any other, but what the use case recorded stays (FCR-23). */
export class OnRecord {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) { this.refusal = refusal; }
}
