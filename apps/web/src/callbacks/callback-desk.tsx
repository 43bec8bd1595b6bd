import type { FactOf } from '@shouwen/contract/facts';
import type { MatterShown } from '@shouwen/contract/matters';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { DeedForm } from '../matters/deed-form.tsx';
import { STANCE_WORDS, STATE_WORDS } from '../matters/kinds.ts';
import { matterQuery } from '../matters/matters-query.ts';
import { ReporterPhone } from '../matters/reporter-phone.tsx';
import { WhyLedger } from '../clocks/why-ledger.tsx';
import { Button } from '../ui/button.tsx';
import { DueCell } from '../ui/due-cell.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Loading, Note, RefusalNote } from '../ui/notes.tsx';
import { Facts, Panel, Tag } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { CallbackForm } from './callback-form.tsx';

const WORDS = words({
  before: ['承诺与答复', 'Promised and answered'], customer: ['客户', 'Customer'], phone: ['电话', 'Phone'], noPhone: ['没有留电话', 'No phone left'], unnamed: ['匿名', 'Anonymous'], found: ['员工发现', 'Found by staff'],
  said: ['客户所述', 'As told'], wanted: ['诉求', 'Wanted'], promises: ['承诺', 'Promises'], kept: ['已兑现', 'kept'], open: ['未兑现', 'not kept'], reply: ['答复', 'Reply'], measures: ['措施', 'Measures'], points: ['要点', 'Points'], verified: ['验证', 'Verified'], noReply: ['没有答复记录', 'No reply on record'],
  call: ['回访', 'Callback'], cannot: ['您不能回访这件', 'You can’t call back on this one'], exempt: ['无须回访…', 'No callback due…'], missed: ['没打通，记一笔', 'Not reached: note it'], released: ['客户已免除', 'released by the customer'], missedText: ['回访电话未接通。', 'Called back, not reached.'],
  still: ['关闭前还差：', 'Missing before it closes:'], done: ['回访已记录，事项现为', 'The callback is on record; the matter is now'], ledTo: ['客户新提的意见已各自登记：', 'What came up is registered as:'], whole: ['打开事项', 'Open the matter'],
});

/** One callback: what was promised and answered beside what is asked; whoever may not call is told why. */
export function CallbackDesk({ number }: { number: string }) {
  const t = useWords(WORDS);
  const say = useSay();
  const states = useWords(STATE_WORDS);
  const { data: matter, error, refetch } = useQuery(matterQuery(number));
  const [doing, setDoing] = useState<'callback' | 'callback-exemptions' | 'notes'>('callback');
  const [done, setDone] = useState(false);
  if (error instanceof Trouble && !matter) return <Panel title={number}><RefusalNote trouble={error} onAgain={() => void refetch()} /></Panel>;
  if (!matter) return <Panel title={number} flush><Loading lines={6} /></Panel>;
  const possible = (verb: string) => matter.possibilities.find(one => one.verb === verb);
  const call = possible('callbacks');
  const closing = matter.closedAt === null ? possible('closures') : undefined;
  const clock = matter.clocks.find(one => one.rule === 'CBK-06' && one.verdict === null);
  const recorded = matter.facts.findLast((fact): fact is typeof fact & FactOf<'callback_recorded'> => fact.what === 'callback_recorded');
  return (
    <>
      <Panel title={matter.title} note={<Link to="/matters/$number" params={{ number }}>{t.whole} {number}</Link>}><Before matter={matter} /></Panel>
      <Panel title={t.call} note={clock && !done && <DueCell shown={clock.shown} due={clock.due} zone={matter.zone}>{() => <WhyLedger clock={clock} zone={matter.zone} names={matter.names} />}</DueCell>} tools={call?.may && !done && <span className="row">
        {possible('callback-exemptions')?.may && <Button small look="text" aria-pressed={doing === 'callback-exemptions'} onClick={() => setDoing(doing === 'callback-exemptions' ? 'callback' : 'callback-exemptions')}>{t.exempt}</Button>}
        <Button small look="text" aria-pressed={doing === 'notes'} onClick={() => setDoing(doing === 'notes' ? 'callback' : 'notes')}>{t.missed}</Button>
      </span>}>
        {done ? (
          <div className="stack" role="status">
            <p>{t.done} <Tag look={matter.state === 'unsatisfied' || matter.state === 'reopened' ? 'warn' : 'strong'}>{states[matter.state]}</Tag></p>
            {closing && !closing.may && closing.why && recorded?.data.satisfied && <Note>{t.still} {say(closing.why)} <span className="s12">{closing.why.rule}</span></Note>}
            {recorded?.data.ledTo?.length && <p>{t.ledTo}{recorded.data.ledTo.map(one => <span key={one}> <Link to="/matters/$number" params={{ number: one }}>{one}</Link></span>)}</p>}
          </div>
        ) : doing === 'callback-exemptions' ? <DeedForm key="exempt" verb="callback-exemptions" matter={matter} onDone={() => setDone(true)} onCancel={() => setDoing('callback')} />
          : doing === 'notes' ? <DeedForm key="note" verb="notes" matter={matter} given={{ text: t.missedText }} onDone={() => setDoing('callback')} onCancel={() => setDoing('callback')} />
            : call?.may ? <CallbackForm matter={matter} onDone={() => setDone(true)} />
              : <Note look="warn"><b>{t.cannot}</b>{call?.why && <p>{say(call.why)} <span className="s12">{call.why.rule}</span></p>}</Note>}
      </Panel>
    </>
  );
}

function Before({ matter }: { matter: MatterShown }) {
  const t = useWords(WORDS);
  const stances = useWords(STANCE_WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const at = (moment: string | number) => sayMoment(moment, { zone: matter.zone, now, language });
  const last = <K extends MatterShown['facts'][number]['what']>(what: K) => matter.facts.findLast(fact => fact.what === what) as (MatterShown['facts'][number] & FactOf<K>) | undefined;
  const received = matter.facts.find((fact): fact is typeof fact & FactOf<'received'> => fact.what === 'received');
  const reply = last('conclusive_reply');
  const verified = last('verified');
  return (
    <Facts rows={[
      [t.customer, <>{matter.reporter.name ?? (matter.reporter.withheld === 'found_by_staff' ? t.found : t.unnamed)} <span className="mute">{matter.reporter.place}</span></>],
      [t.phone, matter.reporter.phoneMasked ? <ReporterPhone matter={matter} /> : t.noPhone],
      [t.said, <span className="words">{received?.data.whatHappened}</span>],
      !!received?.data.whatIsWanted && [t.wanted, <span className="words">{received.data.whatIsWanted}</span>],
      matter.promises.length > 0 && [t.promises, <ul>{matter.promises.map(promise => <li key={promise.id}>{promise.what} <span className="mute">{at(promise.due)}</span> {promise.kept ? t.kept : promise.released ? t.released : <span className="attn-ink">{t.open}</span>}</li>)}</ul>],
      [t.reply, reply ? <><span className="mute">{at(reply.at)} {reply.byName} · {stances[reply.data.stance]}</span><p className="words">{reply.data.text}</p></> : <span className="attn-ink">{t.noReply}</span>],
      !!reply?.data.measures && [t.measures, <span className="words">{reply.data.measures}</span>],
      matter.points.length > 0 && [t.points, <ol>{matter.points.map(point => <li key={point.id}>{point.text} <span className="mute">{point.answer}</span></li>)}</ol>],
      verified && [t.verified, <><span className="mute">{at(verified.at)} {verified.byName}</span> {verified.data.text}</>],
    ]} />
  );
}
