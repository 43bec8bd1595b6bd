import { useMemo, type ReactNode } from 'react';
import { useNow } from '../app/now.ts';
import { useLanguage, useWords, words } from './language.tsx';
import { sayDay, sayExactly, sayTime } from './times.ts';
import './timeline.css';

const WORDS = words({ photo: [(n: number) => `照片 ${n}`, (n: number) => `Photo ${n}`] });

/** From the customer, to the customer, inside, a warning, a breach. */
export type Side = 'from' | 'to' | 'inside' | 'warn' | 'bad';
export interface Entry {
  id: string;
  /** ms, when it happened. */
  at: number;
  side: Side;
  /** One sentence with a named subject. */
  sentence: ReactNode;
  /** The customer's or a colleague's own words, in a quiet block. */
  quote?: ReactNode;
  /** Addresses of photos, small here, whole when opened. */
  photos?: readonly string[];
  /** Small print: entered later, time corrected. */
  note?: string | undefined;
}

/** What happened, by the time it happened; nothing in it can be edited. Days are headings. */
export function Timeline({ entries, zone }: { entries: readonly Entry[]; zone: string }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const days = useMemo(() => {
    const grouped = new Map<string, Entry[]>();
    for (const entry of entries) {
      const day = sayDay(entry.at, { zone, now, language });
      grouped.set(day, [...grouped.get(day) ?? [], entry]);
    }
    return [...grouped];
  }, [entries, zone, now, language]);
  return (
    <div className="tl">
      {days.map(([day, of]) => (
        <section key={day} aria-label={day}>
          <h3 className="day">{day}</h3>
          <ol>{of.map(entry => (
            <li key={entry.id}>
              <time dateTime={new Date(entry.at).toISOString()} title={sayExactly(entry.at, { zone, language })}>{sayTime(entry.at, { zone })}</time>
              <span className={`dot ${entry.side}`} aria-hidden="true" />
              <div><p>{entry.sentence}</p>{entry.quote && <blockquote className="words">{entry.quote}</blockquote>}{entry.photos && <div className="thumbs">{entry.photos.map((photo, at) => <a key={photo} href={photo} target="_blank" rel="noreferrer"><img src={photo} alt={t.photo(at + 1)} loading="lazy" /></a>)}</div>}{entry.note && <p className="s12 mute">{entry.note}</p>}</div>
            </li>
          ))}</ol>
        </section>
      ))}
    </div>
  );
}
