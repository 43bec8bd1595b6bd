import type { DayNote } from '@shouwen/contract/clocks';
import type { ClockShown } from '@shouwen/contract/matters';
import type { ReactNode } from 'react';
import { useNow } from '../app/now.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { momentOf, sayDay, sayMoment } from '../ui/times.ts';
import { dayBecause, pauseReason, sayPeriod, startedBy } from './why-words.ts';
import './why-ledger.css';

const WORDS = words({
  why: [(due: string) => `为什么是 ${due}？`, (due: string) => `Why ${due}?`],
  whyNone: ['为什么还没有到期时间？', 'Why is there no due time?'],
  started: ['起算', 'From'], period: ['期限', 'Period'], skipped: ['不计', 'Skipped'], counted: ['计入', 'Counted'], paused: ['暂停', 'Paused'], moved: ['改动', 'Moved'], due: ['应于', 'Due'],
  entered: [(at: string) => `（${at} 录入）`, (at: string) => ` (entered ${at})`],
  countedFrom: [(at: string) => `自 ${at} 开始计算`, (at: string) => `counted from ${at}`],
  nth: [(n: number) => `第 ${n} 日`, (n: number) => `day ${n}`],
  none: ['无', 'none'], nobody: ['无人改动', 'by nobody'],
  until: [(from: string, to: string) => `${from} 至 ${to}`, (from: string, to: string) => `${from} to ${to}`],
  since: [(from: string) => `${from} 起`, (from: string) => `since ${from}`],
  allowed: [(reason: string, by: string) => `${reason}，${by}批准`, (reason: string, by: string) => `${reason}, allowed by ${by}`],
  earliest: [(title: string, rule: string) => `以最早到期者为准：${title}（${rule}）`, (title: string, rule: string) => `the earliest holds: ${title} (${rule})`],
  movedBy: [(version: string) => `按 ${version} 版调整`, (version: string) => `by version ${version}`],
  dueBy: [(due: string) => `${due} 前`, (due: string) => `by ${due}`],
  overdueAfter: [(at: string) => `${at} 后为逾期`, (at: string) => `overdue after ${at}`],
  basis: [(rule: string, title: string, policy: string) => `依据 ${rule} ${title}，制度 ${policy} 版`, (rule: string, title: string, policy: string) => `By ${rule} ${title}, policy version ${policy}`],
  assumed: ['有年份的放假通知尚未公布，到期时间可能变动', 'A year on the way has no published holiday notice; the due time may change'],
});

interface Props { clock: ClockShown; zone: string; /** Names of staff by id, for who allowed a pause. */ names?: Readonly<Record<string, string>> }

/** CAL-09: how a due time came about, line by line: from when, how long, what was left out and why, who moved it. */
export function WhyLedger({ clock, zone, names = {} }: Props) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const now = useNow();
  const at = (moment: number, end = false) => sayMoment(moment, { zone, now, language, end });
  const onDay = (date: string) => sayDay(momentOf(`${date}T12:00`, zone)!, { zone, now, language });
  const { why, due, breachAfter } = clock;
  const dayLine = (day: DayNote) => `${onDay(day.date)} ${day.name ?? ''}${dayBecause(day.because, language)}${day.nth ? ` ${t.nth(day.nth)}` : ''}`;
  const [counted, skipped] = [why.days.filter(day => day.nth !== null), why.days.filter(day => day.nth === null)];
  const { what, at: happened, recordedAt } = why.startedBy;
  return (
    <div>
      <h3>{due === null ? t.whyNone : t.why(at(due, true))}</h3>
      <dl className="ledger">
        <Entry term={t.started}>
          {at(happened)} {startedBy(what, language)}{recordedAt - happened >= 60_000 && t.entered(at(recordedAt))}
          {why.countedFrom !== happened && <div>{t.countedFrom(at(why.countedFrom))}</div>}
        </Entry>
        <Entry term={t.period}>{sayPeriod(why.period, language)}{clock.earliest && <div>{t.earliest(say(clock.earliest), clock.earliest.rule)}</div>}</Entry>
        {skipped.length > 0 && <Entry term={t.skipped} look="skip">{skipped.map(day => <div key={day.date}>{dayLine(day)}</div>)}</Entry>}
        {counted.length > 0 && <Entry term={t.counted}>{counted.map(day => <div key={day.date}>{dayLine(day)}</div>)}</Entry>}
        <Entry term={t.paused}>{why.pauses.length === 0 ? t.none : why.pauses.map(pause => (
          // An open pause ends at infinity, which travels as null.
          <div key={pause.from}>{Number.isFinite(pause.to) && pause.to !== null ? t.until(at(pause.from), at(pause.to)) : t.since(at(pause.from))} {t.allowed(pauseReason(pause.reason, language), names[pause.allowedBy] ?? pause.allowedBy)}</div>
        ))}</Entry>
        <Entry term={t.moved}>{why.movedBy ? t.movedBy(why.movedBy) : t.nobody}</Entry>
        {due !== null && <Entry term={t.due} look="end">{t.dueBy(at(due, true))}{breachAfter !== null && breachAfter !== due && <div>{t.overdueAfter(at(breachAfter, true))}</div>}</Entry>}
      </dl>
      <p className="s12 mute">{t.basis(clock.rule, say(clock.title), why.policy)}</p>
      {why.days.some(day => day.because === 'assumed') && <p className="s12 attn-ink">{t.assumed}</p>}
    </div>
  );
}

function Entry({ term, look, children }: { term: string; look?: 'skip' | 'end'; children: ReactNode }) {
  return <div className={look}><dt>{term}</dt><dd>{children}</dd></div>;
}
