import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMe } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Empty } from '../ui/notes.tsx';
import { PageTitle } from '../ui/panel.tsx';
import { sayExactly, sayMoment } from '../ui/times.ts';
import { CLASS_WORDS, KIND_WORDS } from './kinds.ts';
import { matterQuery } from './matters-query.ts';
import './customer-view.css';

const WORDS = words({
  title: ['特别事件报告', 'Special event report'], back: ['返回事项', 'Back to the matter'], print: ['打印', 'Print'], none: ['还没有报送特别事件报告', 'No special event report has been filed'], received: ['受理时间', 'Received'], whatHappened: ['发生了什么', 'What happened'], cause: ['原因', 'Cause'], course: ['处置经过', 'Course of the handling'], result: ['结果与影响', 'Result and effects'],
  measures: ['后续措施', 'Measures to follow'], record: ['工作记录', 'Work record'], to: ['报送', 'Filed with'], noted: ['已具名知悉', 'took note'], by: ['责任主管', 'Responsible manager'], printed: ['打印时间', 'Printed'], seal: ['签章', 'Seal'], waiting: ['待知悉', 'not yet'],
});

/** FCR-12: the special event report with the work record, on screen and on A4. */
export function SpecialEventScreen() {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const [kinds, classes] = [useWords(KIND_WORDS), useWords(CLASS_WORDS)];
  const { number } = useParams({ from: '/frame/matters/$number/special-event-report' });
  const { data: matter } = useSuspenseQuery(matterQuery(number));
  const me = useMe();
  const now = useNow();
  const at = (moment: number | string) => sayMoment(moment, { zone: matter.zone, now, language });
  const report = matter.facts.findLast(fact => fact.what === 'special_event_reported');
  const done = matter.facts.filter(fact => fact.what === 'work_recorded');
  const noted = new Map(matter.facts.flatMap(fact => fact.what === 'special_event_noted' && report && fact.at >= report.at ? [[fact.by, fact.at]] : []));
  return (
    <>
      <div className="noprint"><PageTitle title={t.title}><Link to="/matters/$number" params={{ number }}>{t.back}</Link>{report && <Button look="primary" onClick={() => print()}>{t.print}</Button>}</PageTitle></div>
      {!report ? <article className="panel"><Empty title={t.none} /></article> : (
        <article className="panel custview">
          <header><span className="grow">{me.company.name}<br /><b>{me.centres.find(({ id }) => id === matter.centreId)?.name}</b></span><span>{t.title}<br />{matter.number}</span></header>
          <section><h2>{matter.title}</h2><p className="sub s13">{classes[matter.class]} · {kinds[matter.kind]} · {t.received} {at(matter.receivedAt)}</p></section>
          {(['whatHappened', 'cause', 'course', 'result', 'measures'] as const).map(name => report.data[name] && <section key={name}><h3>{t[name]}</h3><p className="words">{report.data[name]}</p></section>)}
          {done.length > 0 && <section><h3>{t.record}</h3><ol className="course">{done.map(fact => <li key={fact.id}><time dateTime={new Date(fact.at).toISOString()}>{at(fact.at)}</time><span>{fact.data.text} <span className="mute">{fact.byName}</span></span></li>)}</ol></section>}
          <section><h3>{t.by}</h3><p>{report.byName} <span className="mute">{at(report.at)}</span></p>
            <h3>{t.to}</h3><ul>{report.data.to.map(id => <li key={id}>{matter.names[id] ?? id} <span className="mute">{noted.has(id) ? `${t.noted} ${at(noted.get(id)!)}` : t.waiting}</span></li>)}</ul></section>
          <footer className="paper"><span>{t.by} {report.byName}</span><span>{t.seal}</span><span>{t.printed} {sayExactly(now, { zone: matter.zone, language })}</span></footer>
        </article>
      )}
    </>
  );
}
