import type { ClockShown, Verb } from '@shouwen/contract/matters';
import { codeWords, type Language } from '../ui/language.tsx';

/** What sort of thing a duty is, in the two characters before it; the filters of my day. */
export const DUTY_KINDS = ['accept', 'reply', 'callback', 'promise', 'tell', 'report', 'work', 'follow'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];
export const DUTY_WORDS = codeWords<DutyKind>({
  accept: ['接手', 'Accept'], reply: ['答复', 'Reply'], callback: ['回访', 'Call back'], promise: ['承诺', 'Promise'], tell: ['转告', 'Tell'], report: ['上报', 'Report'], work: ['办理', 'Do'], follow: ['跟进', 'Follow'],
});

/** The act that fulfils a duty, where one does, and what of it needs no asking. */
export interface DutyAct { verb: Verb; given?: Readonly<Record<string, unknown>> }
interface Sort { kind: DutyKind; act?: (about: string) => DutyAct }

const to = (verb: Verb, given?: Readonly<Record<string, unknown>>) => () => ({ verb, ...(given && { given }) });
const reply: Sort = { kind: 'reply', act: to('conclusive-replies') };
const report: Sort = { kind: 'report' };
const callBack: Sort = { kind: 'callback', act: to('callbacks') };
const BY_CLOCK: Readonly<Record<string, Sort>> = {
  'FCR-07': { kind: 'accept', act: to('acceptances') }, 'FCR-40': { kind: 'accept', act: to('slips') }, 'FCR-27/name_person_within': { kind: 'work', act: to('responsible-persons') },
  'FCR-09': { kind: 'tell', act: to('tellings', { whom: 'first_contact_person', result: true }) }, 'FCR-13': { kind: 'tell', act: to('tellings') }, 'FCR-14': { kind: 'tell', act: to('tellings', { whom: 'first_customer', result: true }) }, 'FCR-37': { kind: 'tell', act: to('referrals-told') },
  'FCR-11/report_within': { kind: 'report', act: to('duty-manager-reports') }, 'FCR-11/confirm_within': { kind: 'tell', act: to('contacts', { whom: 'first_customer' }) },
  'FCR-17/promise_when_none_given': { kind: 'follow', act: to('promises') }, 'STD-03/promise': { kind: 'promise', act: about => ({ verb: 'promises-kept', given: { promiseId: about } }) },
  'FCR-27': reply, 'FCR-30': { kind: 'reply', act: to('contacts', { whom: 'customer' }) }, 'CMP-08': { kind: 'reply', act: to('interim-replies') }, 'CMP-12': reply, 'CMP-28': reply, 'CMP-31': reply, 'CMP-32': reply, 'CMP-49': reply, 'INQ-01': reply, 'INQ-02': reply,
  'CMP-05': { kind: 'follow', act: to('progress-reports') }, 'CMP-18': { kind: 'follow', act: to('progress-reports') }, 'CMP-03': report, 'CMP-34': report, 'CMP-36': report, 'CMP-37': report, 'CMP-42': { kind: 'work', act: to('fact-findings') }, 'DOOR-01': { kind: 'work', act: to('work-done') },
  'CBK-06': callBack, 'CBK-07': callBack, 'CBK-11': callBack, 'CBK-12': callBack, 'CBK-08': { kind: 'reply', act: about => ({ verb: 'question-answers', given: { questionId: about } }) },
};
type Named = Pick<ClockShown, 'name' | 'rule' | 'about'>;
const sortOf = ({ name, rule }: Named): Sort => BY_CLOCK[name] ?? BY_CLOCK[rule] ?? { kind: 'follow' };

/** By the clock's name, else its rule; what isn't sorted is to be followed. */
export const dutyKindOf = (clock: Named): DutyKind => sortOf(clock).kind;
/** undefined: no single act fulfils it; one goes to the matter. */
export const dutyActOf = (clock: Named): DutyAct | undefined => sortOf(clock).act?.(clock.about);

/** What is owed to whom about what, in one line. */
export function sayDuty(kind: DutyKind, { title, reporter }: { title: string; reporter: string | null }, language: Language): string {
  const [to, For] = [reporter ?? '客户', reporter ?? 'the customer'];
  const said: Record<DutyKind, readonly [zh: string, en: string]> = {
    accept: [`接手：${title}`, `Accept: ${title}`], reply: [`答复${to}：${title}`, `Reply to ${For}: ${title}`], callback: [`回访${to}：${title}`, `Call ${For} back: ${title}`], promise: [`兑现对${to}的承诺：${title}`, `Keep the promise to ${For}: ${title}`],
    tell: [`转告处理情况：${title}`, `Tell how it stands: ${title}`], report: [`上报：${title}`, `Report: ${title}`], work: [`办理：${title}`, `Do: ${title}`], follow: [`跟进：${title}`, `Follow: ${title}`],
  };
  return said[kind][language === 'zh' ? 0 : 1];
}
