import type { Wall } from '@shouwen/contract/wall';
import { POST_CODES } from '@shouwen/contract/posts';
import { postWord } from '../clocks/post-words.ts';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { sayTime } from '../ui/times.ts';

const WORDS = words({
  title: ['当班', 'On duty'], manager: ['当班最高管理者', 'Duty manager'], until: [(at: string) => `至 ${at}`, (at: string) => `until ${at}`], from: [(at: string) => `${at} 起`, (at: string) => `from ${at}`], more: [(n: number) => `另有 ${n} 人`, (n: number) => `and ${n} more`], comma: ['、', ', '], none: ['值班表上现在没有人', 'Nobody is on the roster now'],
});
/** Lines there is room for beside the duty manager's; of those to come. */
const MOST = 7;
const COMING = 3;

/** Who is on, from the front desk on, and who comes next. */
export function OnDutyNow({ onDuty: { dutyManager, rows, next }, zone }: { onDuty: Wall['onDuty']; zone: string }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const coming = next.slice(0, COMING);
  const inOrder = [...rows].sort((a, b) => POST_CODES.indexOf(a.post) - POST_CODES.indexOf(b.post));
  const fit = inOrder.slice(0, MOST - coming.length);
  return (
    <section aria-labelledby="wall-duty" className="duty">
      <div className="head"><h2 id="wall-duty">{t.title}</h2>{inOrder.length > fit.length && <span className="sub">{t.more(inOrder.length - fit.length)}</span>}</div>
      {dutyManager.length === 0 && rows.length === 0 && coming.length === 0 ? <p className="none">{t.none}</p> : (
        <table><tbody>
          {dutyManager.length > 0 && <tr><td className="sub">{t.manager}</td><td colSpan={2}>{dutyManager.slice(0, 2).join(t.comma)}</td></tr>}
          {fit.map((one, i) => <tr key={i}><td className="sub">{postWord(one.post, language)}</td><td>{one.name}</td><td className="sub at">{t.until(sayTime(one.at, { zone, end: true }))}</td></tr>)}
          {coming.map((one, i) => <tr key={`next${i}`} className="coming"><td className="sub">{postWord(one.post, language)}</td><td>{one.name}</td><td className="sub at">{t.from(sayTime(one.at, { zone }))}</td></tr>)}
        </tbody></table>
      )}
    </section>
  );
}
