import type { Wall } from '@shouwen/contract/wall';
import { postWord } from '../clocks/post-words.ts';
import { KIND_WORDS } from '../matters/kinds.ts';
import { DueState } from '../ui/due-state.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { sayLength } from '../ui/times.ts';

const WORDS = words({
  title: ['进行中的时限', 'Clocks that run'], counts: [(open: number, clocks: number) => `未结事项 ${open} 件，时限 ${clocks} 个`, (open: number, clocks: number) => `${open} open matters, ${clocks} clocks`], left: ['剩 ', ''], over: ['', ''], leftEn: ['', ' left'],
  none: ['现在没有进行中的时限', 'No clock runs now'], colon: ['：', ': '],
});
interface Props { wall: Wall; now: Date; say: (both: { zh: string; en: string }) => string }

/** What falls due, the first due first; a state that is reached on the wall between two answers is told by the next one. */
export function RunningClocks({ wall, now, say }: Props) {
  const t = useWords(WORDS);
  const kinds = useWords(KIND_WORDS);
  const [language] = useLanguage();
  const { clocks, rows, open } = wall;
  return (
    <section aria-labelledby="wall-clocks">
      <div className="head"><h2 id="wall-clocks">{t.title}</h2><span className="sub">{t.counts(open, clocks.late + clocks.soon + clocks.ok + clocks.hold)}</span></div>
      <ul className="sums">{(['late', 'soon', 'ok', 'hold'] as const).map(shown => <li key={shown}><b>{clocks[shown]}</b><DueState shown={shown} /></li>)}</ul>
      {rows.length === 0 ? <p className="none">{t.none}</p> : (
        <table><tbody>{rows.map((row, i) => (
          <tr key={i}>
            <td><DueState shown={row.shown}>{row.due && row.shown !== 'hold' && <>{row.shown !== 'late' && t.left}{sayLength(Date.parse(row.due) - now.getTime(), language)}{row.shown !== 'late' && t.leftEn}</>}</DueState></td>
            <td className="sub">{row.number}</td><td className="owed">{say(row.owed)}{t.colon}{kinds[row.kind]}</td><td className="sub">{row.place ?? '—'}</td><td className="sub">{row.department ?? postWord(row.post, language)}</td>
          </tr>
        ))}</tbody></table>
      )}
    </section>
  );
}
