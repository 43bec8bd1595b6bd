import type { TotpReset } from '@shouwen/contract/staff';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';

const WORDS = words({ reset: ['重置两步验证', 'Reset the second step'], why: ['手机丢失、恢复码也没有时。其所有登录随即退出。', 'For a lost phone without recovery codes. All their sign-ins end.'], reason: ['原因', 'Reason'], cancel: ['取消', 'Cancel'], done: ['已重置，原因已留档。', 'Reset; the reason is on record.'] });

/** Takes somebody's second step away, with the reason. */
export function ResetSecondStep({ staffId }: { staffId: string }) {
  const t = useWords(WORDS);
  const [reason, setReason] = useState<string | null>(null);
  const act = useAct<TotpReset>({ path: `/staff/${staffId}/totp-resets`, touches: [['sign-in-settings']] });
  const submit = (event: FormEvent) => { event.preventDefault(); if (reason?.trim() && !act.isPending) act.mutate({ reason: reason.trim() }, { onSuccess: () => setReason(null) }); };
  if (reason === null) return <div className="row wrap"><Button onClick={() => setReason('')}>{t.reset}</Button><span className="s12 mute" role="status">{act.isSuccess ? t.done : t.why}</span></div>;
  return (
    <form className="stack" onSubmit={submit}>
      <RefusalNote trouble={act.error} />
      <TextField label={t.reason} name={`reason-${staffId}`} required autoFocus maxLength={500} value={reason} onChange={setReason} />
      <div className="row"><Button type="submit" disabled={act.isPending || !reason.trim()}>{t.reset}</Button><Button look="text" onClick={() => setReason(null)}>{t.cancel}</Button></div>
    </form>
  );
}
