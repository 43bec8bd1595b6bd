import type { PolicyComparison, PolicyDraft, PolicyEvent, PolicyVersion, RuleParam } from '@shouwen/contract/policy';
import { useQuery } from '@tanstack/react-query';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { sayExactly, sayMoment } from '../ui/times.ts';
import { sayParam } from './param-words.ts';
import { comparisonQuery, versionQuery } from './policy-query.ts';
import { sayValue } from './values.ts';
import { EVENT_WORDS, MODE_WORDS, SHARED } from './words.ts';

const WORDS = words({
  history: ['版本与对比', 'Versions and what differs'], close: ['回到条款', 'Back to the rules'], one: ['从', 'From'], other: ['到', 'To'], book: ['条款库通行值', 'the rulebook'], draft: [(version: string) => `${version}（草稿）`, (version: string) => `${version} (draft)`],
  from: ['施行', 'Holds from'], mode: ['方式', 'How'], why: ['理由', 'Why'], who: ['起草', 'Drafted by'], approved: ['批准', 'Approved by'], published: ['发布', 'Published by'], none: ['无', 'none'], course: ['经过', 'What happened'],
  rule: ['条款', 'Rule'], equal: ['这两个版本没有不同', 'The two don’t differ'], on: ['启用', 'on'], off: ['停用', 'off'], manual: ['手册原文', 'Manual’s sentence'], noManual: ['未附', 'none'], differ: [(n: number) => `${n} 处不同`, (n: number) => `${n} ${n === 1 ? 'difference' : 'differences'}`], all: ['全部版本', 'All versions'],
});

interface Props { versions: readonly PolicyVersion[]; draft: PolicyDraft | null; params: ReadonlyMap<string, RuleParam>; options: ReadonlyMap<string, string>; one: string; other: string; more: (() => void) | null; onCompare: (one: string, other: string) => void; onClose: () => void }

/** Two versions beside each other, and how the second came about: who, when, and why. */
export function VersionsPanel({ versions, draft, params, options, one, other, more, onCompare, onClose }: Props) {
  const t = useWords(WORDS);
  const shared = useWords(SHARED);
  const choices = [{ value: 'rulebook', label: t.book }, ...versions.toReversed().map(({ version }) => ({ value: version, label: version })), ...(draft ? [{ value: draft.id, label: t.draft(draft.version) }] : [])];
  const pick = (label: string, value: string, put: (value: string) => void) => (
    <label className="field"><span className="lab">{label}</span><select className="in" value={value} onChange={event => put(event.target.value)}>{choices.map(choice => <option key={choice.value} value={choice.value}>{choice.label}</option>)}</select></label>
  );
  return (
    <Panel title={t.history} flush note={<Button small look="text" onClick={onClose}>{t.close}</Button>}>
      <div className="body pair compared">{pick(t.one, one, value => onCompare(value, other))}{pick(t.other, other, value => onCompare(one, value))}{more && <Button small onClick={more}>{shared.more}</Button>}</div>
      <Differences one={one} other={other} label={value => choices.find(choice => choice.value === value)?.label ?? value} params={params} options={options} />
      {other !== 'rulebook' && (draft && other === draft.id ? <div className="body"><Course why={draft.why} history={draft.history} /></div> : <Whole version={other} />)}
    </Panel>
  );
}

function Differences({ one, other, label, params, options }: { one: string; other: string; label: (value: string) => string; params: ReadonlyMap<string, RuleParam>; options: ReadonlyMap<string, string> }) {
  const t = useWords(WORDS);
  const { data, error, refetch } = useQuery(comparisonQuery(one, other));
  const [language] = useLanguage();
  if (error instanceof Trouble) return <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>;
  if (!data) return <Loading lines={6} />;
  const rows = rowsOf(data, { params, options, language, says: { on: t.on, off: t.off, manual: t.manual, none: t.noManual } });
  if (rows.length === 0) return <Empty title={t.equal} />;
  return (
    <table className="rules nodraft">
      <thead><tr><th>{t.rule} <span className="mute">{t.differ(rows.length)}</span></th><th className="ver">{label(one)}</th><th className="ver">{label(other)}</th></tr></thead>
      <tbody>{rows.map(row => <tr key={row.key}><td><b lang="zh-CN">{row.zh}</b> <span className="mute s12">{row.rule}</span><span className="s12 sub about">{row.about}</span></td><td data-label={label(one)}><s className="words">{row.one}</s></td><td data-label={label(other)}><b className="words">{row.other}</b></td></tr>)}</tbody>
    </table>
  );
}

interface Row { key: string; rule: string; zh: string; about: string; one: string; other: string }
function rowsOf(found: PolicyComparison, { params, options, language, says }: { params: ReadonlyMap<string, RuleParam>; options: ReadonlyMap<string, string>; language: 'zh' | 'en'; says: { on: string; off: string; manual: string; none: string } }): Row[] {
  const value = (key: string, its: unknown) => { const param = params.get(key); return param ? sayValue(param, its, language) : String(its); };
  const option = (setting: string, its: string) => options.get(`${setting}/${its}`) ?? its;
  return [
    ...found.numbers.map(({ key, rule, zh, one, other }) => ({ key, rule, zh, about: sayParam(key, key.slice(rule.length + 1), language), one: value(key, one), other: value(key, other) })),
    ...found.choices.map(({ setting, rule, zh, one, other }) => ({ key: setting, rule, zh, about: '', one: option(setting, one), other: option(setting, other) })),
    ...found.off.map(({ rule, zh, one, other }) => ({ key: `off ${rule}`, rule, zh, about: '', one: one ? says.off : says.on, other: other ? says.off : says.on })),
    ...found.manual.map(({ rule, zh, one, other }) => ({ key: `manual ${rule}`, rule, zh, about: says.manual, one: one ?? says.none, other: other ?? says.none })),
  ];
}

function Whole({ version }: { version: string }) {
  const t = useWords(WORDS);
  const modes = useWords(MODE_WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const { data, error } = useQuery(versionQuery(version));
  if (error instanceof Trouble) return <div className="body"><RefusalNote trouble={error} /></div>;
  if (!data) return <Loading lines={3} />;
  return (
    <div className="body stack">
      <Facts rows={[[t.from, sayExactly(data.from, { zone, language })], [t.mode, modes[data.mode]], [t.why, <span className="words" key="why">{data.why ?? t.none}</span>], [t.who, data.author?.name ?? t.none],
        [t.approved, data.approvedBy?.name ?? t.none], [t.published, `${data.publishedBy?.name ?? t.none} ${sayExactly(data.publishedAt, { zone, language })}`]]} />
      <Course why={null} history={data.history} />
    </div>
  );
}

/** What happened to a draft; changes one after another by the same person are one line. */
export function Course({ why, history }: { why: string | null; history: readonly PolicyEvent[] }) {
  const t = useWords(WORDS);
  const events = useWords(EVENT_WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const lines = history.filter((event, at) => event.what !== 'changed' || history[at + 1]?.what !== 'changed' || history[at + 1]?.by.id !== event.by.id);
  return (
    <div className="course">
      {why !== null && <p className="s13 words">{t.why} {why}</p>}
      <ol aria-label={t.course}>{lines.map(event => <li key={`${event.at}${event.what}`}><span>{event.by.name} {events[event.what]}</span><time className="s12 mute" dateTime={event.at}>{sayMoment(event.at, { zone, now, language })}</time>{event.note && <span className="s12 sub words note1">{event.note}</span>}</li>)}</ol>
    </div>
  );
}
