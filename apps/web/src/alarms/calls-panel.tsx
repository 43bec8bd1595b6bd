import type { Calls } from '@shouwen/contract/messages';
import { POSTS, type PostCode } from '@shouwen/contract/posts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../app/api.ts';
import { useNow } from '../app/now.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';

const WORDS = words({ title: ['一类信息报给了谁', 'Who was called'], duty_manager: ['当班最高管理者', 'Duty manager'], taken: [(name: string, at: string) => `${name} ${at} 确认`, (name: string, at: string) => `confirmed by ${name} ${at}`], open: ['未确认', 'not confirmed'] });

/** FCR-11, CAL-10: who was called for a class I matter, in order, and who confirmed by name. */
export function CallsPanel({ number, zone }: { number: string; zone: string }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const now = useNow();
  const { data } = useQuery({ queryKey: ['calls', number], queryFn: ({ signal }) => get<Calls>(`/matters/${encodeURIComponent(number)}/calls`, {}, signal) });
  if (!data?.rows.length) return null;
  const at = (moment: string) => sayMoment(moment, { zone, now, language });
  const post = (as: string) => as === 'duty_manager' ? t.duty_manager : as in POSTS ? say(POSTS[as as PostCode]) : as;
  return (
    <Panel title={t.title}>
      <ol className="points">{data.rows.map(call => (
        <li key={`${call.at}${call.name}`} className={call.acknowledgedAt === null ? 'open' : 'answered'}>{at(call.at)} {call.name}（{post(call.as)}）
          <div className={`s12 ${call.acknowledgedAt === null ? 'attn-ink' : 'mute'}`}>{call.acknowledgedAt === null ? t.open : t.taken(call.acknowledgedBy ?? '', at(call.acknowledgedAt))}</div></li>
      ))}</ol>
    </Panel>
  );
}
