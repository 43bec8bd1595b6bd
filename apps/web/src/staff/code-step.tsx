import type { CodeGiven, Me } from '@shouwen/contract/staff';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';

const WORDS = words({
  says: ['请打开手机上的验证器，输入现在显示的 6 位验证码。', 'Open the authenticator on your phone and give the six digits it shows now.'], code: ['验证码', 'Code'], go: ['登录', 'Sign in'],
  lost: ['手机不在手边，可输入一个恢复码；都没有请找公司管理员重置。', 'Without the phone, give a recovery code; without either, ask the company administrator.'], again: ['重新登录', 'Sign in anew'],
});

/** The second step of signing in, after the password, the link or the provider. */
export function CodeStep({ ticket, onDone, onAgain }: { ticket: string; onDone: () => void; onAgain: () => void }) {
  const t = useWords(WORDS);
  const [code, setCode] = useState('');
  const act = useAct<CodeGiven, Me>({ path: '/sign-in/code', touches: [] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!act.isPending) act.mutate({ ticket, code: code.trim() }, { onSuccess: onDone, onError: () => { setCode(''); document.getElementById('field-code')?.focus(); } });
  };
  return (
    <form onSubmit={submit}>
      <p className="s13 sub">{t.says}</p>
      <RefusalNote trouble={act.error} />
      <TextField label={t.code} name="code" autoComplete="one-time-code" inputMode="text" autoCapitalize="none" spellCheck={false} autoFocus required minLength={6} maxLength={40} value={code} onChange={setCode} />
      <Button type="submit" look="primary" keyHint="⏎" disabled={act.isPending}>{t.go}</Button>
      <p className="s12 mute">{t.lost}</p>
      <div><Button look="text" small onClick={onAgain}>{t.again}</Button></div>
    </form>
  );
}
