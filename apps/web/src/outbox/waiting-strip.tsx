import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { serverNow } from '../app/now.ts';
import { useCentre, useMe, zoneOf } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { sayTime } from '../ui/times.ts';
import { matterOf, ownRevision, type Entry } from './entry.ts';
import { drop, keep } from './kept.ts';
import { hear, readAgain, sendNow, useWaiting } from './waiting.ts';
import './waiting-strip.css';

const WORDS = words({
  count: [(n: number) => `待发送 ${n} 项，有信号后自动送出`, (n: number) => `${n} waiting; sent when there is a signal`], refusedCount: [(n: number) => `${n} 项没有办成`, (n: number) => `${n} not done`],
  waits: ['待发送', 'Waiting'], refused: ['没有办成', 'Not done'], again: ['看过了，再发一次', 'Seen: send again'], leave: ['放弃这一项', 'Leave it'], open: ['打开事项', 'Open'], sent: [(what: string) => `已送出：${what}`, (what: string) => `Sent: ${what}`],
  said: ['填写的内容', 'What was entered'],
});
const TRY = 15_000;

/** What this person did and the server doesn't have: how much waits, and what was refused with its reason. Sends it when the connection is back. */
export function WaitingStrip() {
  const t = useWords(WORDS);
  const me = useMe();
  const [language] = useLanguage();
  const client = useQueryClient();
  const [sent, setSent] = useState<string | null>(null);
  const entries = useWaiting(me.id);
  useEffect(() => {
    const go = () => { if (document.visibilityState === 'visible') void sendNow(me.id); };
    void readAgain(false).then(go);
    const stop = hear(outcome => {
      if (!('answer' in outcome)) return;
      const { entry, answer } = outcome;
      if (serverNow().getTime() - Date.parse(entry.at) > TRY) setSent(`${entry.says[language]} ${entry.path === '/matters' ? (answer as { number: string }).number : entry.says.about}`);
      void client.invalidateQueries();
    });
    const every = setInterval(go, TRY);
    addEventListener('online', go); addEventListener('focus', go); document.addEventListener('visibilitychange', go);
    if ('serviceWorker' in navigator) navigator.serviceWorker.addEventListener('message', go);
    return () => { stop(); clearInterval(every); removeEventListener('online', go); removeEventListener('focus', go); document.removeEventListener('visibilitychange', go); if ('serviceWorker' in navigator) navigator.serviceWorker.removeEventListener('message', go); };
  }, [me.id, client, language]);
  const refused = entries.filter(entry => entry.refused);
  if (entries.length === 0) return sent && <p className="strip waiting" role="status">{t.sent(sent)}</p>;
  return (
    <details className="strip waiting" open={refused.length > 0}>
      <summary><span role="status">{refused.length > 0 ? t.refusedCount(refused.length) : t.count(entries.length)}</span></summary>
      <ul>{entries.map(entry => <Waits key={entry.nth} entry={entry} />)}</ul>
    </details>
  );
}

function Waits({ entry }: { entry: Entry }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const [centre] = useCentre();
  const { refused } = entry;
  const number = matterOf(entry);
  const newer = refused?.kind === 'stale' && typeof refused.newer === 'object' && refused.newer !== null && 'revision' in refused.newer ? Number(refused.newer.revision) : undefined;
  const again = async () => {
    const { refused: _, ...kept } = entry;
    await keep('outbox', { ...kept, ...(newer !== undefined && ownRevision(refused?.newer, '') === undefined ? { revision: newer } : {}) });
    void sendNow(entry.person);
  };
  const typed = Object.values(entry.body).filter(value => typeof value === 'string' && /\s|[\u4e00-\u9fff]/.test(value)) as string[];
  return (
    <li>
      <p><b>{say(entry.says)}</b> {entry.says.about} · {sayTime(Date.parse(entry.at), { zone: zoneOf(centre) })} · {refused ? t.refused : t.waits}</p>
      {refused && <>
        <RefusalNote trouble={new Trouble(refused.kind, refused.said, refused.newer)} />
        {typed.length > 0 && <p className="words s13">{t.said}：{typed.join(language === 'zh' ? '；' : '; ')}</p>}
        <div className="row wrap">
          {number && <a className="btn" href={`/matters/${number}`}>{t.open}</a>}
          <Button onClick={() => void again()}>{t.again}</Button>
          <Button look="text" onClick={() => void drop('outbox', entry.nth).then(() => readAgain())}>{t.leave}</Button>
        </div>
      </>}
    </li>
  );
}
