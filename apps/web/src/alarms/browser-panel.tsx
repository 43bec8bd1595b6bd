import type { AddingBrowser, MyMessages } from '@shouwen/contract/messages';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { browserIn } from '../staff/browser-in.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Note, RefusalNote } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { myMessagesQuery } from './message-settings-query.ts';
import { canPush, endpointHere, takeNone, takePushes } from './this-browser.ts';

const WORDS = words({
  title: ['浏览器推送', 'Push to this browser'], off: ['这个浏览器不能接收推送：需要 https:// 地址和支持推送的浏览器。', 'This browser takes no pushes: they need an https:// address and a browser that has them.'],
  says: ['首问没有打开时，浏览器也会弹出通知。', 'The browser tells you even while Shouwen is not open.'], take: ['在这个浏览器上接收', 'Take pushes here'], drop: ['停止', 'Stop'], here: ['本机', 'Here'], unknown: ['未知', 'unknown'],
  no: ['浏览器没有允许通知。请在浏览器的网站设置里允许，再试一次。', 'The browser does not allow notices. Allow them in its settings for this site and try again.'], failed: ['浏览器没有连上它的推送服务，请稍后再试。', 'The browser could not reach its push service; try again later.'],
});
const touches = [myMessagesQuery.queryKey, ['push-endpoint']];

/** The browsers that take one's pushes, this one first. */
export function BrowserPanel({ mine }: { mine: MyMessages }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const { data: here } = useQuery({ queryKey: ['push-endpoint'], queryFn: endpointHere });
  const [trouble, setTrouble] = useState<string | null>(null);
  const add = useAct<AddingBrowser>({ path: '/my-messages/browsers', touches });
  const drop = useAct<string>({ method: 'DELETE', path: id => `/my-messages/browsers/${id}`, body: () => undefined, touches });
  const take = async (key: string) => {
    setTrouble(null);
    const taken = await takePushes(key).catch(() => undefined);
    if (taken) add.mutate(taken);
    else setTrouble(taken === null ? t.no : t.failed);
  };
  const taken = mine.browsers.some(one => one.endpoint === here);
  return (
    <Panel title={t.title}>
      <div className="stack">
        <RefusalNote trouble={add.error ?? drop.error} />
        {trouble && <Note look="bad">{trouble}</Note>}
        {mine.browsers.length > 0 && <ul className="days s13">{mine.browsers.map(one => (
          <li key={one.id}><span title={one.browser ?? undefined}>{one.browser ? browserIn(one.browser) : t.unknown}</span>{one.endpoint === here && <Tag look="strong">{t.here}</Tag>}<span className="mute">{sayMoment(one.since, { zone, now, language })}</span><span className="grow" />
            <Button small disabled={drop.isPending} onClick={() => drop.mutate(one.id, { onSuccess: () => { if (one.endpoint === here) void takeNone(); } })}>{t.drop}</Button></li>
        ))}</ul>}
        {mine.pushKey === null || !canPush() ? <p className="s13 mute">{t.off}</p> : !taken && <div className="row wrap"><Button disabled={add.isPending} onClick={() => void take(mine.pushKey!)}>{t.take}</Button><span className="s13 mute">{t.says}</span></div>}
      </div>
    </Panel>
  );
}
