import { useEffect, useRef, type ReactNode } from 'react';
import { Trouble, type Said } from '../app/trouble.ts';
import { useSay, useWords, words } from './language.tsx';
import { Button } from './button.tsx';
import './notes.css';

const WORDS = words({
  wrong: ['有几处要改', 'A few things to put right'],
  loading: ['正在读取', 'Loading'],
  offline: ['没有连上服务器。填写的内容还在，请再试一次。', 'No connection to the server. What you typed is kept; please try again.'],
  broken: ['系统出错，没有办成。填写的内容还在，请再试一次；仍不行请告诉管理员。', 'Something broke and nothing was done. What you typed is kept; try again, and tell the administrator if it stays so.'],
  stale: ['这件事刚被别人改过，已显示最新情况。请看过后再提交，填写的内容还在。', 'Somebody has just changed this. You now see the newer state; look, then send again. What you typed is kept.'],
  busy: ['操作太频繁，请稍等片刻再试。', 'Too many requests. Please wait a moment.'],
  notFound: ['没有这一项，或不归您看。', 'There is no such thing, or it isn’t yours to see.'],
  signedOut: ['登录已失效，请重新登录。填写的内容还在。', 'You are signed out. Sign in again; what you typed is kept.'],
  input: ['有内容不合要求。', 'Something entered isn’t valid.'],
  again: ['再试一次', 'Try again'],
  noPermission: ['您的岗位没有这项权限', 'Your post doesn’t include this'],
  askWho: ['需要时请联系公司管理员调整岗位。', 'If you need it, ask the company administrator about your posts.'],
});

/** What isn't so, in a quiet box: `warn` to notice, `bad` for a refusal (read out at once). */
export function Note({ look, children }: { look?: 'warn' | 'bad'; children: ReactNode }) {
  return <div className={`note ${look ?? ''}`} role={look === 'bad' ? 'alert' : undefined}>{children}</div>;
}

/** Why something was not done: the rule's id and words, what to do instead; for trouble without a rule, what happened and that nothing is lost. */
export function RefusalNote({ trouble, onAgain }: { trouble: Trouble | Said | null | undefined; onAgain?: (() => void) | undefined }) {
  const t = useWords(WORDS);
  const say = useSay();
  if (!trouble) return null;
  const [kind, said] = trouble instanceof Trouble ? [trouble.kind, trouble.said] : ['refused' as const, trouble];
  const plain = { offline: t.offline, broken: t.broken, stale: t.stale, busy: t.busy, not_found: t.notFound, signed_out: t.signedOut, refused: t.input, input: t.input }[kind];
  const ruled = said && kind !== 'stale' && kind !== 'broken';
  return (
    <Note look="bad">
      <p>{ruled ? say(said) : plain}</p>
      {ruled && said.todo && <p>{say(said.todo)}</p>}
      {ruled && /^[A-Z]/.test(said.rule) && <p className="s12">{said.rule}</p>}
      {onAgain && (kind === 'offline' || kind === 'broken') && <Button small onClick={onAgain}>{t.again}</Button>}
    </Note>
  );
}

/** All that is wrong with a form, on top of it; each line leads to its field (`name`). Takes the focus when it appears. */
export function ErrorSummary({ errors }: { errors: readonly { field?: string | undefined; text: string }[] }) {
  const t = useWords(WORDS);
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => { if (count > 0) box.current?.focus(); }, [count]);
  if (count === 0) return null;
  return (
    <div className="note bad" role="alert" tabIndex={-1} ref={box}>
      <h2 className="s13"><b>{t.wrong}</b></h2>
      <ul>{errors.map(({ field, text }) => (
        <li key={`${field ?? ''}${text}`}>{field ? <a href={`#field-${field}`} onClick={event => { event.preventDefault(); document.getElementById(`field-${field}`)?.focus(); }}>{text}</a> : text}</li>
      ))}</ul>
    </div>
  );
}

/** Nothing here: why that is so, and what one can do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return <div className="empty"><p>{title}</p>{children && <div className="s13 mute">{children}</div>}</div>;
}

/** Grey lines where the text will stand. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const t = useWords(WORDS);
  return <div className="loading" role="status" aria-label={t.loading}>{Array.from({ length: lines }, (_, at) => <span key={at} style={{ width: `${[92, 78, 85, 60][at % 4]}%` }} />)}</div>;
}

/** Somebody came by an address to what their posts don't include. */
export function NoPermission() {
  const t = useWords(WORDS);
  return <Empty title={t.noPermission}>{t.askWho}</Empty>;
}
