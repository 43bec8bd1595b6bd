import type { ChangingDraft, DraftState, PolicyContent } from '@shouwen/contract/policy';
import { may, mayDo } from '../staff/who-may.rules.ts';
import type { Staff } from '../staff/staff.ts';
import { same } from './layers.rules.ts';
import { no, type Verdict } from './refusal.ts';

export interface DraftSeen { state: DraftState; centreId: string | null; authorId: string; approvedBy: string | null }

/** A version of the company is drafted by whoever keeps the policy, a centre's by its manager too. */
export const mayDraft = (by: Staff, centreId: string | null): Verdict => centreId === null ? mayDo(by, 'keep_policy', { centreId: null }) : mayDo(by, 'draft_policy', { centreId });
export const mayApproveIn = (by: Staff, centreId: string | null): boolean => may(by, 'approve_policy', { centreId });

const STATES: Readonly<Record<DraftState, string>> = { draft: '起草中', submitted: '待审批', approved: '已批准', published: '已发布', discarded: '已弃用' };
const stands = (draft: DraftSeen, ...in_: DraftState[]): Verdict => in_.includes(draft.state) ? 'yes'
  : no('CAL-09', 'not_now', `这份草稿${STATES[draft.state]}，须在${in_.map((state) => STATES[state]).join('或')}时办理。`, `The draft is ${draft.state}; this is done while it is ${in_.join(' or ')}.`);

/** What is submitted stands still until it is sent back or withdrawn: nobody approves what then becomes something else. */
export const mayChange = (by: Staff, draft: DraftSeen): Verdict[] => [mayDraft(by, draft.centreId), stands(draft, 'draft')];
export const maySubmit = mayChange;
export const mayWithdraw = (by: Staff, draft: DraftSeen): Verdict[] => [mayDraft(by, draft.centreId), stands(draft, 'submitted', 'approved')];
export const mayDiscard = (by: Staff, draft: DraftSeen): Verdict[] => [mayDraft(by, draft.centreId), stands(draft, 'draft', 'submitted', 'approved')];
/** A second person: never the author. */
export const mayApprove = (by: Staff, draft: DraftSeen): Verdict[] => [mayDo(by, 'approve_policy', { centreId: draft.centreId }), stands(draft, 'submitted'),
  by.id === draft.authorId ? no('CAL-09', 'own_draft', '自己起草的版本须由他人审批。', 'Somebody other than the author approves a version.') : 'yes'];
export const maySendBack = (by: Staff, draft: DraftSeen): Verdict[] => [mayDo(by, 'approve_policy', { centreId: draft.centreId }), stands(draft, 'submitted')];
export const mayPublish = (by: Staff, draft: DraftSeen, approvalRequired: boolean): Verdict[] => [mayDraft(by, draft.centreId), stands(draft, 'draft', 'submitted', 'approved'),
  approvalRequired && draft.approvedBy === null ? no('CAL-09', 'not_approved', '本公司的制度版本须由起草人以外的人批准后才能发布，请先送审。', 'In this company a version is approved by somebody other than its author before it is published: submit it first.') : 'yes'];

/** The content after a change; what is null is again what the layer below says. */
export function changed(content: PolicyContent, change: ChangingDraft): PolicyContent {
  const merged = <T>(before: Record<string, T>, by: Record<string, T | null> = {}) => Object.fromEntries(Object.entries({ ...before, ...by }).filter((one): one is [string, T] => one[1] !== null));
  return {
    numbers: merged(content.numbers, change.numbers), choices: merged(content.choices, change.choices), manual: merged(content.manual, change.manual),
    off: [...new Set([...content.off.filter((rule) => change.off?.[rule] !== false), ...Object.entries(change.off ?? {}).filter(([, off]) => off).map(([rule]) => rule)])].sort(),
  };
}

/** In how many places two contents of one layer differ. */
export function changesBetween(before: PolicyContent, after: PolicyContent): number {
  const differing = (a: Record<string, unknown>, b: Record<string, unknown>) => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !same(a[key], b[key])).length;
  return differing(before.numbers, after.numbers) + differing(before.choices, after.choices) + differing(before.manual, after.manual)
    + before.off.filter((rule) => !after.off.includes(rule)).length + after.off.filter((rule) => !before.off.includes(rule)).length;
}
