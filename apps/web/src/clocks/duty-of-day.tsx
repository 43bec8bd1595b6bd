import type { Duty } from '@shouwen/contract/matters';
import { Link, useNavigate } from '@tanstack/react-router';
import { useQueued } from '../outbox/use-queued.ts';
import { DeedForm } from '../matters/deed-form.tsx';
import { deedOf } from '../matters/deeds.ts';
import { KIND_WORDS } from '../matters/kinds.ts';
import { Button } from '../ui/button.tsx';
import { DueCell } from '../ui/due-cell.tsx';
import { DutyRow } from '../ui/duty-row.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { DUTY_WORDS, dutyActOf, dutyKindOf, sayDuty } from './duty-kinds.ts';
import { WhyLedger } from './why-ledger.tsx';

const WORDS = words({ open: ['打开事项', 'Open'] });

interface Props { duty: Duty; centre: { id: string; zone: string }; selected: boolean; open: boolean; onSelect: () => void; onOpen: (open: boolean) => void }

/** What can be done about a duty, and how: at once where nothing need be asked, in place where it must, beside what was promised for a callback, on the matter's own screen where no single act does. */
export function useDutyAct(duty: Duty, onOpen: (open: boolean) => void) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const navigate = useNavigate();
  const act = dutyActOf(duty.clock);
  const deed = act && deedOf(act.verb);
  const asked = deed?.apart ? 0 : deed?.fields.filter(field => !(field.name in (act?.given ?? {}))).length ?? 0;
  const atOnce = useQueued<Readonly<Record<string, unknown>>>({ path: `/matters/${encodeURIComponent(duty.number)}/${act?.verb ?? ''}`, revision: duty.revision, says: () => ({ zh: deed?.says[0] ?? '', en: deed?.says[1] ?? '', about: duty.number }) });
  const run = () => {
    if (act?.verb === 'callbacks') void navigate({ to: '/callbacks', search: { number: duty.number } });
    else if (!act || act.verb === 'conclusive-replies') void navigate({ to: '/matters/$number', params: { number: duty.number }, ...(act ? { hash: 'reply' } : {}) });
    else if (asked === 0) atOnce.mutate(act.given ?? {}, { onError: ({ said }) => { if (deed?.fields.some(field => field.name === said?.field)) onOpen(true); } });
    else onOpen(true);
  };
  return { says: deed ? deed.says[language === 'zh' ? 0 : 1] : t.open, key: deed?.key, run, trouble: atOnce.error, act };
}

/** A duty as a row of my day. */
export function DutyOfDay({ duty, centre, selected, open, onSelect, onOpen }: Props) {
  const say = useSay();
  const kinds = useWords(KIND_WORDS);
  const duties = useWords(DUTY_WORDS);
  const [language] = useLanguage();
  const act = useDutyAct(duty, onOpen);
  const { clock } = duty;
  const kind = dutyKindOf(clock);
  return (
    <>
      <DutyRow
        due={<DueCell shown={clock.shown} due={clock.due} zone={centre.zone}>{() => <WhyLedger clock={clock} zone={centre.zone} />}</DueCell>}
        kind={duties[kind]} what={sayDuty(kind, { title: duty.matterTitle, reporter: duty.reporterName }, language)}
        about={<><Link to="/matters/$number" params={{ number: duty.number }}>{duty.number}</Link>{[duty.place, kinds[duty.kind]].filter(Boolean).map(part => ` · ${part}`)}</>}
        rule={{ says: say(clock.title), id: clock.rule }} action={{ says: act.says, ...(act.key ? { key: act.key } : {}), run: act.run }}
        selected={selected} onSelect={onSelect} onClose={() => onOpen(false)}
        open={open && act.act && <DeedForm {...act.act} matter={{ number: duty.number, revision: duty.revision, centreId: centre.id, zone: centre.zone }} onDone={() => onOpen(false)} />} />
      {act.trouble && <li className="inline"><RefusalNote trouble={act.trouble} onAgain={act.run} /></li>}
    </>
  );
}

/** The next duty on the phone: large, with its act for a thumb. */
export function NextDuty({ duty, centre, nth, open, onOpen }: { duty: Duty; centre: { id: string; zone: string }; nth: string; open: boolean; onOpen: (open: boolean) => void }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const act = useDutyAct(duty, onOpen);
  const { clock } = duty;
  return (
    <section className="nextduty" aria-labelledby="nextduty">
      <div className="row between"><DueCell big shown={clock.shown} due={clock.due} zone={centre.zone}>{() => <WhyLedger clock={clock} zone={centre.zone} />}</DueCell><span className="s13 mute">{nth}</span></div>
      <h2 id="nextduty">{sayDuty(dutyKindOf(clock), { title: duty.matterTitle, reporter: duty.reporterName }, language)}</h2>
      <p className="s13 sub">{[duty.place, duty.reporterName, duty.number].filter(Boolean).join(' · ')}</p>
      <RefusalNote trouble={act.trouble} onAgain={act.run} />
      {open && act.act ? <DeedForm {...act.act} matter={{ number: duty.number, revision: duty.revision, centreId: centre.id, zone: centre.zone }} onDone={() => onOpen(false)} onCancel={() => onOpen(false)} />
        : <div className="acts"><Button look="primary" onClick={act.run}>{act.says}</Button>{act.act && <Link className="btn plain" to="/matters/$number" params={{ number: duty.number }}>{t.open}</Link>}</div>}
    </section>
  );
}
