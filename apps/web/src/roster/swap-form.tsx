import type { AskingSwap } from '@shouwen/contract/roster';
import { POSTS } from '@shouwen/contract/posts';
import type { Shift } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { StaffField } from '../staff/staff-field.tsx';
import { Button } from '../ui/button.tsx';
import { Field, TextField } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { dateOf } from '../ui/times.ts';
import { REQUEST_WORDS } from './request-words.ts';
import { rosterQuery, rosterTouched } from './roster-query.ts';
import { saySpan } from './say-span.ts';
import { weekBeside, weekOfDate } from './weeks.ts';

const WORDS = words({
  mine: ['我的哪一班', 'Which shift of mine'], other: ['和谁换', 'With whom'], theirs: ['换对方哪一班', 'For which of theirs'], none: ['不换，只请对方顶班', 'None, they just take it'],
  running: ['此班已开始，交出的是余下的时间。须先办交接班，由接班人签收后才能批准。', 'This shift has begun: what is left of it is given. Hand over first; once the taker has signed it can be approved.'],
});

/** SHF-01: a shift of mine that isn't over, for one of theirs to come or for none. */
export function SwapForm({ centre }: { centre: CentreHere }) {
  const r = useWords(REQUEST_WORDS);
  const t = useWords(WORDS);
  const say = useSay();
  const me = useMe();
  const now = useNow();
  const [language] = useLanguage();
  const week = weekOfDate(dateOf(now, centre.zone));
  const [first, second] = [useQuery(rosterQuery(centre.id, week)), useQuery(rosterQuery(centre.id, weekBeside(week, 1)))];
  const [shiftId, setShift] = useState('');
  const [withStaffId, setOther] = useState('');
  const [withShiftId, setTheirs] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct<AskingSwap>({ path: `/centres/${centre.id}/swaps`, touches: rosterTouched(centre.id) });
  const shifts = [...new Map([...first.data?.rows ?? [], ...second.data?.rows ?? []].filter(shift => Date.parse(shift.until) > now.getTime()).map(shift => [shift.id, shift])).values()];
  const begun = (shift: Shift) => Date.parse(shift.from) <= now.getTime();
  const chosen = shifts.find(shift => shift.id === shiftId);
  const options = (of: readonly Shift[]) => of.map(shift => <option key={shift.id} value={shift.id}>{saySpan(shift.from, shift.until, { zone: centre.zone, now, language })} {say(POSTS[shift.post])}</option>);
  return (
    <form className="stack" noValidate onSubmit={event => { event.preventDefault(); act.mutate({ shiftId, withStaffId, ...withShiftId && { withShiftId }, reason }); }}>
      <RefusalNote trouble={act.error} />
      <Field label={t.mine} name="shiftId" required hint={chosen && begun(chosen) ? t.running : undefined}>{control => <select {...control} className="in" value={shiftId} onChange={event => setShift(event.target.value)}><option value="" />{options(shifts.filter(shift => shift.staffId === me.id))}</select>}</Field>
      <StaffField label={t.other} name="withStaffId" required centreId={centre.id} value={withStaffId} onChange={id => { setOther(id); setTheirs(''); }} />
      <Field label={t.theirs} name="withShiftId">{control => <select {...control} className="in" value={withShiftId} onChange={event => setTheirs(event.target.value)}><option value="">{t.none}</option>{options(shifts.filter(shift => shift.staffId === withStaffId && !begun(shift)))}</select>}</Field>
      <TextField label={r.reason} name="reason" required value={reason} onChange={setReason} />
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending || !shiftId || !withStaffId || !reason.trim()}>{r.send}</Button><span className="s13 sub" role="status">{act.isSuccess && r.sent}</span></div>
    </form>
  );
}
