import { MATTER_KINDS, type MatterKind } from '@shouwen/contract/facts';
import { SCHEME_NAMES, type ChoiceShown, type PolicyDraft, type RuleParam, type SchemeComparison, type SchemeName } from '@shouwen/contract/policy';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Trouble } from '../app/trouble.ts';
import { KIND_WORDS } from '../matters/kinds.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words, type Language } from '../ui/language.tsx';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayParam } from './param-words.ts';
import { schemesQuery } from './policy-query.ts';
import { useDraftAct } from './use-change.ts';
import { sayValue } from './values.ts';

const WORDS = words({
  title: ['首问方案对比', 'First-contact schemes'], one: ['方案一', 'One'], other: ['方案二', 'The other'], kind: ['事项类别', 'Kind of matter'],
  what: ['比较项', 'What is compared'], differ: [(n: number) => `${n} 处不同`, (n: number) => `${n} ${n === 1 ? 'difference' : 'differences'}`], alike: [(n: number) => `两方案相同的 ${n} 项`, (n: number) => `${n} alike in both`], equal: ['这两个方案对此类事项没有不同', 'For this kind the two don’t differ'],
  steps: ['怎样办', 'Steps'], limits: ['期限与数值', 'Limits and numbers'], forms: ['用哪些表单', 'Forms'], rules: ['执行哪些条款', 'Rules'], yes: ['执行', 'kept'], uses: ['使用', 'used'], no: ['不用', 'not used'],
  fill: [(name: string) => `将“${name}”套用到草稿`, (name: string) => `Fill the draft with “${name}”`], sure: ['确认套用', 'Yes, fill it in'], not: ['再看看', 'Not yet'],
  fillSays: [(name: string) => `首问条款的启停与数值、CHO-01 至 CHO-10 都改为“${name}”；草稿里这些项目已有的改动会被替换，其余不动。套用后仍可逐项修改。`, (name: string) => `First-contact rules on and off, their numbers, and CHO-01 to CHO-10 become those of “${name}”; what the draft says of them is replaced, all else stays. Each may be changed after.`],
  noDraft: ['要套用方案，请先起草修订。', 'To fill one in, draft a change first.'],
});

interface Props {
  schemes: ChoiceShown; params: ReadonlyMap<string, RuleParam>; draft: PolicyDraft | null; mayDraft: boolean;
  one: string | undefined; other: string | undefined; kind: string | undefined;
  onCompare: (one: SchemeName, other: SchemeName, kind: MatterKind) => void; onFilled: () => void;
}
const among = <T extends string>(values: readonly T[], value: string | undefined): T | undefined => values.find(one => one === value);

/** CHO-16: two companies' first-contact schemes side by side for one kind of matter, what differs first; and a draft filled with one of them. */
export function SchemesPanel({ schemes, params, draft, mayDraft, onCompare, onFilled, ...asked }: Props) {
  const t = useWords(WORDS);
  const kinds = useWords(KIND_WORDS);
  const here = among(SCHEME_NAMES, schemes.draft ?? schemes.inForce) ?? 'combined';
  const one = among(SCHEME_NAMES, asked.one) ?? here;
  const other = among(SCHEME_NAMES, asked.other) ?? SCHEME_NAMES.find(name => name !== one)!;
  const kind = among(MATTER_KINDS, asked.kind) ?? 'complaint';
  const name = useSchemeName(schemes);
  const pick = (label: string, value: SchemeName, put: (value: SchemeName) => void) => (
    <label className="field"><span className="lab">{label}</span><select className="in" value={value} onChange={event => put(event.target.value as SchemeName)}>{SCHEME_NAMES.map(scheme => <option key={scheme} value={scheme}>{name(scheme)}</option>)}</select></label>
  );
  return (
    <Panel title={t.title} flush>
      <div className="body pair compared">
        {pick(t.one, one, value => onCompare(value, other, kind))}{pick(t.other, other, value => onCompare(one, value, kind))}
        <label className="field"><span className="lab">{t.kind}</span><select className="in" value={kind} onChange={event => onCompare(one, other, event.target.value as MatterKind)}>{MATTER_KINDS.map(value => <option key={value} value={value}>{kinds[value]}</option>)}</select></label>
      </div>
      <Compared one={one} other={other} kind={kind} name={name} params={params} />
      <div className="body noprint">{draft?.may.change ? <Fill key={`${one} ${other}`} draft={draft} schemes={[...new Set([one, other])]} name={name} onFilled={onFilled} /> : mayDraft && !draft && <p className="s13 sub">{t.noDraft}</p>}</div>
    </Panel>
  );
}

/** Its name, and whose it is: 一小时转单、一个工作日答复（S4.8）. */
function useSchemeName(schemes: ChoiceShown): (scheme: SchemeName) => string {
  const [language] = useLanguage();
  return scheme => {
    const option = schemes.options.find(({ value }) => value === scheme)!;
    const source = scheme === 'combined' ? '' : scheme.replace('s4_', 'S4.');
    return language === 'zh' ? option.zh + (source && `（${source}）`) : source ? `${source} alone` : 'All combined';
  };
}

interface Row { key: string; rule: string; what: string; about: string; one: string; other: string }

function Compared({ one, other, kind, name, params }: { one: SchemeName; other: SchemeName; kind: MatterKind; name: (scheme: SchemeName) => string; params: ReadonlyMap<string, RuleParam> }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const { data, error, refetch } = useQuery(schemesQuery(one, other, kind));
  if (error instanceof Trouble) return <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>;
  if (!data) return <Loading lines={8} />;
  const groups = groupsOf(data, params, language, t);
  const differing = groups.map(group => ({ ...group, rows: group.rows.filter(row => row.one !== row.other) })).filter(({ rows }) => rows.length > 0);
  const alike = groups.map(group => ({ ...group, rows: group.rows.filter(row => row.one === row.other) })).filter(({ rows }) => rows.length > 0);
  const count = (some: typeof groups) => some.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <>
      {differing.length === 0 ? <Empty title={t.equal} /> : <Table groups={differing} note={t.differ(count(differing))} one={name(one)} other={name(other)} marked />}
      {alike.length > 0 && <details className="alike"><summary className="body s13">{t.alike(count(alike))}</summary><Table groups={alike} note="" one={name(one)} other={name(other)} marked={false} /></details>}
    </>
  );
}

function Table({ groups, note, one, other, marked }: { groups: readonly { title: string; rows: readonly Row[] }[]; note: string; one: string; other: string; marked: boolean }) {
  const t = useWords(WORDS);
  return (
    <table className="rules nodraft schemes">
      <thead><tr><th>{t.what} <span className="mute">{note}</span></th><th className="side">{one}</th><th className="side">{other}</th></tr></thead>
      {groups.map(({ title, rows }) => (
        <tbody key={title}>
          <tr className="arearow"><th colSpan={3} scope="rowgroup">{title}</th></tr>
          {rows.map(row => <tr key={row.key} className={marked ? 'differs' : undefined}><td><span lang="zh-CN">{row.what}</span> <span className="mute s12 nw">{row.rule}</span>{row.about && <span className="s12 sub about">{row.about}</span>}</td><td data-label={t.one}><Said text={row.one} /></td><td data-label={t.other}><Said text={row.other} /></td></tr>)}
        </tbody>
      ))}
    </table>
  );
}

const Said = ({ text }: { text: string }) => <span className={text === useWords(WORDS).no ? 'mute not' : 'words'}>{text}</span>;

/** In words, in the order in which a matter meets them. A number whose rule isn't in the scheme isn't used there. */
function groupsOf(found: SchemeComparison, params: ReadonlyMap<string, RuleParam>, language: Language, t: (typeof WORDS)['zh']): { title: string; rows: Row[] }[] {
  const kept = (side: 'one' | 'other', rule: string) => found.rules.find(one => one.rule === rule)![side];
  const limit = (side: 'one' | 'other', { key, rule, ...row }: SchemeComparison['limits'][number]) => kept(side, rule) ? sayValue(params.get(key)!, row[side], language) : t.no;
  const step = (chosen: SchemeComparison['steps'][number]['one']) => (language === 'zh' ? chosen.zh : chosen.means.en);
  const of = (rows: SchemeComparison['forms'], yes: string): Row[] => rows.map(({ rule, zh, one, other }) => ({ key: rule, rule, what: zh, about: '', one: one ? yes : t.no, other: other ? yes : t.no }));
  return [
    { title: t.steps, rows: found.steps.map(({ setting, rule, zh, one, other }) => ({ key: setting, rule, what: zh, about: '', one: step(one), other: step(other) })) },
    { title: t.limits, rows: found.limits.filter(({ key }) => params.has(key)).map(row => ({ key: row.key, rule: row.rule, what: row.zh, about: sayParam(row.key, row.key.slice(row.rule.length + 1), language), one: limit('one', row), other: limit('other', row) })) },
    { title: t.forms, rows: of(found.forms, t.uses) },
    { title: t.rules, rows: of(found.rules, t.yes) },
  ];
}

function Fill({ draft, schemes, name, onFilled }: { draft: PolicyDraft; schemes: readonly SchemeName[]; name: (scheme: SchemeName) => string; onFilled: () => void }) {
  const t = useWords(WORDS);
  const [asked, setAsked] = useState<SchemeName | null>(null);
  const act = useDraftAct<SchemeName>(draft, { path: () => `/policy/drafts/${draft.id}/scheme`, body: scheme => ({ scheme }), onDone: onFilled });
  if (asked) return (
    <div className="stack" role="group" aria-label={t.fill(name(asked))}>
      <p className="s13" role="status">{t.fillSays(name(asked))}</p>
      <RefusalNote trouble={act.error} />
      <div className="row wrap"><Button look="primary" disabled={act.isPending} onClick={() => act.mutate(asked)}>{t.sure}</Button><Button look="text" onClick={() => setAsked(null)}>{t.not}</Button></div>
    </div>
  );
  return <div className="row wrap">{schemes.map(scheme => <Button key={scheme} onClick={() => setAsked(scheme)}>{t.fill(name(scheme))}</Button>)}</div>;
}
