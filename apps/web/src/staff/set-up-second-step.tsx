import type { RecoveryCodes, TotpBegun, TotpCode } from '@shouwen/contract/staff';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Note, RefusalNote } from '../ui/notes.tsx';
import { Qr } from './qr.tsx';
import './second-step.css';

const WORDS = words({
  begin: ['开始设置', 'Set it up'], scan: ['用手机上的验证器（任何一种动态验证码应用）扫这个码：', 'Scan this with an authenticator app on your phone:'], qr: ['两步验证的二维码', 'QR code of the second step'], byHand: ['不能扫码时，手工输入密钥：', 'Without a camera, type in the key:'],
  code: ['应用显示的 6 位验证码', 'The six digits it shows'], confirm: ['开启', 'Turn it on'], on: ['两步验证已开启，其他地方的登录都已退出。', 'The second step is on; you are signed out everywhere else.'],
  keep: ['恢复码只在这里显示一次。请打印或抄下，放在手机以外的地方；每个只能用一次。', 'The recovery codes are shown only here and now. Keep them apart from the phone; each works once.'], codes: ['恢复码', 'Recovery codes'], kept: ['已经存好', 'I have kept them'],
});

/** Setting up an authenticator app: scan, confirm by a code, keep the recovery codes. */
export function SetUpSecondStep({ onConfirmed, onDone }: { onConfirmed?: () => void; onDone: () => void }) {
  const t = useWords(WORDS);
  const [code, setCode] = useState('');
  const begin = useAct<void, TotpBegun>({ path: '/me/totp', touches: [] });
  const confirm = useAct<TotpCode, RecoveryCodes>({ path: '/me/totp/confirmations', touches: [] });
  const submit = (event: FormEvent) => { event.preventDefault(); if (!confirm.isPending) confirm.mutate({ code: code.trim() }, { ...onConfirmed && { onSuccess: onConfirmed }, onError: () => { setCode(''); document.getElementById('field-totp')?.focus(); } }); };
  if (confirm.data) return (
    <div className="stack">
      <p role="status">{t.on}</p>
      <Note look="warn"><p>{t.keep}</p></Note>
      <ul className="codes" aria-label={t.codes}>{confirm.data.recoveryCodes.map(one => <li key={one}><code>{one}</code></li>)}</ul>
      <div className="noprint"><Button look="primary" onClick={onDone}>{t.kept}</Button></div>
    </div>
  );
  if (!begin.data) return <div className="stack"><RefusalNote trouble={begin.error} /><div><Button look="primary" disabled={begin.isPending} onClick={() => begin.mutate()}>{t.begin}</Button></div></div>;
  return (
    <div className="setup">
      <div className="stack"><p className="s13">{t.scan}</p><Qr text={begin.data.uri} label={t.qr} /></div>
      <form onSubmit={submit}>
        <p className="s13">{t.byHand} <code className="bysecret">{begin.data.secret.match(/.{1,4}/g)!.join(' ')}</code></p>
        <RefusalNote trouble={confirm.error} />
        <TextField label={t.code} name="totp" autoComplete="one-time-code" inputMode="numeric" required minLength={6} maxLength={10} value={code} onChange={setCode} />
        <div><Button type="submit" look="primary" disabled={confirm.isPending}>{t.confirm}</Button></div>
      </form>
    </div>
  );
}
