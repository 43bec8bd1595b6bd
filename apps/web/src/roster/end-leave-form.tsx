import type { EndingLeave, ShiftRequest } from '@shouwen/contract/roster';
import { useState } from 'react';
import type { CentreHere } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { rosterTouched } from './roster-query.ts';

const WORDS = words({
  says: ['此后的班次恢复；已由接手人接手的事项仍归其负责。', 'The shifts after that stand again; what was taken over stays with the taker.'], at: ['何时结束（不填即现在）', 'When it ends (empty: now)'], why: ['提前结束的原因', 'Why it ends early'],
  end: ['结束请假', 'End the leave'], close: ['收起', 'Close'],
});

/** SHF-01: a leave ends before its time: when and why. */
export function EndLeaveForm({ leave, centre, onDone }: { leave: ShiftRequest; centre: CentreHere; onDone: () => void }) {
  const t = useWords(WORDS);
  const [at, setAt] = useState('');
  const [why, setWhy] = useState('');
  const act = useAct<EndingLeave>({ path: `/shift-requests/${leave.id}/early-end`, revision: leave.revision, touches: rosterTouched(centre.id) });
  return (
    <form className="stack" noValidate onSubmit={event => { event.preventDefault(); act.mutate({ ...at && { at }, why }, { onSuccess: onDone }); }}>
      <p className="s13 sub">{t.says}</p>
      <RefusalNote trouble={act.error} />
      <MomentField label={t.at} name="at" zone={centre.zone} value={at} onChange={setAt} />
      <TextField label={t.why} name="why" required value={why} onChange={setWhy} />
      <div className="row"><Button small type="submit" look="primary" disabled={act.isPending || !why.trim()}>{t.end}</Button><Button small look="text" onClick={onDone}>{t.close}</Button></div>
    </form>
  );
}
