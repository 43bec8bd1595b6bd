import type { Verb } from '@shouwen/contract/matters';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../app/keys.ts';
import { CallsPanel } from '../alarms/calls-panel.tsx';
import { useQueued } from '../outbox/use-queued.ts';
import { ClockPanel } from '../clocks/clock-panel.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { DeedForm } from './deed-form.tsx';
import { deedOf } from './deeds.ts';
import { MatterActions } from './matter-actions.tsx';
import { MatterHead } from './matter-head.tsx';
import { MatterTimeline } from './matter-timeline.tsx';
import { PapersPanel } from './papers-panel.tsx';
import { matterQuery } from './matters-query.ts';
import { ReplyForm } from './reply-form.tsx';
import { useDeedWord } from './use-deed-word.ts';
import './matter-screen.css';

const WORDS = words({ accept: ['接手', 'Accept'], reply: ['写答复', 'Reply'], close: ['收起', 'Close'], points: ['要点', 'Points'], unanswered: ['未答', 'not answered'] });

/** One matter: who it is about, the one thing owed next, the chain of custody, what can be done, what happened, and its clocks. */
export function MatterScreen() {
  const t = useWords(WORDS);
  const { number } = useParams({ from: '/frame/matters/$number' });
  const { data: matter } = useSuspenseQuery(matterQuery(number));
  const [doing, setDoing] = useState<Verb | null>(() => location.hash === '#reply' ? 'conclusive-replies' : null);
  const word = useDeedWord();
  const may = (verb: Verb) => matter.possibilities.some(one => one.verb === verb && one.may);
  const replies = may('conclusive-replies') || may('interim-replies');
  const atOnce = useQueued<Verb>({ path: verb => `/matters/${encodeURIComponent(number)}/${verb}`, revision: matter.revision, body: () => ({}), says: verb => ({ zh: deedOf(verb).says[0], en: deedOf(verb).says[1], about: number }) });
  const from = useRef<Element | null>(null);
  // What needs no words is done at once; where a name must be given after all, its form opens.
  const start = (verb: Verb, asking = false) => {
    const { fields, apart } = deedOf(verb);
    if (!doing) from.current = document.activeElement;
    if (asking || (fields.length > 0 && !apart)) return setDoing(verb);
    setDoing(null);
    atOnce.mutate(verb, { onError: ({ said }) => { if (fields.some(field => field.name === said?.field)) setDoing(verb); } });
  };
  // The form is gone and the focus with it: back to what opened it, or to what can be done next.
  const stop = () => {
    setDoing(null);
    const opener = from.current;
    requestAnimationFrame(() => (opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : document.querySelector<HTMLElement>('.actbar button'))?.focus());
  };
  useKeys([
    ...(may('acceptances') ? [{ keys: 'a', says: t.accept, run: () => start('acceptances') }] : []),
    ...(replies ? [{ keys: 'r', says: t.reply, run: () => start('conclusive-replies') }] : []),
    ...(doing ? [{ keys: 'Escape', says: t.close, run: stop }] : []),
  ]);
  // What one is about to do stands above what happened: bring it into view, with the focus in its first field.
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { if (doing) place.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"], input, textarea, select, button')?.focus(); }, [doing]);
  const replying = doing === 'conclusive-replies' || doing === 'interim-replies';
  return (
    <>
      <MatterHead matter={matter} onDo={start} />
      <MatterActions matter={matter} doing={doing} onDo={start} trouble={atOnce.error} />
      <div className="cols">
        <div>
          {doing && <div ref={place} className="doing">
            {!replying && <Panel title={word(doing)}><DeedForm key={doing} verb={doing} matter={matter} onDone={stop} onCancel={stop} /></Panel>}
            {replying && <ReplyForm matter={matter} onDone={stop} />}
          </div>}
          <MatterTimeline matter={matter} />
        </div>
        <aside>
          <PapersPanel matter={matter} />
          {matter.class === 'I' && <CallsPanel number={number} zone={matter.zone} />}
          <ClockPanel clocks={matter.clocks} zone={matter.zone} names={matter.names} />
          {matter.points.length > 0 && <Panel title={t.points}><ol className="points">{matter.points.map(point => <li key={point.id} className={point.answer === null ? 'open' : 'answered'}>{point.text}{point.answer === null ? <span className="attn-ink"> {t.unanswered}</span> : <div className="s12 mute words">{point.answer}</div>}</li>)}</ol></Panel>}
        </aside>
      </div>
    </>
  );
}
