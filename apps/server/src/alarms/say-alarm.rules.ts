import type { Alarm, Step } from '../clocks/alarms.rules.ts';
import type { MessageKind } from '@shouwen/contract/messages';
import type { Moment, Post } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';

export interface Said { zh: string; en: string }
export interface Alarming { number: string; title: string; rule: string; duty: Said; due: Moment; owedBy: string | undefined; zone: string }

/** FCR-11: the clock that runs until a manager has taken charge of a class I matter; its rungs call the next on the roster. */
export const isCall = (clock: string): boolean => clock === 'FCR-11/report_within';

/** A rung of a class I matter's report rings like its first alarm, until somebody on the ladder acknowledges it (CAL-10, FCR-11). */
export const kindOfStep = (step: Step, clock: string): MessageKind =>
  step === 'warning' || step === 'due' ? step : isCall(clock) ? 'class_one' : 'overdue';

/** CHO-08: what a rung does about it. */
const DOES: Readonly<Partial<Record<Post, Said>>> = {
  centre_manager: { zh: '作出决定', en: 'decide' }, functional_department: { zh: '协调', en: 'coordinate' }, relations_lead: { zh: '协调', en: 'coordinate' }, quality_department: { zh: '接手', en: 'take it over' },
};
const SEES_TO_IT: Said = { zh: '督办', en: 'see to it' };

/** CAL-10: names the duty, its due time in the centre's zone and, up the ladder, who owes it and what is asked of the rung. */
export function sayAlarm({ step, to }: Pick<Alarm, 'step' | 'to'>, { number, title, rule, duty, due, owedBy, zone }: Alarming): Said {
  const [zh, en] = sayTime(due, zone);
  const what = { zh: `${number}「${title}」：${duty.zh}（${rule}）`, en: `${number} “${title}”: ${duty.en} (${rule})` };
  if (step === 'warning') return { zh: `即将到期 · ${what.zh}，${zh}到期。`, en: `Due soon · ${what.en}, due ${en}.` };
  if (step === 'due') return { zh: `现已到期 · ${what.zh}，${zh}到期。`, en: `Due now · ${what.en}, due ${en}.` };
  const does = DOES[to[0]!] ?? SEES_TO_IT;
  return {
    zh: `逾期未办 · ${what.zh}，应于${zh}前完成${owedBy ? `，现由${owedBy}承办` : ''}。请具名知悉并${does.zh}；无人知悉将继续上报。`,
    en: `Overdue · ${what.en}, was due ${en}${owedBy ? `, owed by ${owedBy}` : ''}. Take note by name and ${does.en}; otherwise it goes further up.`,
  };
}

/** FCR-11: the registration itself tells the manager, who confirms by name and takes charge. `due`: by when. */
export function sayClassOne({ number, title, place, as, accident, gap, due, zone }: { number: string; title: string; place: string | undefined; as: string; accident: boolean; gap: boolean; due: Moment | null; zone: string }): Said {
  const [where, at] = place ? [`，地点：${place}`, `, at ${place}`] : ['', ''];
  const [by, until] = due === null ? ['', ''] : [`，须在${sayTime(due, zone)[0]}前`, `, by ${sayTime(due, zone)[1]}`];
  const [why, because] = gap && as === 'duty_manager' ? ['（当班表上没有最高管理者，顺延至您）', ' (no manager is on the roster: it falls to you)'] : ['', ''];
  return as === 'duty_manager'
    ? { zh: `一类信息 · ${number}「${title}」${where}。请立即具名确认收到（FCR-11${by}）、联系首问业主并负责处置${why}。`, en: `Class I · ${number} “${title}”${at}. Confirm by name at once (FCR-11${until}), contact the first customer and take charge${because}.` }
    : accident ? { zh: `一类信息 · ${number}「${title}」${where}。已报当班最高管理者；按事故上报要求（CHO-14）同时报您。请具名确认（FCR-11）。`, en: `Class I · ${number} “${title}”${at}. The duty manager has been alerted; as an accident it is reported to you too (CHO-14). Confirm by name (FCR-11).` }
    : { zh: `一类信息 · ${number}「${title}」${where}。已报当班最高管理者；无应急预案，同时报您。请具名确认（FCR-11）。`, en: `Class I · ${number} “${title}”${at}. The duty manager has been alerted; there is no contingency plan, so it comes to you too. Confirm by name (FCR-11).` };
}

/** FCR-19: to the direct supervisor of the operative who took it in. `due`: when it must have been accepted by name (FCR-07). */
export function sayToSupervisor({ number, title, due, zone }: { number: string; title: string; due: Moment | null; zone: string }): Said {
  const [zh, en] = due === null ? ['', ''] : sayTime(due, zone);
  return {
    zh: `下属登记 · ${number}「${title}」：您可先具名接手；未接手的留在客服待接队列${zh && `，应于${zh}前有人接手`}（FCR-19）。`,
    en: `Taken in by your staff · ${number} “${title}”: you may accept it first; otherwise it stays in the queue of customer service${en && `, to be accepted by ${en}`} (FCR-19).`,
  };
}

/** CHO-01: to whoever is asked to accept, and the copy to the superior of who took it in. `due`: when it must have been accepted by name (FCR-07). */
export function sayAskedToAccept({ number, title, copy, due, zone }: { number: string; title: string; copy: boolean; due: Moment | null; zone: string }): Said {
  const [zh, en] = due === null ? ['', ''] : sayTime(due, zone);
  return copy
    ? { zh: `抄送 · ${number}「${title}」：下属受理后已直接转相关部门，请督办（CHO-01）。`, en: `Copy · ${number} “${title}”: taken in by your staff and put straight to the department concerned; see that it is taken on (CHO-01).` }
    : { zh: `请接手 · ${number}「${title}」：请具名接手${zh && `，应于${zh}前`}（CHO-01）。`, en: `To be accepted · ${number} “${title}”: accept it by name${en && ` by ${en}`} (CHO-01).` };
}

/** A moment in the centre's zone. */
export function sayTime(at: Moment, zone: string): readonly [zh: string, en: string] {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return [`${local.month}月${local.day}日（周${'一二三四五六日'[local.dayOfWeek - 1]}）${time}`, `${local.toPlainDate().toString()} ${time}`];
}
