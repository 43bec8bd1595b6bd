import type { AskingLeave, EnteringOvertime } from '@shouwen/contract/roster';
import { useState } from 'react';
import type { CentreHere } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { StaffField } from '../staff/staff-field.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { REQUEST_WORDS } from './request-words.ts';
import { rosterTouched } from './roster-query.ts';

const WORDS = words({ what: ['做了什么', 'What was done'], taker: ['由谁接手未了事项', 'Who takes over what is open'], nobody: ['不指定，由直接上级代管', 'Nobody named: it goes to the next above'] });

/** SHF-01: leave is asked beforehand, with who takes over (FCR-35); overtime is entered afterwards. */
export function TimeForm({ kind, centre, needsTaker }: { kind: 'leave' | 'overtime'; centre: CentreHere; needsTaker: boolean }) {
  const r = useWords(REQUEST_WORDS);
  const t = useWords(WORDS);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [text, setText] = useState('');
  const [takerId, setTaker] = useState('');
  const act = useAct<AskingLeave | EnteringOvertime>({ path: `/centres/${centre.id}/${kind === 'leave' ? 'leaves' : 'overtime'}`, touches: rosterTouched(centre.id) });
  return (
    <form className="stack" noValidate onSubmit={event => { event.preventDefault(); act.mutate(kind === 'leave' ? { from, until, reason: text, ...takerId && { takerId } } : { from, until, what: text }); }}>
      <RefusalNote trouble={act.error} />
      <MomentField label={r.from} name="from" required zone={centre.zone} value={from} onChange={setFrom} />
      <MomentField label={r.until} name="until" required zone={centre.zone} value={until} onChange={setUntil} />
      <TextField label={kind === 'leave' ? r.reason : t.what} name="text" required value={text} onChange={setText} />
      {kind === 'leave' && <StaffField label={t.taker} name="takerId" required={needsTaker} {...!needsTaker && { nobody: t.nobody }} centreId={centre.id} value={takerId} onChange={setTaker} />}
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending || !from || !until || !text.trim()}>{r.send}</Button><span className="s13 sub" role="status">{act.isSuccess && r.sent}</span></div>
    </form>
  );
}
