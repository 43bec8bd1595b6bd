import type { PolicyArea, PolicyDraft, RuleParam, RuleShown } from '@shouwen/contract/policy';
import { Fragment, useState } from 'react';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Tag } from '../ui/panel.tsx';
import { sayShort } from '../ui/times.ts';
import { manualChanged, offChanged, paramChanged, ruleChanged } from './changed.ts';
import { sayParam } from './param-words.ts';
import { RuleDetail } from './rule-detail.tsx';
import { ValueField } from './value-field.tsx';
import { sayAlt, sayValue } from './values.ts';

const WORDS = words({
  rule: ['规则', 'Rule'], inForce: ['现行', 'In force'], draft: ['草稿', 'Draft'], basis: ['适用与依据', 'Basis'], same: ['不变', 'unchanged'], off: ['停用', 'off'], on: ['启用', 'on'], manual: ['手册原文', 'manual’s sentence'], nowManual: ['附原文', 'sentence attached'], noManual: ['取下原文', 'sentence taken off'], edited: ['改原文', 'sentence changed'],
  own: [(who: string, when: string) => ['自定', who, when].filter(Boolean).join(' '), (who: string, when: string) => ['own', who, when].filter(Boolean).join(' ')], usual: [(value: string) => `通行 ${value}`, (value: string) => `usually ${value}`], ours: ['手册未写，暂定', 'not in the manual'], src: [(src: string) => (/^S\d/.test(src) ? `手册 ${src}` : src), (src: string) => src],
  alt: [(value: string) => `另有 ${value}`, (value: string) => `also ${value}`], unread: ['系统尚未用到', 'not used yet'], rest: [(n: number) => `另 ${n} 项`, (n: number) => `${n} more`], fullText: [(title: string) => `${title} 条文与出处`, (title: string) => `${title}, in full`],
});

/** A rule with more numbers than this (a map by channel) shows the first few; the rest is unfolded. */
const MANY = 5;
const FIRST = 3;

interface Props { areas: readonly PolicyArea[]; draft: PolicyDraft | null; /** The rule shown in full. */ open: string | undefined; onOpen: (rule: string | undefined) => void; titled: boolean }

/** Rules with what is in force, what the draft makes of it, and on what it rests; a title opens the rule in full. */
export function RulesTable({ areas, draft, open, onOpen, titled }: Props) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  return (
    <table className={`rules rulelist${draft ? '' : ' nodraft'}`}>
      <thead><tr><th>{t.rule}</th><th className="now">{t.inForce}</th>{draft && <th className="then">{t.draft}</th>}<th className="basis">{t.basis}</th></tr></thead>
      {areas.map(area => (
        <Fragment key={area.area}>
          {titled && <tbody><tr className="arearow"><th colSpan={draft ? 4 : 3} scope="rowgroup">{area[language]}</th></tr></tbody>}
          {area.rules.map(rule => <Rule key={rule.id} rule={rule} draft={draft} open={open === rule.id} onOpen={() => onOpen(open === rule.id ? undefined : rule.id)} />)}
        </Fragment>
      ))}
    </table>
  );
}

/** One rule: a line for each of its numbers, all of it one group. */
function Rule({ rule, draft, open, onOpen }: { rule: RuleShown; draft: PolicyDraft | null; open: boolean; onOpen: () => void }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const changed = ruleChanged(rule, draft !== null);
  const [unfolded, setUnfolded] = useState(false);
  const folds = rule.params.length > MANY && !open && !unfolded;
  const seen = folds ? rule.params.filter((param, at) => at < FIRST || paramChanged(param)) : rule.params;
  const rows: (RuleParam | null)[] = seen.length > 0 ? seen : [null];
  return (
    <tbody className={`${changed ? 'chgd' : ''}${rule.off.draft ?? rule.off.inForce ? ' isoff' : ''}`} id={`rule-${rule.id}`}>
      {rows.map((param, at) => (
        <tr key={param?.key ?? 'rule'} className={at > 0 ? 'further' : undefined}>
          <td>
            {at === 0 && <button type="button" className="ruletitle" aria-expanded={open} title={t.fullText(rule.zh)} onClick={onOpen}><b lang="zh-CN">{rule.zh}</b> <span className="mute s12 nw">{rule.id}</span></button>}
            {param && <span className="s12 sub about">{sayParam(param.key, param.name, language)}</span>}
          </td>
          <td data-label={t.inForce}><InForce rule={rule} param={param} first={at === 0} changed={param !== null && paramChanged(param)} /></td>
          {draft && <td data-label={t.draft}>
            {at === 0 && <RuleMarks rule={rule} />}
            {param ? draft.may.change ? <ValueField param={param} draft={draft} label={`${rule.zh} ${sayParam(param.key, param.name, language)}`} /> : paramChanged(param) ? <b>{sayValue(param, param.draft, language)}</b> : <span className="mute">{t.same}</span> : !changed && <span className="mute">{t.same}</span>}
          </td>}
          <td className="s12 sub"><Basis rule={rule} param={param} first={at === 0} /></td>
        </tr>
      ))}
      {folds && <tr className="further"><td colSpan={draft ? 4 : 3}><button type="button" className="link s12 noprint" onClick={() => setUnfolded(true)}>{t.rest(rule.params.length - seen.length)}</button></td></tr>}
      {open && <tr className="full"><td colSpan={draft ? 4 : 3}><RuleDetail rule={rule} draft={draft} /></td></tr>}
    </tbody>
  );
}

function InForce({ rule, param, first, changed }: { rule: RuleShown; param: RuleParam | null; first: boolean; changed: boolean }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const value = param && sayValue(param, param.inForce, language);
  return <>{first && rule.off.inForce && <Tag>{t.off}</Tag>} {param ? changed ? <s>{value}</s> : <span className="words">{value}</span> : !rule.off.inForce && <span className="mute">—</span>}</>;
}

/** What the draft changes of the rule as a whole. */
function RuleMarks({ rule }: { rule: RuleShown }) {
  const t = useWords(WORDS);
  if (!offChanged(rule) && !manualChanged(rule, true)) return null;
  return <div className="row wrap">{offChanged(rule) && <Tag look="warn">{rule.off.draft ? t.off : t.on}</Tag>}{manualChanged(rule, true) && <Tag look="warn">{rule.manual.inForce === null ? t.nowManual : rule.manual.draft === null ? t.noManual : t.edited}</Tag>}</div>;
}

function Basis({ rule, param, first }: { rule: RuleShown; param: RuleParam | null; first: boolean }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const src = useSay()(rule.src);
  const zone = useZone();
  const now = useNow();
  if (!param) return first && src ? <span className="words">{t.src(src)}</span> : null;
  const { own } = param;
  const lines = [
    own && !paramChanged(param) && t.own(own.by ?? '', own.at === undefined ? '' : sayShort(own.at, { zone, now, language })), own && t.usual(sayValue(param, param.usual, language)),
    !own && (param.ours ? t.ours : first && src && t.src(src)), first && param.alt !== null && t.alt(sayAlt(param, param.alt, language)), !param.read && param.allowed.kind !== 'fixed' && t.unread,
  ].filter(Boolean);
  return <>{lines.map(line => <span key={String(line)} className="line words">{line}</span>)}</>;
}
