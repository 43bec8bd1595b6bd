import type { CodeNeeded, Me, OneTimePurpose, OneTimeUse } from '@shouwen/contract/staff';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { get } from '../app/api.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { PasswordField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, Loading, RefusalNote } from '../ui/notes.tsx';
import { Before } from './before.tsx';
import { CodeStep } from './code-step.tsx';
import { PASSWORD_WORDS } from './new-password.ts';

const WORDS = words({
  title: ['一次性链接', 'One-time link'], setPassword: [(name: string) => `${name}，请设新密码`, (name: string) => `${name}, choose a new password`], signIn: [(name: string) => `以${name}的身份登录`, (name: string) => `Sign in as ${name}`],
  says: ['链接只能用一次。', 'The link works once.'], set: ['设好并登录', 'Set it and sign in'], go: ['登录', 'Sign in'],
  own: ['登录后请到“登录与密码”设自己的密码，以后凭用户名登录。', 'Then choose a password of your own at “Sign-ins and password”.'],
});

/** `/once#token`: the token is in the part of the address that no server sees; the link sets a new password or signs in, once. */
export function OnceScreen() {
  const t = useWords(WORDS);
  const token = location.hash.slice(1);
  const { data: link, error, isPending } = useQuery({ queryKey: ['once', token], queryFn: ({ signal }) => get<OneTimePurpose>(`/one-time/${encodeURIComponent(token)}`, {}, signal), staleTime: Infinity });
  const title = !link ? t.title : link.purpose === 'set_password' ? t.setPassword(link.name) : t.signIn(link.name);
  return (
    <Before title={title} says={t.says}>
      {isPending ? <Loading /> : error instanceof Trouble ? <RefusalNote trouble={error} /> : link && <UseLink link={link} token={token} />}
    </Before>
  );
}

function UseLink({ link, token }: { link: OneTimePurpose; token: string }) {
  const t = useWords(WORDS);
  const p = useWords(PASSWORD_WORDS);
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [differ, setDiffer] = useState(false);
  const use = useAct<OneTimeUse, Me | CodeNeeded>({ path: `/one-time/${encodeURIComponent(token)}`, touches: [] });
  const sets = link.purpose === 'set_password';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffer(sets && password !== again);
    if (sets && password !== again) return;
    use.mutate(sets ? { password } : {}, { onSuccess: answer => { if (!('ticket' in answer)) go('/'); } });
  };
  const go = (to: '/' | '/sign-in') => { client.clear(); void navigate({ to, replace: true }); };
  const said = use.error?.said;
  const wrong = differ ? [{ field: 'again', text: p.differ }] : said?.field ? [{ field: said.field, text: say(said) }] : [];
  if (use.data && 'ticket' in use.data) return <CodeStep ticket={use.data.ticket} onDone={() => go('/')} onAgain={() => go('/sign-in')} />;
  return (
    <form onSubmit={submit}>
      <ErrorSummary errors={wrong} />
      {wrong.length === 0 && <RefusalNote trouble={use.error} />}
      <input type="hidden" autoComplete="username" value={link.userName} readOnly />
      {sets && <>
        <PasswordField label={p.password} name="password" hint={p.hint} required value={password} onChange={setPassword} error={said?.field === 'password' ? say(said) : undefined} shown={shown} onShow={setShown} autoComplete="new-password" maxLength={128} />
        <PasswordField label={p.again} name="again" required value={again} onChange={setAgain} error={differ ? p.differ : undefined} shown={shown} onShow={setShown} autoComplete="new-password" maxLength={128} />
      </>}
      {!sets && <p className="s13 mute">{t.own}</p>}
      <Button type="submit" look="primary" disabled={use.isPending}>{sets ? t.set : t.go}</Button>
    </form>
  );
}
