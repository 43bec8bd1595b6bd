import type { PasswordChange } from '@shouwen/contract/staff';
import { useState, type FormEvent } from 'react';
import { useMe } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { PasswordField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { PASSWORD_WORDS } from './new-password.ts';

const WORDS = words({ title: ['改密码', 'Change the password'], current: ['现在的密码', 'Password now'], fresh: ['新密码', 'New password'], again: ['再输一次新密码', 'New password again'], change: ['改密码', 'Change it'], wrong: ['现在的密码不对', 'That isn’t the password now'], done: ['密码已改，其他地方的登录都已退出。', 'Changed; you are signed out everywhere else.'] });

/** A new password, for whoever knows the present one; every other sign-in ends with it. */
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
  const change = useAct<PasswordChange>({ path: '/me/password', touches: [['sessions']] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffer(password !== again);
    if (password === again) change.mutate({ current, password }, { onSuccess: () => { setCurrent(''); setPassword(''); setAgain(''); } });
  };
  const said = change.error?.said;
  const wrong = differ ? [{ field: 'again', text: p.differ }] : said?.code === 'wrong_password' ? [{ field: 'current', text: t.wrong }] : said?.field ? [{ field: said.field, text: say(said) }] : [];
  const errorOf = (field: string) => wrong.find(one => one.field === field)?.text;
  const shared = { required: true, shown, onShow: setShown, maxLength: 128 };
  return (
    <Panel title={t.title}>
      <form className="stack" style={{ maxWidth: 420 }} onSubmit={submit}>
        <ErrorSummary errors={wrong} />
        {wrong.length === 0 && <RefusalNote trouble={change.error} />}
        <input type="hidden" autoComplete="username" value={me.userName ?? ''} readOnly />
        <PasswordField {...shared} label={t.current} name="current" value={current} onChange={setCurrent} error={errorOf('current')} autoComplete="current-password" />
        <PasswordField {...shared} label={t.fresh} name="password" hint={p.hint} value={password} onChange={setPassword} error={errorOf('password')} autoComplete="new-password" />
        <PasswordField {...shared} label={t.again} name="again" value={again} onChange={setAgain} error={errorOf('again')} autoComplete="new-password" />
        <div className="row wrap"><Button type="submit" disabled={change.isPending}>{t.change}</Button><span className="s13" role="status">{change.isSuccess && t.done}</span></div>
      </form>
    </Panel>
  );
}
