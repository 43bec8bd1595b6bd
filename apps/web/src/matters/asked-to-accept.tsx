import type { MatterShown } from '@shouwen/contract/matters';
import { useQuery } from '@tanstack/react-query';
import { useNow } from '../app/now.ts';
import { postWord } from '../clocks/post-words.ts';
import { onDutyQuery } from '../staff/staff-queries.ts';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { PersonChip } from '../ui/person-chip.tsx';
import { sayShort } from '../ui/times.ts';
import './asked-to-accept.css';

const WORDS = words({
  title: ['请谁接手', 'Who is asked to take it'], first: ['须先接手', 'owes it first'], until: [(time: string) => `当值至 ${time}`, (time: string) => `on duty until ${time}`], away: ['现不当值', 'not on duty now'], nobody: ['无人任职', 'nobody holds it'],
});

/** CHO-01: who is asked to accept it while it waits in the queue, in order, and who of them is on duty until when. */
export function AskedToAccept({ matter }: { matter: MatterShown }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const asked = matter.standing.askedToAccept;
  const { data: duty } = useQuery({ ...onDutyQuery(matter.centreId), enabled: asked.length > 0 });
  if (asked.length === 0) return null;
  const reach = (id: string) => {
    const shift = duty?.rows.find(row => row.staffId === id);
    return duty && (shift ? t.until(sayShort(shift.until, { zone: matter.zone, now, language, end: true })) : t.away);
  };
  return (
    <div className="asked" role="group" aria-label={t.title}>
      <span className="lab">{t.title}</span>
      <ol>{asked.map(({ post, people }, at) => (
        <li key={post} className="s13"><b>{postWord(post, language)}</b>{at === 0 && asked.length > 1 && <span className="s12 mute"> {t.first}</span>}
          <span className="row wrap">{people.length === 0 ? <span className="attn-ink">{t.nobody}</span> : people.map(({ id, name }) => <PersonChip key={id} name={name} post={reach(id)} />)}</span></li>
      ))}</ol>
    </div>
  );
}
