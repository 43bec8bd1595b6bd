import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { dateOf, sayMoment } from '../ui/times.ts';
import { GAP_WORDS } from './gap-words.ts';
import { watchQuery } from './roster-query.ts';
import { saySpan } from './say-span.ts';
import { weekOfDate } from './weeks.ts';
import './watch-panel.css';

const WORDS = words({
  gaps: ['七天内的缺口', 'Gaps of seven days'], none: ['七天内没有缺口', 'No gap within seven days'], more: [(n: number) => `另有 ${n} 处`, (n: number) => `${n} more`],
  unsigned: ['未签的交接班', 'Handovers not signed'], waits: [(from: string, to: string) => `${from} 交 ${to}，待 ${to} 签收`, (from: string, to: string) => `${from} to ${to}, for ${to} to sign`],
  notMade: [(from: string) => `${from} 已下班，未了事项没有交接`, (from: string) => `${from} is off shift and has handed nothing over`], since: [(at: string) => `自 ${at}`, (at: string) => `since ${at}`],
});
const SHOWN = 8;

/** SHF-01, SHF-02: what the next seven days leave open, and changes of shift without both signatures. */
export function WatchPanel({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const kinds = useWords(GAP_WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const { data } = useQuery(watchQuery(centre.id));
  if (!data) return null;
  const options = { zone: centre.zone, now, language };
  return (
    <>
      <Panel title={t.gaps}>
        {data.gaps.length === 0 ? <p className="s13 mute">{t.none}</p> : (
          <ul className="watch s13">{data.gaps.slice(0, SHOWN).map(gap => (
            <li key={`${gap.what}${gap.from}`}><Link to="/roster" search={{ week: weekOfDate(dateOf(gap.from, centre.zone)) }}><span className="attn-ink">{kinds[gap.what]}</span> {saySpan(gap.from, gap.until, options)}</Link></li>
          ))}{data.gaps.length > SHOWN && <li className="mute">{t.more(data.gaps.length - SHOWN)}</li>}</ul>
        )}
      </Panel>
      {data.unsigned.length > 0 && (
        <Panel title={t.unsigned}>
          <ul className="watch s13">{data.unsigned.map(one => (
            <li key={one.handoverId ?? one.shiftId}><Link to="/roster" search={{ tab: 'handover' }}>{one.to ? t.waits(one.from.name, one.to.name) : t.notMade(one.from.name)}</Link> <span className="mute">{t.since(sayMoment(one.since, options))}</span></li>
          ))}</ul>
        </Panel>
      )}
    </>
  );
}
