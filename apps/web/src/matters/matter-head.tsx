import type { MatterShown, Verb } from '@shouwen/contract/matters';
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { dutyActOf } from '../clocks/duty-kinds.ts';
import { postWord } from '../clocks/post-words.ts';
import { WhyLedger } from '../clocks/why-ledger.tsx';
import { Button } from '../ui/button.tsx';
import { Custody } from '../ui/custody.tsx';
import { DueCell } from '../ui/due-cell.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Tag, useScreenTitle } from '../ui/panel.tsx';
import { PersonChip } from '../ui/person-chip.tsx';
import { sayShort } from '../ui/times.ts';
import { customerOf } from './fact-sentences.tsx';
import { AskedToAccept } from './asked-to-accept.tsx';
import { deedOf } from './deeds.ts';
import { CHANNEL_WORDS, CLASS_WORDS, KIND_WORDS, STATE_WORDS } from './kinds.ts';
import { ReporterPhone } from './reporter-phone.tsx';
import { useDeedWord } from './use-deed-word.ts';

const WORDS = words({
  matters: ['事项', 'Matters'], where: ['位置', 'You are here'], print: ['打印', 'Print'], asCustomer: ['客户所见', 'As the customer sees it'], specialEvent: ['特别事件报告', 'Special event report'], reporter: ['反映人', 'Reported by'], linked: ['关联事项', 'Linked'], imported: ['导入', 'Imported'], untitled: ['（无标题）', '(untitled)'],
  next: [(what: string) => `下一步：${what}，由 `, (what: string) => `Next: ${what}, by `], nextEnd: [' 负责', ''], nobody: ['已没有欠着的事。', 'Nothing is owed any more.'], besides: [(n: number) => `另有 ${n} 个时限在计时`, (n: number) => `${n} more clock${n === 1 ? '' : 's'} running`],
  custody: ['责任链', 'Chain of custody'], trips: [(n: number) => `客户已来问 ${n} 次`, (n: number) => `the customer has come ${n} times`],
  first_contact: ['首问责任人', 'First contact'], acceptance: ['接手', 'Accepted'], responsible: ['主办', 'Responsible'], verification: ['验证', 'Verification'], callback: ['回访', 'Callback'], notYet: ['还没有', 'not yet'],
});

/** Who it is about and where, the one thing owed next, and the chain of custody. */
export function MatterHead({ matter, onDo }: { matter: MatterShown; onDo: (verb: Verb) => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const me = useMe();
  const now = useNow();
  const [language] = useLanguage();
  const [kinds, classes, channels, states] = [useWords(KIND_WORDS), useWords(CLASS_WORDS), useWords(CHANNEL_WORDS), useWords(STATE_WORDS)];
  const heading = useScreenTitle(`${matter.number} ${matter.title}`);
  const open = matter.clocks.filter(clock => ['ok', 'soon', 'late', 'hold'].includes(clock.shown));
  // CMP-12 repeats what another clock says; where both fall due together the other names what to do.
  const first = open.find(clock => clock.id === matter.next?.clock) ?? open[0];
  const next = first?.rule === 'CMP-12' ? open.find(clock => clock.rule !== 'CMP-12' && clock.due === first.due) ?? first : first;
  const { reporter } = matter;
  const word = useDeedWord();
  // What fulfils the next duty, where whoever looks may do it; else a reply, which most duties lead to.
  const may = (verb: Verb | undefined) => verb && matter.possibilities.some(one => one.verb === verb && one.may) ? verb : undefined;
  const act = may(next && dutyActOf(next)?.verb) ?? may('conclusive-replies') ?? may('interim-replies');
  return (
    <section className="panel matterhead" aria-label={matter.number}>
      <div className="head">
        <nav className="row wrap s13 sub" aria-label={t.where}><Link to="/matters">{t.matters}</Link><span>/</span><b>{matter.number}</b><Tag look="strong">{states[matter.state]}</Tag><Tag>{kinds[matter.kind]} · {classes[matter.class]}</Tag><Tag>{channels[matter.channel]}</Tag>{matter.imported && <Tag>{t.imported}</Tag>}</nav>
        <Link className="noprint s13" to="/matters/$number/customer" params={{ number: matter.number }}>{t.asCustomer}</Link>
        {matter.facts.some(fact => fact.what === 'special_event_reported') && <Link className="noprint s13" to="/matters/$number/special-event-report" params={{ number: matter.number }}>{t.specialEvent}</Link>}
        <Button small look="text" className="noprint" onClick={() => print()}>{t.print}</Button>
        <h1 tabIndex={-1} ref={heading}>{matter.title || t.untitled}</h1>
        <div className="row wrap s13 about">
          <span><span className="mute">{t.reporter}</span> {[customerOf(reporter, language), reporter.place ?? matter.place].filter(Boolean).join(language === 'zh' ? '，' : ', ')} <ReporterPhone matter={matter} /></span>
          {matter.flags.map(flag => <span key={flag.rule} className="attn-ink">{say(flag)} <span className="s12">{flag.rule}</span></span>)}
          {matter.standing.trips > 1 && !matter.flags.some(flag => flag.rule === 'FCR-18') && <span className="attn-ink">{t.trips(matter.standing.trips)}</span>}
          {matter.links.map(link => <span key={link.number}><span className="mute">{t.linked}</span> <Link to="/matters/$number" params={{ number: link.number }}>{link.number}</Link> {link.title}</span>)}
        </div>
      </div>
      <div className={`owe ${next?.shown ?? ''}`}>
        {next ? <>
          <DueCell shown={next.shown} due={next.due} zone={matter.zone}>{() => <WhyLedger clock={next} zone={matter.zone} names={matter.names} />}</DueCell>
          <p className="grow">{t.next(say(next.title))}<b>{next.owedBy?.name ?? postWord(next.owes, language)}</b>{t.nextEnd}<br /><span className="s12 sub">{next.rule}{open.length > 1 && ` · ${t.besides(open.length - 1)}`}</span></p>
        </> : <p className="grow">{t.nobody}</p>}
        {next && act && <Button look="primary" {...(deedOf(act).key ? { keyHint: deedOf(act).key! } : {})} className="noprint" onClick={() => onDo(act)}>{word(act)}</Button>}
      </div>
      <AskedToAccept matter={matter} />
      <Custody label={t.custody} links={matter.custody.map(link => ({
        role: t[link.role], state: link.now ? 'now' : link.who && link.at ? 'past' : 'wait',
        who: link.who ? <PersonChip me={link.who.id === me.id} name={link.who.name} post={link.who.post && postWord(link.who.post, language)} /> : <span className="s13">{t.notYet}</span>,
        note: [link.at && sayShort(link.at, { zone: matter.zone, now, language }), link.note && say(link.note)].filter(Boolean).join(' · ') || undefined,
      }))} />
    </section>
  );
}
