import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { postWord } from '../clocks/post-words.ts';
import { WhyLedger } from '../clocks/why-ledger.tsx';
import { matterQuery } from '../matters/matters-query.ts';
import { tellCustomer } from '../reception/tell-customer.ts';
import { onDutyQuery } from '../staff/staff-queries.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { DueCell } from '../ui/due-cell.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Loading, RefusalNote } from '../ui/notes.tsx';
import { PersonChip } from '../ui/person-chip.tsx';
import { PhoneBar } from './phone-bar.tsx';

const WORDS = words({
  done: ['已登记', 'Registered'], again: ['已记在这件上', 'Noted there'], back: ['返回', 'Back'], number: ['编号', 'Number'], holder: ['现由谁负责', 'Who has it'], tell: ['告诉对方', 'Tell them'], next: ['再登记一件', 'Register another'], open: ['打开事项', 'Open it'], clocks: ['已起算的时限', 'Clocks that run'],
});

/** Afterwards, on the phone: number, who has it, what to tell them, which clocks run. */
export function PhoneRegistered({ number, again, onNext }: { number: string; again: boolean; onNext: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const now = useNow();
  const me = useMe();
  const { data: matter, error, refetch } = useQuery(matterQuery(number));
  const { data: duty } = useQuery({ ...onDutyQuery(matter?.centreId ?? ''), enabled: matter !== undefined });
  const manager = duty?.dutyManager.staff.map(one => one.name).join('、') || null;
  return (
    <div className="phonepage">
      <PhoneBar title={again ? t.again : t.done} back={t.back} />
      <main id="main">
        <section className="blk" role="status"><span className="lab">{t.number}</span><div className="no">{number}</div></section>
        {error instanceof Trouble && <div className="blk"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
        {!matter ? !error && <Loading lines={4} /> : <>
          <section className="blk"><h2>{t.tell}</h2><p className="aloud">{tellCustomer(matter, { now, language, manager, again })}</p></section>
          <section className="blk"><h2>{t.holder}</h2>{matter.holder && <PersonChip me={matter.holder.id === me.id} name={matter.holder.name} post={matter.holder.post && postWord(matter.holder.post, language)} />}</section>
          <section className="blk"><h2>{t.clocks}</h2>
            <ul className="stack">{matter.clocks.filter(clock => clock.verdict === null).toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity)).map(clock => (
              <li key={clock.id}><p>{say(clock.owed)} <span className="mute s12">{clock.rule}</span></p><DueCell shown={clock.shown} due={clock.due} zone={matter.zone}>{() => <WhyLedger clock={clock} zone={matter.zone} names={matter.names} />}</DueCell></li>
            ))}</ul>
          </section>
        </>}
      </main>
      <footer className="phonefoot"><Button look="primary" onClick={onNext}>{t.next}</Button><Link className={buttonClass({})} to="/matters/$number" params={{ number }}>{t.open}</Link></footer>
    </div>
  );
}
