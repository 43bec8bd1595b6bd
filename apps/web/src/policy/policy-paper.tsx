import type { ChoiceShown, PolicyPage, RuleShown } from '@shouwen/contract/policy';
import { useMe, useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { sayExactly } from '../ui/times.ts';
import { sayParam } from './param-words.ts';
import { sayValue } from './values.ts';

const WORDS = words({
  title: [(area: string) => `制度 · ${area}`, (area: string) => `Policy · ${area}`], company: ['全公司', 'The whole company'], version: [(version: string) => `现行 ${version} 版`, (version: string) => `Version ${version}, in force`], from: [(day: string) => `${day} 起施行`, (day: string) => `from ${day}`], printed: ['打印时间', 'Printed'],
  colon: ['：', ': '], manual: ['本公司手册', 'Our manual'], off: ['（停用）', ' (off)'], later: ['（随后续模块生效）', ' (takes effect with a later module)'],
});

/** An area of what is in force, on A4: each rule with its text, its numbers and the company's own sentence. Seen in print alone. */
export function PolicyPaper({ page, area, rules, choices }: { page: PolicyPage; area: string; rules: readonly { title: string; rules: readonly RuleShown[] }[]; choices: readonly ChoiceShown[] }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const say = useSay();
  const zone = useZone();
  const now = useNow();
  const { company, centres } = useMe();
  const { version, from } = page.inForce;
  return (
    <article className="policypaper" aria-label={t.title(area)}>
      <header><span><b>{company.name}</b><br />{page.centreId === null ? t.company : centres.find(({ id }) => id === page.centreId)?.name}</span><span>{t.version(version)}<br />{from !== null && t.from(sayExactly(from, { zone, language }))}</span></header>
      <h2>{t.title(area)}</h2>
      {rules.map(group => (
        <section key={group.title}>
          {rules.length > 1 && <h3>{group.title}</h3>}
          {group.rules.map(rule => (
            <div key={rule.id} className="clause">
              <p><b>{rule.zh}</b> {rule.id}{rule.off.inForce && t.off}</p>
              <p>{say(rule.text)}</p>
              {rule.params.length > 0 && <ul>{rule.params.map(param => <li key={param.key}>{sayParam(param.key, param.name, language)}{t.colon}<b>{sayValue(param, param.inForce, language)}</b></li>)}</ul>}
              {rule.manual.inForce !== null && <p className="words">{t.manual}{t.colon}{rule.manual.inForce}</p>}
            </div>
          ))}
        </section>
      ))}
      {choices.map(choice => {
        const chosen = choice.options.find(({ value }) => value === choice.inForce)!;
        return <div key={choice.setting} className="clause"><p>{choice.zh} {choice.rule}{!choice.read && t.later}</p><p><b>{chosen.zh}</b>{chosen.means && language === 'en' && ` ${say(chosen.means)}`}</p></div>;
      })}
      <footer>{t.printed} {sayExactly(now, { zone, language })}</footer>
    </article>
  );
}
