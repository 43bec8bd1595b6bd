import type { PolicyDraft, RuleShown } from '@shouwen/contract/policy';
import { useId, useState } from 'react';
import { useDraft } from '../app/use-draft.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Facts } from '../ui/panel.tsx';
import { paramChanged } from './changed.ts';
import { sayParam } from './param-words.ts';
import { useChange } from './use-change.ts';
import { same } from './values.ts';
import { WAY_WORDS } from './words.ts';

const WORDS = words({
  text: ['条文', 'Text'], usualNumbers: ['条文中的数值是通行值，实际以“现行”一栏为准。', 'The text has the usual numbers; what is in force here stands above.'], source: ['出处', 'Source'], product: ['系统怎样做', 'The product'], notYet: [(way: string) => `${way}（尚未实现）`, (way: string) => `${way} (not yet)`], ours: ['手册未写明的', 'Not in the manual'], alt: ['另一说法', 'Another reading'],
  manual: ['本公司手册原文', 'Our own manual says'], manualHint: ['会出现在每个时限的说明里', 'stands in every why of this rule'], keep: ['存入草稿', 'Keep in the draft'], undo: ['不改了', 'Leave it'], none: ['未附', 'none'],
  off: ['本条停用', 'Switched off'], offSays: ['停用后不再计时、不再提示；已发生的不变。', 'It starts no clock and reminds of nothing any more; what has happened stays.'], goesOff: ['草稿中停用', 'off in the draft'], goesOn: ['草稿中启用', 'on again in the draft'], isOff: ['已停用', 'off'],
});

/** A rule in full: its text, where it is from, what the product does about it, the company's own sentence, and whether it holds at all. */
export function RuleDetail({ rule, draft }: { rule: RuleShown; draft: PolicyDraft | null }) {
  const t = useWords(WORDS);
  const ways = useWords(WAY_WORDS);
  const [language] = useLanguage();
  const say = useSay();
  const name = (param: string) => sayParam(`${rule.id}/${param}`, param, language);
  const readings = Object.entries(rule.alt).map(([param, says]) => `${name(param)}${language === 'zh' ? '：' : ': '}${say(says)}`);
  const own = rule.params.some(param => !same(param.inForce, param.usual) || paramChanged(param));
  return (
    <div className="ruledetail stack">
      <Facts rows={[
        [t.text, <div key="text"><p className="words">{say(rule.text)}</p>{own && <p className="s12 mute">{t.usualNumbers}</p>}</div>], [t.source, say(rule.src) || '—'],
        [t.product, rule.product.map(({ way, built }) => (built ? ways[way] : t.notYet(ways[way]))).join(language === 'zh' ? '；' : '; ') || '—'],
        rule.ours.length > 0 && [t.ours, <span key="ours">{rule.ours.map(one => (typeof one === 'string' ? name(one) : say(one))).join(language === 'zh' ? '、' : ', ')}</span>],
        readings.length > 0 && [t.alt, <span className="words" key="alt">{readings.join(language === 'zh' ? '；' : '; ')}</span>],
      ]} />
      {draft?.may.change ? <><ManualField rule={rule} draft={draft} /><OffField rule={rule} draft={draft} /></> : (
        <Facts rows={[[t.manual, <span className="words" key="manual">{(draft ? rule.manual.draft : rule.manual.inForce) ?? t.none}</span>],
          (rule.off.inForce || rule.off.draft) && [t.off, rule.off.draft === null || rule.off.draft === rule.off.inForce ? t.isOff : rule.off.draft ? t.goesOff : t.goesOn]]} />
      )}
    </div>
  );
}

function ManualField({ rule, draft }: { rule: RuleShown; draft: PolicyDraft }) {
  const t = useWords(WORDS);
  const act = useChange(draft);
  const now = rule.manual.draft ?? '';
  const typed = useDraft<string | null>(`policy.${draft.id}.manual.${rule.id}`, null);
  const text = typed.value ?? now;
  return (
    <form className="stack" onSubmit={event => { event.preventDefault(); if (!act.isPending) act.mutate({ manual: { [rule.id]: text.trim() || null } }, { onSuccess: typed.clear }); }}>
      <TextArea label={t.manual} hint={t.manualHint} value={text} onChange={typed.change} maxLength={2000} />
      <RefusalNote trouble={act.error} />
      {text.trim() !== now && <div className="row"><Button type="submit" small disabled={act.isPending}>{t.keep}</Button><Button look="text" small onClick={typed.clear}>{t.undo}</Button></div>}
    </form>
  );
}

function OffField({ rule, draft }: { rule: RuleShown; draft: PolicyDraft }) {
  const t = useWords(WORDS);
  const id = useId();
  const act = useChange(draft);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const off = rule.off.draft ?? rule.off.inForce;
  return (
    <div>
      <label className="check"><input type="checkbox" aria-describedby={id} checked={act.isPending && wanted !== null ? wanted : off} onChange={event => { setWanted(event.target.checked); act.mutate({ off: { [rule.id]: event.target.checked } }); }} />{t.off}</label>
      <p className="s12 mute" id={id}>{t.offSays}</p>
      <RefusalNote trouble={act.error} />
    </div>
  );
}
