import type { ClockShown } from '@shouwen/contract/matters';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMe } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { postWord } from '../clocks/post-words.ts';
import { WhyLedger } from '../clocks/why-ledger.tsx';
import { AskedToAccept } from '../matters/asked-to-accept.tsx';
import { matterQuery } from '../matters/matters-query.ts';
import { onDutyQuery } from '../staff/staff-queries.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { DueCell } from '../ui/due-cell.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { PersonChip } from '../ui/person-chip.tsx';
import { sayLength, sayTime } from '../ui/times.ts';
import { tellCustomer } from './tell-customer.ts';

const WORDS = words({
  registered: ['已登记', 'Registered'], again: ['已记下再次来问', 'Asking again is noted'], number: ['事项编号', 'Number'], took: [(at: string, length: string) => `${at} 登记，用时 ${length}`, (at: string, length: string) => `${at}, took ${length}`],
  holder: ['现由谁负责', 'Who has it'], queue: [(names: string) => `已进客服受理队列，当值 ${names}。`, (names: string) => `In the customer-service queue; on duty: ${names}.`], queueNobody: ['已进客服受理队列；现在没有客服专员当值，请告诉客服负责人。', 'In the customer-service queue; no officer is on duty now: tell the lead.'],
  rang: [(name: string) => `已向当班最高管理者 ${name} 报警，等其具名接收。`, (name: string) => `It rang at the duty manager, ${name}, who must take it by name.`], rangNobody: ['值班表上没有当班最高管理者，请立即打电话报告。', 'The roster has no duty manager: phone at once.'],
  tell: ['告诉客户', 'Tell the customer'], next: ['接下一个来电', 'Next caller'], open: ['打开事项', 'Open the matter'],
  clocks: ['已起算的时限', 'Clocks that run'], due: ['时限', 'Due'], owed: ['须做什么', 'What is owed'], who: ['由谁 → 向谁', 'Who → to whom'], why: ['为什么是这个时间', 'Why this time'], none: ['没有要计时的事', 'No clock runs'],
});

/** The same screen a moment later: number, who has it, which clocks run and why, what to say before hanging up. */
export function RegisteredPanel({ number, took, again, onNext }: { number: string; took: number | null; again: boolean; onNext: () => void }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const me = useMe();
  const { data: matter, error, refetch } = useQuery(matterQuery(number));
  const { data: duty } = useQuery({ ...onDutyQuery(matter?.centreId ?? ''), enabled: matter !== undefined });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const managers = duty?.dutyManager.staff.map(one => one.name).join('、') || null;
  const officers = duty?.rows.filter(row => row.post === 'customer_service_officer').map(row => row.name).join('、');
  const queue = matter?.class === 'I' ? (managers ? t.rang(managers) : t.rangNobody) : officers ? t.queue(officers) : t.queueNobody;
  return (
    <div className="after">
      <section className="panel" aria-labelledby="registered"><div className="body stack">
        <div role="status"><h2 className="lab" id="registered" tabIndex={-1} ref={heading}>{again ? t.again : t.registered} · {t.number}</h2><div className="no">{number}</div>
          {matter && took !== null && <p className="s13 sub">{t.took(sayTime(matter.receivedAt, { zone: matter.zone }), sayLength(took, language))}</p>}</div>
        {error instanceof Trouble && <RefusalNote trouble={error} onAgain={() => void refetch()} />}
        {matter ? <>
          <div className="stack"><span className="lab">{t.holder}</span>{matter.holder && <PersonChip me={matter.holder.id === me.id} name={matter.holder.name} post={matter.department ?? (matter.holder.post && postWord(matter.holder.post, language))} />}
            {matter.state === 'registered' && duty && <p className={`s13 ${(matter.class === 'I' ? managers : officers) ? 'sub' : 'attn-ink'}`}>{queue}</p>}</div>
          <AskedToAccept matter={matter} />
          <div className="stack"><span className="lab">{t.tell}</span><p className="aloud said">{tellCustomer(matter, { now, language, manager: managers, again })}</p></div>
        </> : !error && <Loading lines={3} />}
        <div className="row wrap"><Button look="primary" keyHint="n" onClick={onNext}>{t.next}</Button><Link className={buttonClass({})} to="/matters/$number" params={{ number }}>{t.open}</Link></div>
      </div></section>
      <Panel title={t.clocks} flush>
        {!matter ? <Loading lines={5} /> : matter.clocks.length === 0 ? <Empty title={t.none} /> : <ClockTable clocks={matter.clocks} zone={matter.zone} names={matter.names} customer={matter.reporterName} />}
      </Panel>
    </div>
  );
}

function ClockTable({ clocks, zone, names, customer }: { clocks: readonly ClockShown[]; zone: string; names: Readonly<Record<string, string>>; customer: string | null }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const to = (post: string) => post === 'customer' || post === 'first_customer' ? customer ?? postWord(post, language) : postWord(post, language);
  return (
    <table className="ran">
      <thead><tr><th>{t.due}</th><th>{t.owed}</th><th>{t.who}</th><th>{t.why}</th></tr></thead>
      <tbody>{clocks.toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity)).map(clock => (
        <tr key={clock.id}>
          <td><DueCell shown={clock.shown} due={clock.due} ended={clock.ended?.at} zone={zone}>{() => <WhyLedger clock={clock} zone={zone} names={names} />}</DueCell></td>
          <td>{say(clock.owed)} <span className="mute s12 nw">{clock.rule}</span></td>
          <td>{clock.owedBy?.name ?? postWord(clock.owes, language)} → {clock.to.map(to).join(language === 'zh' ? '、' : ', ')}</td>
          <td className="sub">{say(clock.sentence)}</td>
        </tr>
      ))}</tbody>
    </table>
  );
}
