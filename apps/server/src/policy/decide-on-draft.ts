import type { DraftEvent, DraftState, PolicyDraft } from '@shouwen/contract/policy';
import type { Work } from '../db/work.ts';
import type { Staff } from '../staff/staff.ts';
import { mayApprove, mayDiscard, maySendBack, maySubmit, mayWithdraw, type DraftSeen } from './draft.rules.ts';
import { draftSeen } from './draft-seen.ts';
import { stepDraft } from './drafts.store.ts';
import { insist, type Verdict } from './refusal.ts';
import { draftShown } from './versions.queries.ts';

/** The steps of a draft that change nothing in it: who may, what it is afterwards, and whether an approval stands or falls. */
const STEPS = {
  'submit': { may: maySubmit, what: 'submitted', state: 'submitted' },
  'withdraw': { may: mayWithdraw, what: 'withdrawn', state: 'draft', approved: false },
  'approve': { may: mayApprove, what: 'approved', state: 'approved', approved: true },
  'send-back': { may: maySendBack, what: 'sent_back', state: 'draft', approved: false },
  'discard': { may: mayDiscard, what: 'discarded', state: 'discarded' },
} satisfies Record<string, { may: (by: Staff, draft: DraftSeen) => Verdict[]; what: DraftEvent; state: DraftState; approved?: boolean }>;
export type Step = keyof typeof STEPS;

/** CAL-09: submitted, withdrawn, approved by a second person, sent back, discarded; each is on record with its note. @throws NotFound, Stale */
export async function decideOnDraft(work: Work, draftId: string, seenRevision: number, step: Step, note?: string): Promise<PolicyDraft> {
  const draft = await draftSeen(work, draftId, seenRevision);
  const { may, what, ...set } = STEPS[step];
  insist(...may(work.by, draft));
  await stepDraft(work, draft, what, note ?? null, set);
  return draftShown(work.tx, work.by, draftId);
}
