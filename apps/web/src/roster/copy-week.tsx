import type { Copied, CopyingWeek } from '@shouwen/contract/roster';
import { POSTS } from '@shouwen/contract/posts';
import type { CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { rosterTouched } from './roster-query.ts';
import { saySpan } from './say-span.ts';
import { weekBeside } from './weeks.ts';

const WORDS = words({
  title: ['复制到下一周', 'Copy to the next week'], says: ['把这一周的班次按相同的岗位和时间排到下一周；排不上的逐条列出。', 'The shifts of this week are entered a week later, same posts and hours; what can’t be is listed.'],
  copy: ['复制', 'Copy'], close: ['收起', 'Close'], done: [(n: number) => `已排 ${n} 班`, (n: number) => `${n} entered`], refused: [(n: number) => `${n} 班没有排上：`, (n: number) => `${n} not entered:`],
});

/** SHF-01: a week again, with what stood in the way row by row. */
export function CopyWeek({ centre, week, onDone }: { centre: CentreHere; week: string; onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const now = useNow();
  const act = useAct<CopyingWeek, Copied>({ path: `/centres/${centre.id}/week-copies`, touches: rosterTouched(centre.id) });
  return (
    <Panel title={t.title}>
      <div className="stack">
        <p className="s13 sub">{t.says}</p>
        <RefusalNote trouble={act.error} />
        {act.data && <div role="status"><p>{t.done(act.data.entered)}{act.data.refused.length > 0 && <> · {t.refused(act.data.refused.length)}</>}</p>
          <ul className="papers">{act.data.refused.map(row => <li key={`${row.name}${row.from}`}><b>{row.name}</b> {say(POSTS[row.post])} {saySpan(row.from, row.until, { zone: centre.zone, now, language })}<p className="s13 sub">{say(row)}（{row.rule}）</p></li>)}</ul></div>}
        <div className="row"><Button look="primary" disabled={act.isPending} onClick={() => act.mutate({ from: week, to: weekBeside(week, 1) })}>{t.copy}</Button><Button look="text" onClick={onDone}>{t.close}</Button></div>
      </div>
    </Panel>
  );
}
