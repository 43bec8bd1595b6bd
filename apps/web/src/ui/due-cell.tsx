import type { ReactNode } from 'react';
import { useNow } from '../app/now.ts';
import { DueState, type Shown } from './due-state.tsx';
import { useLanguage, useWords, words } from './language.tsx';
import { sayDue, sayLength, sayMoment, type At } from './times.ts';
import { WhyButton } from './why-button.tsx';

const WORDS = words({
  left: [(length: string) => `剩 ${length}`, (length: string) => `${length} left`],
  over: [(length: string) => length, (length: string) => `by ${length}`],
  noDue: ['没有期限', 'no due time'],
  movesOn: ['恢复后顺延', 'moves on when resumed'],
  ended: [(moment: string) => `${moment} 完成`, (moment: string) => `done ${moment}`],
  why: [(due: string) => `${due}，为什么？`, (due: string) => `${due}: why?`],
});

interface Due {
  shown: Shown;
  /** null: no deadline, or not known while paused. */
  due: At | null;
  ended?: At | null | undefined;
  zone: string;
}

/** How long is left, or by how much it is over; nothing for what has ended. */
export function useRelative({ shown, due }: Pick<Due, 'shown' | 'due'>): string {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  if (due === null) return '';
  const left = new Date(due).getTime() - now.getTime();
  if (shown === 'ok' || shown === 'soon') return t.left(sayLength(Math.max(0, left), language));
  return shown === 'late' ? t.over(sayLength(left, language)) : '';
}

/** When it falls due, or what stands instead. */
export function useAbsolute({ shown, due, ended, zone }: Due): string {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  if (ended != null) return t.ended(sayMoment(ended, { zone, now, language }));
  if (due !== null) return sayDue(due, { zone, now, language });
  return shown === 'hold' ? t.movesOn : t.noDue;
}

/** Line 1: state and relative time. Line 2: the absolute time, a button that opens the why (`children`, made only when opened). */
export function DueCell({ children, big = false, ...due }: Due & { children?: () => ReactNode; big?: boolean }) {
  const t = useWords(WORDS);
  const relative = useRelative(due);
  const absolute = useAbsolute(due);
  return (
    <div className="duecell">
      <DueState shown={due.shown} big={big}>{relative}</DueState>
      {children ? <WhyButton label={absolute} name={t.why(absolute)}>{children}</WhyButton> : <span className="s12 sub nw">{absolute}</span>}
    </div>
  );
}
