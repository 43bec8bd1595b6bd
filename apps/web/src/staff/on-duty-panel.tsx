import { POSTS } from '@shouwen/contract/posts';
import { useQuery } from '@tanstack/react-query';
import { useMe, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { PersonChip } from '../ui/person-chip.tsx';
import { dateOf, sayShort, sayTime } from '../ui/times.ts';
import { onDutyQuery } from './staff-queries.ts';
import './on-duty-panel.css';

const WORDS = words({
  title: ['当班', 'On duty'], until: [(at: string) => `至 ${at}`, (at: string) => `until ${at}`], highest: ['当班最高', 'duty manager'],
  nobody: ['值班表上此刻没有人', 'Nobody is on the roster now'], gap: ['此刻没有当班最高管理者，一类信息先报服务中心负责人。', 'No duty manager now: class I goes to the head of the centre.'],
});

/** Who is on in the centre now and until when; a gap is said. */
export function OnDutyPanel({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const say = useSay();
  const me = useMe();
  const now = useNow();
  const [language] = useLanguage();
  const { data } = useQuery(onDutyQuery(centre.id));
  if (!data) return null;
  const sayUntil = (at: string) => dateOf(new Date(at).getTime() - 1, centre.zone) === dateOf(now, centre.zone) ? sayTime(at, { zone: centre.zone, end: true }) : sayShort(at, { zone: centre.zone, now, language, end: true });
  const highest = (id: string) => data.dutyManager.staff.some(one => one.id === id);
  return (
    <Panel title={t.title} note={centre.name}>
      {data.rows.length === 0 && <p className="s13 mute">{t.nobody}</p>}
      <ul className="onduty">{data.rows.map(row => (
        <li key={`${row.staffId}${row.post}`}><PersonChip me={row.staffId === me.id} name={row.name} post={say(POSTS[row.post])} />{highest(row.staffId) && <Tag>{t.highest}</Tag>}<span className="s12 mute nw">{t.until(sayUntil(row.until))}</span></li>
      ))}</ul>
      {data.dutyManager.gap && <p className="s12 attn-ink">{t.gap}</p>}
    </Panel>
  );
}
