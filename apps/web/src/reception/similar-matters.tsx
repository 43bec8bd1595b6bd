import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCentre, zoneOf } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { STATE_WORDS } from '../matters/kinds.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayShort } from '../ui/times.ts';
import { useLater } from '../ui/use-later.ts';
import type { Intake } from './intake.ts';
import { similarQuery } from './similar-query.ts';

const WORDS = words({ title: ['可能是同一件事', 'May be the same'], note: ['边填边找', 'found while typing'], none: ['没有相近的未结事项', 'Nothing open is like it'], wait: ['写下经过后在这里列出', 'Listed here once there are words'], same: ['同一件事', 'It is the same'] });

/** Open matters like what is being typed; the same one leads to it instead of a second entry. */
export function SimilarMatters({ intake, onSame }: { intake: Pick<Intake, 'whatHappened' | 'whatIsWanted' | 'place' | 'kind'>; onSame: (number: string) => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const states = useWords(STATE_WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const [centre] = useCentre();
  const text = useLater(`${intake.whatHappened} ${intake.whatIsWanted}`.trim().slice(0, 2000), 400);
  const place = useLater(intake.place.slice(0, 200), 400);
  const { data } = useQuery(similarQuery({ centre: centre?.id, text, place, kind: intake.kind }));
  const rows = text.length >= 4 ? data?.rows ?? [] : [];
  return (
    <Panel title={t.title} note={t.note}>
      <div aria-live="polite" className="stack">
        {rows.length === 0 && <p className="s13 mute">{text.length >= 4 && data ? t.none : t.wait}</p>}
        {rows.map(row => (
          <div key={row.number} className="similar">
            <p className="s13"><Link to="/matters/$number" params={{ number: row.number }}>{row.number}</Link> <b>{row.title}</b></p>
            <p className="s12 mute">{[row.place, sayShort(row.receivedAt, { zone: zoneOf(centre), now, language }), states[row.state], say(row.because)].filter(Boolean).join(' · ')}</p>
            <Button small onClick={() => onSame(row.number)}>{t.same}</Button>
          </div>
        ))}
      </div>
    </Panel>
  );
}
