import type { CodeNeeded, Me, SignIn } from '@shouwen/contract/staff';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { meQuery } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import type { Trouble } from '../app/trouble.ts';
import { Button } from '../ui/button.tsx';
import { PasswordField, TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Note, RefusalNote } from '../ui/notes.tsx';
import { Before } from './before.tsx';
import { CodeStep } from './code-step.tsx';
import { ProviderDoors } from './provider-doors.tsx';

const WORDS = words({
  title: ['登录', 'Sign in'], userName: ['用户名', 'User name'], password: ['密码', 'Password'], go: ['登录', 'Sign in'],
  failed: ['没有登录成功：', 'Not signed in: '], left: [(n: number) => `还可尝试 ${n} 次。`, (n: number) => `${n} more ${n === 1 ? 'try' : 'tries'}.`],
  forgot: ['忘记密码请找公司管理员，用一次性链接重设；不要借用他人账号。', 'Forgot the password? The company administrator makes you a one-time link. Never use somebody else’s account.'],
  shared: ['前台公用电脑交接班时请退出，由接班人登录。', 'At a shared desk, sign out when your shift ends; the next person signs in.'],
});

/** Where everybody comes in; goes on to where one was. */
export function SignInScreen() {
  const t = useWords(WORDS);
  const client = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const signIn = useAct<SignIn, Me | CodeNeeded>({ path: '/sign-in', touches: [] });
  const [ticket, setTicket] = useState<string | null>(null);
  const enter = async () => { client.removeQueries({ queryKey: meQuery.queryKey }); await client.fetchQuery(meQuery); router.history.push(next ?? '/'); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ userName: userName.trim(), password }, {
      onSuccess: answer => 'ticket' in answer ? setTicket(answer.ticket) : enter(),
      onError: () => document.getElementById('field-password')?.focus(),
    });
  };
  const wrong = signIn.error?.said?.code === 'wrong_password';
  if (ticket) return <Before title={t.title}><CodeStep ticket={ticket} onDone={() => void enter()} onAgain={() => { setTicket(null); setPassword(''); }} /></Before>;
  return (
    <Before title={t.title}>
      {wrong ? <WrongPassword trouble={signIn.error!} /> : <RefusalNote trouble={signIn.error} />}
      <form onSubmit={submit}>
        <TextField label={t.userName} name="userName" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus required value={userName} onChange={setUserName} maxLength={30} />
        <PasswordField label={t.password} name="password" autoComplete="current-password" required value={password} onChange={setPassword} shown={shown} onShow={setShown} maxLength={128} />
        <Button type="submit" look="primary" keyHint="⏎" disabled={signIn.isPending}>{t.go}</Button>
      </form>
      <ProviderDoors next={next} />
      {!wrong && <p className="s12 mute">{t.forgot}</p>}
      <p className="s12 mute">{t.shared}</p>
    </Before>
  );
}

function WrongPassword({ trouble }: { trouble: Trouble }) {
  const t = useWords(WORDS);
  const say = useSay();
  const left = trouble.said?.triesLeft;
  return <Note look="bad"><p><b>{t.failed}</b>{trouble.said && say(trouble.said)}{left !== undefined && t.left(left)}</p><p>{t.forgot}</p></Note>;
}
