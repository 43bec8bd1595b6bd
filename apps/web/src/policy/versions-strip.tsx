import type { PolicyDraft, PolicyPage, PolicyVersion } from '@shouwen/contract/policy';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Tag } from '../ui/panel.tsx';
import { sayDay } from '../ui/times.ts';

const WORDS = words({
  versions: ['版本', 'Versions'], in_force: ['现行', 'in force'], coming: ['待施行', 'coming'], draft: ['草稿', 'draft'], book: ['条款库通行值', 'The rulebook as it is'], bookSays: ['还没有发布过自己的版本', 'no version of one’s own yet'], centre: ['本中心', 'centre'],
  from: [(day: string, what: string) => `${day} 起，${what}`, (day: string, what: string) => `from ${day}; ${what}`], changes: [(n: number) => `${n} 处改动`, (n: number) => `${n} ${n === 1 ? 'change' : 'changes'}`], drafted: [(n: number, who: string) => `${n} 处改动，${who}起草`, (n: number, who: string) => `${n} ${n === 1 ? 'change' : 'changes'}, drafted by ${who}`],
});
const SHOWN = 3;

/** The last versions and the draft, from left to right; one that is pressed is shown in full. */
export function VersionsStrip({ page, versions, at, onVersion }: { page: PolicyPage; versions: readonly PolicyVersion[]; at: string | undefined; onVersion: (version: string) => void }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const what = (version: PolicyVersion) => version.why ?? t.changes(version.changes);
  return (
    <section className="panel versions" aria-label={t.versions}>
      <ol>
        {versions.length === 0 && <li><b>{t.book}</b> <Tag look="strong">{t.in_force}</Tag><span>{t.bookSays}</span></li>}
        {versions.slice(0, SHOWN).toReversed().map(version => (
          <li key={version.version} aria-current={version.version === at ? 'true' : undefined}>
            <button type="button" onClick={() => onVersion(version.version)}><b>{version.version}</b> {version.state !== 'past' && <Tag look="strong">{t[version.state]}</Tag>}{page.centreId !== null && version.centreId !== null && <> <Tag>{t.centre}</Tag></>}<span className="ell">{t.from(sayDay(version.from, { zone, now, language }), what(version))}</span></button>
          </li>
        ))}
        {page.draft && <Drafted draft={page.draft} />}
      </ol>
    </section>
  );
}

function Drafted({ draft }: { draft: PolicyDraft }) {
  const t = useWords(WORDS);
  return <li className="drafted"><b>{draft.version}</b> <Tag look="warn">{t.draft}</Tag><span className="ell">{t.drafted(draft.changes, draft.author.name)}</span></li>;
}
