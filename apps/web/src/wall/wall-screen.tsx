import type { Wall } from '@shouwen/contract/wall';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { useCentre } from '../app/me.ts';
import { Mark } from '../app/mark.tsx';
import { applyMode } from '../app/mode.ts';
import { Trouble } from '../app/trouble.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Loading, RefusalNote } from '../ui/notes.tsx';
import { useScreenTitle } from '../ui/panel.tsx';
import { sayDay, sayTime } from '../ui/times.ts';
import { OnDutyNow } from './on-duty-now.tsx';
import { RunningClocks } from './running-clocks.tsx';
import { TodaysFlow } from './todays-flow.tsx';
import { useNewerVersion } from './newer-version.ts';
import { useSeconds } from './use-seconds.ts';
import { SILENT, wallQuery } from './wall-query.ts';
import './wall.css';

const WORDS = words({
  title: ['值班大屏', 'Duty wall'], hotline: [(phone: string) => `热线 ${phone}`, (phone: string) => `Hotline ${phone}`], updated: [(at: string) => `${at} 更新`, (at: string) => `Updated ${at}`], connected: ['连接正常', 'Connected'],
  lost: [(at: string) => `连接中断，显示的是 ${at} 的情况，正在重新连接`, (at: string) => `Connection lost: this is how it stood at ${at}; trying again`], callbacks: ['待回访', 'To call back'], answers: ['今日按时答复', 'Answered in time today'], closed: ['今日办结', 'Closed today'], first: ['正在连接', 'Connecting'],
});

/** For a screen on the centre's wall: by the token behind the # nobody is signed in, without one it is whoever is. */
export function WallScreen() {
  const token = location.hash.slice(1);
  // Dark by day as well: it is looked at from afar, and lights a night desk.
  useLayoutEffect(() => { document.documentElement.dataset['theme'] = 'dark'; return applyMode; }, []);
  return token ? <Shown whose={{ token }} /> : <OfMyCentre />;
}
function OfMyCentre() {
  const [centre] = useCentre();
  return <Shown whose={{ centre: centre?.id }} />;
}

function Shown({ whose }: { whose: Parameters<typeof wallQuery>[0] }) {
  const t = useWords(WORDS);
  const { data, error, refetch, dataUpdatedAt } = useQuery(wallQuery(whose));
  useNewerVersion();
  // A link that was withdrawn shows nothing from then on, not the last it saw.
  const refused = error instanceof Trouble && error.kind !== 'offline' && error.kind !== 'broken';
  if (data && !refused) return <Hung wall={data} readAt={dataUpdatedAt} />;
  return <main className="wall waits"><Title title={t.title} />{error instanceof Trouble ? <RefusalNote trouble={error} onAgain={() => void refetch()} /> : <Loading lines={6} />}</main>;
}
const Title = ({ title }: { title: string }) => <h1 tabIndex={-1} ref={useScreenTitle(title)}>{title}</h1>;

function Hung({ wall, readAt }: { wall: Wall; readAt: number }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useSeconds();
  const say = useSay();
  const { zone, name, phone } = wall.centre;
  const lost = Date.now() - readAt > SILENT;
  const read = `${sayTime(wall.now, { zone })}:${wall.now.slice(17, 19)}`;
  return (
    <main className="wall">
      <header>
        <Mark /><Title title={name} /><span className="sub">{t.title}{phone && <> · {t.hotline(phone)}</>}</span><span className="grow" />
        <span className="sub">{sayDay(now, { zone, now, language })}</span><time dateTime={now.toISOString()}>{sayTime(now, { zone })}</time>
      </header>
      {lost && <p className="lost" role="alert">{t.lost(sayTime(wall.now, { zone }))}</p>}
      <RunningClocks wall={wall} now={now} say={say} />
      <div className="side"><TodaysFlow wall={wall} now={now} /><OnDutyNow onDuty={wall.onDuty} zone={zone} /></div>
      <footer>
        <span>{t.closed} <b>{wall.today.closed}</b></span><span>{t.callbacks} <b>{wall.callbacks}</b></span>{wall.today.answers.of > 0 && <span>{t.answers} <b>{wall.today.answers.met} / {wall.today.answers.of}</b></span>}
        <span className="grow" /><span>{t.updated(read)}{!lost && <> · {t.connected}</>}</span>
      </footer>
    </main>
  );
}
