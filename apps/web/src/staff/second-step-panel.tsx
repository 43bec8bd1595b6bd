import type { Totp, TotpCode } from '@shouwen/contract/staff';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get } from '../app/api.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { SetUpSecondStep } from './set-up-second-step.tsx';

const WORDS = words({
  title: ['两步验证', 'Second step'], on: ['已开启', 'On'], off: ['未开启', 'Off'], why: ['开启后，登录时除密码外还要输入手机上的验证码；别人知道密码也进不来。', 'With it, signing in asks for a code of your phone besides the password: who knows only the password stays out.'],
  required: ['您的岗位须开启。', 'Your post must have it.'], left: [(n: number) => `还有 ${n} 个恢复码没有用过。`, (n: number) => `${n} recovery ${n === 1 ? 'code' : 'codes'} not used yet.`],
  phone: ['换手机：先关闭，再重新设置。', 'For another phone, turn it off and set it up again.'], code: ['验证码或恢复码', 'Code, or recovery code'], turnOff: ['关闭两步验证', 'Turn it off'], cancel: ['取消', 'Cancel'],
});

/** One's own second step: setting it up, and turning it off by a code. */
export function SecondStepPanel() {
  const t = useWords(WORDS);
  const client = useQueryClient();
  const { data } = useSuspenseQuery({ queryKey: ['totp'], queryFn: ({ signal }) => get<Totp>('/me/totp', {}, signal) });
  const [code, setCode] = useState<string | null>(null);
  const off = useAct<TotpCode>({ path: '/me/totp/off', touches: [['totp'], ['me']] });
  const submit = (event: FormEvent) => { event.preventDefault(); if (code && !off.isPending) off.mutate({ code: code.trim() }, { onSuccess: () => { setCode(null); setConfirmed(false); } }); };
  const [confirmed, setConfirmed] = useState(false);
  const on = data.on || confirmed;
  const done = () => void Promise.all([['totp'], ['sessions'], ['me']].map(queryKey => client.invalidateQueries({ queryKey })));
  return (
    <Panel title={t.title} tools={<Tag look={on ? 'strong' : 'warn'}>{on ? t.on : t.off}</Tag>}>
      <div className="stack">
        {!(confirmed && !data.on) && <p className="s13 sub">{data.on ? <>{t.left(data.recoveryCodesLeft)}{t.phone}</> : t.why}{data.required && t.required}</p>}
        {!data.on ? <SetUpSecondStep onConfirmed={() => setConfirmed(true)} onDone={done} /> : code === null ? <div><Button onClick={() => setCode('')}>{t.turnOff}</Button></div> : (
          <form className="stack" style={{ maxWidth: 420 }} onSubmit={submit}>
            <RefusalNote trouble={off.error} />
            <TextField label={t.code} name="totpOff" autoComplete="one-time-code" autoFocus required minLength={6} maxLength={40} value={code} onChange={setCode} />
            <div className="row"><Button type="submit" disabled={off.isPending}>{t.turnOff}</Button><Button look="text" onClick={() => setCode(null)}>{t.cancel}</Button></div>
          </form>
        )}
      </div>
    </Panel>
  );
}
