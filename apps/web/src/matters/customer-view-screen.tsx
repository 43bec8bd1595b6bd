import type { CustomerEvent, CustomerView } from '@shouwen/contract/customer-view';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get } from '../app/api.ts';
import { useNow } from '../app/now.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { PageTitle } from '../ui/panel.tsx';
import { sayExactly, sayMoment, sayShort } from '../ui/times.ts';
import { CHANNEL_WORDS, KIND_WORDS } from './kinds.ts';
import './customer-view.css';

const WORDS = words({
  title: ['客户所见', 'As the customer sees it'], says: ['电话里念给客户的、打印给客户的，只有这些', 'This, and nothing else, is told to the customer or printed for them'], print: ['打印', 'Print'], back: ['返回事项', 'Back to the matter'],
  number: ['编号', 'Number'], received: ['您反映的时间', 'You told us'], handled: ['由谁办理', 'Handled by'], first: ['最先接待您', 'First to take it'], verifies: ['会核实您是否得到答复', 'will make sure that you were answered'],
  next: [(when: string) => `最迟 ${when} 前给您消息`, (when: string) => `You hear from us by ${when}`], late: [(when: string) => `原定 ${when} 前给您消息，我们晚了`, (when: string) => `You should have heard from us by ${when}; we are late`], over: ['已关闭', 'Closed'], unset: ['待定', 'to be named'],
  steps: ['进度', 'How far it is'], step_received: ['已登记', 'Registered'], step_in_hand: ['正在办', 'In hand'], step_answered: ['已答复', 'Answered'], step_closed: ['已关闭', 'Closed'],
  words: ['您反映的情况', 'What you told us'], wanted: ['您的要求', 'What you want'], points: ['您要求逐条答复的', 'To be answered one by one'], waiting: ['还没有答复', 'not answered yet'],
  promises: ['答应您的', 'What we promised'], by: [(when: string) => `${when} 前`, (when: string) => `by ${when}`], kept: ['已兑现', 'kept'],
  replies: ['给您的答复', 'Our replies'], interim: ['还在办理，不是最后结论', 'still under way, not the conclusion'], final: ['正式答复', 'our answer'], measures: ['措施', 'Measures'],
  course: ['经过', 'What happened'], printed: ['打印时间', 'Printed'], signature: ['客户签名', 'Customer’s signature'], ourSignature: ['经办人签名', 'Signed for us'], staff: ['工作人员', 'our staff'],
});

type Happened = CustomerView['course'][number];
/** In words the customer would use; `who` is a name, or our staff where it is not for them to know. */
const SENTENCES: Record<CustomerEvent, readonly [zh: (one: Happened, who: string, at: string) => string, en: (one: Happened, who: string, at: string) => string]> = {
  received: [(_, who) => `${who}接到您反映的情况，已登记`, (_, who) => `${who} took it in and registered it`],
  accepted: [(one, who) => `${one.department ?? ''}${who}接手`, (one, who) => `${who} ${one.department ? `(${one.department}) ` : ''}took it on`],
  person_named: [(_, who) => `由${who}负责办理`, (_, who) => `${who} is to handle it`],
  interim_reply: [(_, who) => `${who}告诉您正在办理`, (_, who) => `${who} told you that it is under way`],
  conclusive_reply: [(_, who) => `${who}给您正式答复`, (_, who) => `${who} gave you our answer`],
  told: [(_, who) => `${who}告诉您情况`, (_, who) => `${who} told you how it stands`],
  progress_told: [(_, who) => `${who}告诉您进展`, (_, who) => `${who} told you the progress`],
  promised: [(_, who, at) => `${who}答应您 ${at} 前办到`, (_, who, at) => `${who} made you a promise for ${at}`],
  promise_moved: [(_, who, at) => `${who}与您改约到 ${at}`, (_, who, at) => `${who} agreed with you on ${at} instead`],
  promise_kept: [(_, who) => `${who}办到了答应您的事`, (_, who) => `${who} kept a promise`],
  customer_came_again: [() => '您再次来问，已记录', () => 'You asked again; noted'],
  work_done: [() => '处理完成', () => 'The work was done'],
  callback_recorded: [(one, who) => `${who}回访，您表示${one.satisfied ? '满意' : '不满意，我们接着办'}`, (one, who) => `${who} asked you: ${one.satisfied ? 'you are satisfied' : 'you are not satisfied; we go on'}`],
  reopened: [() => '您再次反映，重新办理', () => 'You told us again; it was taken up anew'],
  closed: [() => '关闭', () => 'Closed'],
};
const STEPS = ['received', 'in_hand', 'answered', 'closed'] as const;

const customerViewQuery = (number: string) => queryOptions({ queryKey: ['matter', number, 'customer'], queryFn: ({ signal }) => get<CustomerView>(`/matters/${encodeURIComponent(number)}/customer-view`, {}, signal) });

/** ARC-09: exactly what the customer may see of their matter, on screen and on paper. */
export function CustomerViewScreen() {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const [kinds, channels] = [useWords(KIND_WORDS), useWords(CHANNEL_WORDS)];
  const { number } = useParams({ from: '/frame/matters/$number/customer' });
  const { data: view } = useSuspenseQuery(customerViewQuery(number));
  const now = useNow();
  const spoken = { zone: view.zone, now, language };
  const done = STEPS.indexOf(view.step);
  const replies = [...view.replies].reverse();
  return (
    <>
      <div className="noprint"><PageTitle title={t.title} says={t.says}>
        <Link to="/matters/$number" params={{ number }}>{t.back}</Link>
        <Button look="primary" onClick={() => print()}>{t.print}</Button>
      </PageTitle></div>
      <article className="panel custview">
        <header><span className="grow">{view.company}<br /><b>{view.centre.name}</b></span>{view.centre.phone && <a href={`tel:${view.centre.phone}`}>{view.centre.phone}</a>}</header>
        <section>
          <h2>{kinds[view.kind]} <span className="mute">{view.number}</span></h2>
          <p className="sub s13">{t.received} {sayMoment(view.receivedAt, spoken)}，{channels[view.channel]}</p>
          {view.closedAt ? <p className="big">{t.over} <span className="s13">{sayMoment(view.closedAt, spoken)}</span></p>
            : view.nextBy && <p className="big">{(Date.parse(view.nextBy) < now.getTime() ? t.late : t.next)(sayMoment(view.nextBy, { ...spoken, end: true }))}</p>}
          <ol className="steps" aria-label={t.steps}>{STEPS.map((step, i) => <li key={step} className={i < done ? 'past' : i === done ? 'now' : ''} {...(i === done && { 'aria-current': 'step' as const })}>{t[`step_${step}`]}</li>)}</ol>
          <dl className="dl wide-terms">
            <div><dt>{t.handled}</dt><dd>{[view.department, view.handledBy].filter(Boolean).join(language === 'zh' ? '，' : ', ') || t.unset}</dd></div>
            {view.firstContact && <div><dt>{t.first}</dt><dd>{view.firstContact} <span className="mute">{t.verifies}</span></dd></div>}
          </dl>
        </section>
        <section>
          <h3>{t.words}</h3><p className="words">{view.whatHappened}</p>
          {view.whatIsWanted && <><h3>{t.wanted}</h3><p className="words">{view.whatIsWanted}</p></>}
          {view.points.length > 0 && <><h3>{t.points}</h3><ol className="numbered">{view.points.map((point, i) => <li key={i}>{point.text}<div className={point.answer ? 'words sub' : 'mute'}>{point.answer ?? t.waiting}</div></li>)}</ol></>}
        </section>
        {replies.length > 0 && <section>
          <h3>{t.replies}</h3>
          {replies.map((reply, i) => <blockquote key={i} className={i === 0 ? 'latest' : ''}><p className="words">{reply.text}</p>{reply.measures && <p className="words"><span className="mute">{t.measures}</span> {reply.measures}</p>}
            <footer className="s13 sub">{reply.by ?? t.staff}，{sayMoment(reply.at, spoken)}，{reply.conclusive ? t.final : t.interim}</footer></blockquote>)}
        </section>}
        {view.promises.length > 0 && <section>
          <h3>{t.promises}</h3>
          <ul>{view.promises.map((promise, i) => <li key={i} className="row wrap"><span className="grow">{promise.what}</span><span className={promise.kept ? 'mute' : ''}>{promise.kept ? t.kept : t.by(sayMoment(promise.due, { ...spoken, end: true }))}</span></li>)}</ul>
        </section>}
        <section>
          <h3>{t.course}</h3>
          <ol className="course">{view.course.map((one, i) => <li key={i}><time dateTime={one.at}>{sayShort(one.at, spoken)}</time><span>{SENTENCES[one.what][language === 'zh' ? 0 : 1](one, one.by ?? t.staff, one.due ? sayMoment(one.due, { ...spoken, end: true }) : '')}</span></li>)}</ol>
        </section>
        <footer className="paper"><span>{t.ourSignature}</span><span>{t.signature}</span><span>{t.printed} {sayExactly(now, { zone: view.zone, language })}</span></footer>
      </article>
    </>
  );
}
