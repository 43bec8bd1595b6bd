import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Lost } from '../app/broken.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Facts } from '../ui/panel.tsx';
import { sayExactly } from '../ui/times.ts';
import { customerOf } from './fact-sentences.tsx';
import { matterQuery } from './matters-query.ts';
import { Sheet } from './sheet.tsx';

const WORDS = words({
  title: ['客户接待事项协调单', 'Coordination form'], matter: ['事项', 'Matter'], customer: ['客户', 'Customer'], address: ['地址', 'Address'], by: ['填单', 'Filed by'], lead: ['主办部门', 'Lead department'], departments: ['涉及部门', 'Departments concerned'], wrong: ['转来的人', 'Handed over by'],
  what: ['客户反映', 'What the customer said'], how: ['分工与要求', 'Who does what'], why: ['为什么不属本部门', 'Why it isn’t this department’s'], settled: ['内部协调结果', 'Settled inside'], open: ['待客户关系主管协调；答复仍由接手部门作出', 'To be settled by the relations lead; the receiving department still answers'], does: ['配合办理', 'Does the work'],
  relations: ['客户关系主管签名', 'Relations lead'], head: ['部门负责人签名', 'Department head'], date: ['日期', 'Date'],
});

/** FCR-21, FCR-23: the coordination form on screen and paper. */
export function CoordinationSheetScreen() {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const { number, form: wanted } = useParams({ from: '/frame/matters/$number/coordinations/$form' });
  const { data: matter } = useSuspenseQuery(matterQuery(number));
  const form = matter.coordinations.find(one => one.number === wanted);
  if (!form) return <Lost />;
  const at = (moment: string) => sayExactly(new Date(moment), { zone: matter.zone, language });
  const received = matter.facts.find(fact => fact.what === 'received');
  return (
    <Sheet title={t.title} paper={form.number} matter={matter}>
      <section><Facts rows={[
        [t.matter, matter.title], [t.customer, customerOf(matter.reporter, language)], [t.address, matter.reporter.place ?? matter.place ?? ''], [t.by, `${form.by?.name ?? ''} ${at(form.at)}`],
        form.lead !== null && [t.lead, <b key="lead">{form.lead}</b>], form.departments.length > 0 && [t.departments, form.departments.join(language === 'zh' ? '、' : ', ')], form.handedOverBy !== null && [t.wrong, form.handedOverBy.name],
      ]} /></section>
      <section><h3>{t.what}</h3><p className="words">{received?.data.whatHappened}</p><h3>{form.lead === null ? t.why : t.how}</h3><p className="words">{form.text}</p></section>
      {form.lead === null && <section><h3>{t.settled}</h3>{form.settled ? <><p className="words">{form.settled.text}</p><p className="s13 sub">{form.settled.by?.name} {at(form.settled.at)}{form.settled.department && ` · ${t.does} ${form.settled.department}`}</p></> : <p className="attn-ink">{t.open}</p>}</section>}
      <footer className="paper"><span>{t.relations}</span><span>{t.head}</span><span>{t.date}</span></footer>
    </Sheet>
  );
}
