import type { OpenItem, ShiftHandover } from '@shouwen/contract/roster';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { HandoverForm } from './handover-form.tsx';
import { HandoverSheet } from './handover-sheet.tsx';
import { handoversQuery, rosterTouched } from './roster-query.ts';

const WORDS = words({
  make: ['交班', 'Hand over'], none: ['近一天没有您的班次，不需要交班。', 'You had no shift in the last day; nothing to hand over.'], list: ['交接班记录', 'Handovers'], empty: ['近一个月没有交接班', 'No handover in the last month'],
  line: [(from: string, to: string) => `${from} 交 ${to}`, (from: string, to: string) => `${from} to ${to}`], items: [(n: number) => `${n} 项`, (n: number) => `${n} items`],
  unsigned: ['待接班人签收', 'for the taker to sign'], signed: ['双方已签', 'signed by both'], withdrawn: ['已撤回', 'taken back'], sign: ['核对无误，签收', 'Checked, I sign for it'], takeBack: ['撤回', 'Take back'], open: ['查看交接单', 'See the sheet'], close: ['收起', 'Close'],
  follow: ['跟踪客户', 'Customers I follow'], who: ['客户', 'Customer'], what: ['跟踪什么', 'What to watch'], add: ['开始跟踪', 'Follow'], end: ['结束跟踪', 'End'], endOf: [(who: string) => `结束跟踪 ${who}`, (who: string) => `Stop following ${who}`], nobody: ['没有在跟踪的客户', 'You follow nobody now'],
});

/** SHF-02: what I hand over, what waits for my signature, and the sheets of the last month. */
export function HandoverTab({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const { data, error, refetch } = useQuery(handoversQuery(centre.id));
  const [open, setOpen] = useState<string | null>(null);
  if (error instanceof Trouble) return <RefusalNote trouble={error} onAgain={() => void refetch()} />;
  if (!data) return <Loading lines={6} />;
  const sheet = data.rows.find(one => one.id === open);
  return (
    <div className={`two${sheet ? ' printing' : ''}`}>
      <div className="opened">
        {sheet && <HandoverSheet handover={sheet} centre={centre} onClose={() => setOpen(null)} />}
        <div className="noprint"><Panel title={t.make}>{data.myShifts.length === 0 ? <p className="s13 mute">{t.none}</p> : <HandoverForm key={data.open.map(item => item.key).join()} centre={centre} shifts={data.myShifts} open={data.open} />}</Panel></div>
        <div className="noprint"><Panel title={t.list}>{data.rows.length === 0 ? <Empty title={t.empty} /> : (
          <ul className="papers">{data.rows.map(one => <Row key={one.id} handover={one} centre={centre} onOpen={() => setOpen(open === one.id ? null : one.id)} open={open === one.id} />)}</ul>
        )}</Panel></div>
      </div>
      <aside className="noprint"><Followed centre={centre} items={data.open.filter(item => item.kind === 'customer')} /></aside>
    </div>
  );
}

function Row({ handover, centre, open, onOpen }: { handover: ShiftHandover; centre: CentreHere; open: boolean; onOpen: () => void }) {
  const t = useWords(WORDS);
  const me = useMe();
  const now = useNow();
  const [language] = useLanguage();
  const sign = useAct<void>({ path: `/shift-handovers/${handover.id}/signature`, revision: handover.revision });
  const back = useAct<void>({ method: 'DELETE', path: `/shift-handovers/${handover.id}`, revision: handover.revision, touches: rosterTouched(centre.id) });
  const waits = handover.state === 'unsigned';
  return (
    <li>
      <div className="row wrap"><b>{t.line(handover.from.name, handover.to.name)}</b><span className="s13 sub">{sayMoment(handover.givenAt, { zone: centre.zone, now, language })} · {t.items(handover.items.length)}</span><Tag {...waits && { look: 'warn' as const }}>{t[handover.state]}</Tag></div>
      <RefusalNote trouble={sign.error ?? back.error} />
      <div className="row wrap">
        {waits && handover.to.id === me.id && <Button small look="primary" disabled={sign.isPending} onClick={() => sign.mutate()}>{t.sign}</Button>}
        <Button small aria-expanded={open} onClick={onOpen}>{open ? t.close : t.open}</Button>
        {waits && handover.from.id === me.id && <Button small look="text" disabled={back.isPending} onClick={() => back.mutate()}>{t.takeBack}</Button>}
      </div>
    </li>
  );
}

function Followed({ centre, items }: { centre: CentreHere; items: readonly OpenItem[] }) {
  const t = useWords(WORDS);
  const [who, setWho] = useState('');
  const [what, setWhat] = useState('');
  const add = useAct<{ who: string; what: string }>({ path: `/centres/${centre.id}/followed-customers`, touches: rosterTouched(centre.id) });
  return (
    <Panel title={t.follow}>
      <div className="stack">
        {items.length === 0 ? <p className="s13 mute">{t.nobody}</p> : <ul className="papers">{items.map(item => <FollowedRow key={item.key} item={item} centre={centre} />)}</ul>}
        <RefusalNote trouble={add.error} />
        <form className="stack" onSubmit={event => { event.preventDefault(); add.mutate({ who, what }, { onSuccess: () => { setWho(''); setWhat(''); } }); }}>
          <TextField label={t.who} required name="who" value={who} onChange={setWho} maxLength={200} />
          <TextArea label={t.what} required name="what" value={what} onChange={setWhat} />
          <div><Button type="submit" disabled={add.isPending || !who.trim() || !what.trim()}>{t.add}</Button></div>
        </form>
      </div>
    </Panel>
  );
}

function FollowedRow({ item, centre }: { item: OpenItem; centre: CentreHere }) {
  const t = useWords(WORDS);
  const end = useAct<void>({ method: 'DELETE', path: `/followed-customers/${item.key}`, revision: item.revision!, touches: rosterTouched(centre.id) });
  return <li><div className="row"><b className="grow">{item.title}</b><Button small look="text" aria-label={t.endOf(item.title)} disabled={end.isPending} onClick={() => end.mutate()}>{t.end}</Button></div><p className="s13 sub words">{item.what}</p><RefusalNote trouble={end.error} /></li>;
}
