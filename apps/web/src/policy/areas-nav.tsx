import { useLanguage, useWords, words } from '../ui/language.tsx';

const WORDS = words({ areas: ['制度分类', 'Areas'], changed: [(n: number) => `改 ${n}`, (n: number) => `${n} changed`] });

export interface AreaSeen { area: string; zh: string; en: string; rules: number; changed: number }

/** The areas of the policy with how many rules each has, or how many of them the draft changes. */
export function AreasNav({ areas, at, onArea }: { areas: readonly AreaSeen[]; at: string; onArea: (area: string) => void }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  return (
    <nav className="panel areas noprint" aria-label={t.areas}>
      {areas.map(one => <button key={one.area} type="button" aria-current={one.area === at ? 'page' : undefined} onClick={() => onArea(one.area)}>{one[language]}{one.rules > 0 && <em className={one.changed > 0 ? 'chg' : undefined}>{one.changed > 0 ? t.changed(one.changed) : one.rules}</em>}</button>)}
    </nav>
  );
}
