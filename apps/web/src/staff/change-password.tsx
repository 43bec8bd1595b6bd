import type { FirstPassword, FirstPasswordNeeded, PasswordChange } from '@shouwen/contract/staff';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get } from '../app/api.ts';
import { useMe } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { PasswordField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { PASSWORD_WORDS } from './new-password.ts';

const WORDS = words({ title: ['改密码', 'Change the password'], current: ['现在的密码', 'Password now'], fresh: ['新密码', 'New password'], again: ['再输一次新密码', 'New password again'], change: ['改密码', 'Change it'], wrong: ['现在的密码不对', 'That isn’t the password now'], done: ['密码已改，其他地方的登录都已退出。', 'Changed; you are signed out everywhere else.'],
  firstTitle: ['设密码', 'Set a password'], firstSays: [(userName: string) => `您是用一次性链接登录的，还没有密码。设好后用用户名 ${userName} 和密码登录。`, (userName: string) => `You came in by a one-time link and have no password yet. With one you sign in as ${userName}.`], set: ['设密码', 'Set it'],
  byLink: ['您用公司账号登录，没有密码。要设密码，请公司管理员给您一个一次性链接。', 'You sign in by your company account and have no password. For one, ask the company administrator for a one-time link.'] });

/** A new password, for whoever knows the present one; every other sign-in ends with it. Whoever came in by a link and has none chooses the first. */
export function ChangePassword() {
  const t = useWords(WORDS);
  const p = useWords(PASSWORD_WORDS);
  const say = useSay();
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [differ, setDiffer] = useState(false);
  const { data: { needed, byLinkAlone } } = useSuspenseQuery({ queryKey: ['first-password'], queryFn: ({ signal }) => get<FirstPasswordNeeded>('/me/first-password', {}, signal) });
  const change = useAct<PasswordChange | FirstPassword>({ path: needed ? '/me/first-password' : '/me/password', touches: [['sessions'], ['first-password']] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffer(password !== again);
    if (password === again) change.mutate(needed ? { password } : { current, password }, { onSuccess: () => { setCurrent(''); setPassword(''); setAgain(''); } });
  };
  const said = change.error?.said;
  const wrong = differ ? [{ field: 'again', text: p.differ }] : said?.code === 'wrong_password' ? [{ field: 'current', text: t.wrong }] : said?.field ? [{ field: said.field, text: say(said) }] : [];
  const errorOf = (field: string) => wrong.find(one => one.field === field)?.text;
  const shared = { required: true, shown, onShow: setShown, maxLength: 128 };
  if (needed && byLinkAlone) return <Panel title={t.firstTitle}><p>{t.byLink}</p></Panel>;
  return (
    <Panel title={needed ? t.firstTitle : t.title}>
      <form className="stack" style={{ maxWidth: 420 }} onSubmit={submit}>
        {needed && <p>{t.firstSays(me.userName ?? '')}</p>}
        <ErrorSummary errors={wrong} />
        {wrong.length === 0 && <RefusalNote trouble={change.error} />}
        <input type="hidden" autoComplete="username" value={me.userName ?? ''} readOnly />
        {!needed && <PasswordField {...shared} label={t.current} name="current" value={current} onChange={setCurrent} error={errorOf('current')} autoComplete="current-password" />}
        <PasswordField {...shared} label={t.fresh} name="password" hint={p.hint} value={password} onChange={setPassword} error={errorOf('password')} autoComplete="new-password" />
        <PasswordField {...shared} label={t.again} name="again" value={again} onChange={setAgain} error={errorOf('again')} autoComplete="new-password" />
        <div className="row wrap"><Button type="submit" disabled={change.isPending}>{needed ? t.set : t.change}</Button><span className="s13" role="status">{change.isSuccess && t.done}</span></div>
      </form>
    </Panel>
  );
}
