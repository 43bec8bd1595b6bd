import type { UnbindingAccount } from '@shouwen/contract/staff';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';

const WORDS = words({ unbind: ['解除公司账号绑定', 'Unbind the company account'], why: ['公司账号换了时。其所有登录随即退出，下次按用户名重新绑定。', 'When the account was replaced. All their sign-ins end; the next one binds by user name.'], reason: ['原因', 'Reason'], cancel: ['取消', 'Cancel'], done: ['已解除，原因已留档。', 'Unbound; the reason is on record.'] });

/** Frees somebody from the account of the company's provider that they sign in by, with the reason. */
export function UnbindAccount({ staffId }: { staffId: string }) {
  const t = useWords(WORDS);
  const [reason, setReason] = useState<string | null>(null);
  const act = useAct<UnbindingAccount>({ path: `/staff/${staffId}/provider-unbindings`, touches: [] });
  const submit = (event: FormEvent) => { event.preventDefault(); if (reason?.trim() && !act.isPending) act.mutate({ reason: reason.trim() }, { onSuccess: () => setReason(null) }); };
  if (reason === null) return <div className="row wrap"><Button onClick={() => setReason('')}>{t.unbind}</Button><span className="s12 mute" role="status">{act.isSuccess ? t.done : t.why}</span></div>;
  return (
    <form className="stack" onSubmit={submit}>
      <RefusalNote trouble={act.error} />
      <TextField label={t.reason} name={`unbind-${staffId}`} required autoFocus maxLength={500} value={reason} onChange={setReason} />
      <div className="row"><Button type="submit" disabled={act.isPending || !reason.trim()}>{t.unbind}</Button><Button look="text" onClick={() => setReason(null)}>{t.cancel}</Button></div>
    </form>
  );
}
