import type { ReactNode } from 'react';
import { useWords, words } from './language.tsx';
import './due-state.css';

/** As the server judged it (`ClockShown.shown`); the web never does. */
export type Shown = 'ok' | 'soon' | 'late' | 'hold' | 'met' | 'done_late' | 'void';

export const DUE_WORDS = words({
  ok: ['正常', 'On time'], soon: ['将到期', 'Due soon'], late: ['已逾期', 'Overdue'], hold: ['已暂停', 'Paused'],
  met: ['按时完成', 'Met'], done_late: ['逾期完成', 'Done late'], void: ['作废', 'Void'],
});

/** The state of a duty: a shape, a word and a colour that say the same (ring, triangle, diamond, two bars, tick, tick beside a diamond's red, dash). */
export function DueState({ shown, children, big = false }: { shown: Shown; children?: ReactNode; big?: boolean }) {
  const t = useWords(DUE_WORDS);
  return <span className={`due ${shown}${big ? ' big' : ''}`}>{t[shown]}{children && <> {children}</>}</span>;
}
