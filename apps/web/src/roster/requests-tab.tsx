import { REQUEST_KINDS, type AskingLeave, type AskingSwap, type Deciding, type EnteringOvertime, type RequestKind, type ShiftRequest } from '@shouwen/contract/roster';
import { POSTS } from '@shouwen/contract/posts';
import type { Shift } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay, useMe, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { StaffField } from '../staff/staff-field.tsx';
import { Button } from '../ui/button.tsx';
import { Filters } from '../ui/choice.tsx';
import { Field, TextField } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { Empty, Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { dateOf } from '../ui/times.ts';
import { requestsQuery, rosterQuery, rosterTouched } from './roster-query.ts';
import { saySpan } from './say-span.ts';
import { weekBeside, weekOfDate } from './weeks.ts';

const WORDS = words({
  list: ['申请与审核', 'Asked and decided'], empty: ['还没有换班、请假或加班', 'No swap, leave or overtime yet'], ask: ['新申请', 'Ask'], kind: ['哪一种', 'Which kind'], swap: ['换班', 'Swap'], leave: ['请假', 'Leave'], overtime: ['加班', 'Overtime'],
  from: ['从', 'From'], until: ['到', 'Until'], reason: ['原因', 'Why'], what: ['做了什么', 'What was done'], taker: ['由谁接手未了事项', 'Who takes over what is open'], send: ['提交', 'Send'], sent: ['已提交', 'Sent'],
  mine: ['我的哪一班', 'Which shift of mine'], other: ['和谁换', 'With whom'], theirs: ['换对方哪一班', 'For which of theirs'], none: ['不换，只请对方顶班', 'None, they just take it'],
  asked: ['待审批', 'asked'], agreed: ['对方已同意，待审批', 'agreed, to be decided'], approved: ['已批准', 'approved'], refused: ['未批准', 'refused'], withdrawn: ['已撤回', 'taken back'],
  agree: ['同意换班', 'Agree'], decline: ['不同意', 'Decline'], approve: ['批准', 'Approve'], refuse: ['不批准', 'Refuse'], why: ['不批准的原因', 'Why not'], takeBack: ['撤回', 'Take back'], by: [(name: string) => `${name} 审批`, (name: string) => `decided by ${name}`],
  with: [(name: string) => `与 ${name}`, (name: string) => `with ${name}`], takes: [(name: string) => `${name} 接手`, (name: string) => `${name} takes over`],
});

/** SHF-01: swaps, leave and overtime: asked, agreed, decided. */
export function RequestsTab({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const { data } = useQuery(requestsQuery(centre.id));
  const [kind, setKind] = useState<RequestKind>('leave');
  return (
    <div className="two">
      <Panel title={t.list}>{!data ? <Loading lines={4} /> : data.rows.length === 0 ? <Empty title={t.empty} /> : <ul className="papers">{data.rows.map(one => <RequestRow key={one.id} request={one} centre={centre} />)}</ul>}</Panel>
      <aside><Panel title={t.ask}><div className="stack">
        <Filters label={t.kind} value={kind} onChange={setKind} options={REQUEST_KINDS.map(value => ({ value, label: t[value] }))} />
        {kind === 'swap' ? <SwapForm centre={centre} /> : <TimeForm key={kind} kind={kind} centre={centre} />}
      </div></Panel></aside>
    </div>
  );
}

function TimeForm({ kind, centre }: { kind: 'leave' | 'overtime'; centre: CentreHere }) {
  const t = useWords(WORDS);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [text, setText] = useState('');
  const [takerId, setTaker] = useState('');
  const act = useAct<AskingLeave | EnteringOvertime>({ path: `/centres/${centre.id}/${kind === 'leave' ? 'leaves' : 'overtime'}`, touches: rosterTouched(centre.id) });
  return (
    <form className="stack" noValidate onSubmit={event => { event.preventDefault(); act.mutate(kind === 'leave' ? { from, until, reason: text, ...takerId && { takerId } } : { from, until, what: text }); }}>
      <RefusalNote trouble={act.error} />
      <MomentField label={t.from} name="from" required zone={centre.zone} value={from} onChange={setFrom} />
      <MomentField label={t.until} name="until" required zone={centre.zone} value={until} onChange={setUntil} />
      <TextField label={kind === 'leave' ? t.reason : t.what} name="text" required value={text} onChange={setText} />
      {kind === 'leave' && <StaffField label={t.taker} name="takerId" required centreId={centre.id} value={takerId} onChange={setTaker} />}
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending || !from || !until || !text.trim()}>{t.send}</Button><span className="s13 sub" role="status">{act.isSuccess && t.sent}</span></div>
    </form>
  );
}

function SwapForm({ centre }: { centre: CentreHere }) {
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
  const coming = [...new Map([...first.data?.rows ?? [], ...second.data?.rows ?? []].filter(shift => Date.parse(shift.from) > now.getTime()).map(shift => [shift.id, shift])).values()];
  const options = (of: readonly Shift[]) => of.map(shift => <option key={shift.id} value={shift.id}>{saySpan(shift.from, shift.until, { zone: centre.zone, now, language })} {say(POSTS[shift.post])}</option>);
  return (
    <form className="stack" noValidate onSubmit={event => { event.preventDefault(); act.mutate({ shiftId, withStaffId, ...withShiftId && { withShiftId }, reason }); }}>
      <RefusalNote trouble={act.error} />
      <Field label={t.mine} name="shiftId" required>{control => <select {...control} className="in" value={shiftId} onChange={event => setShift(event.target.value)}><option value="" />{options(coming.filter(shift => shift.staffId === me.id))}</select>}</Field>
      <StaffField label={t.other} name="withStaffId" required centreId={centre.id} value={withStaffId} onChange={id => { setOther(id); setTheirs(''); }} />
      <Field label={t.theirs} name="withShiftId">{control => <select {...control} className="in" value={withShiftId} onChange={event => setTheirs(event.target.value)}><option value="">{t.none}</option>{options(coming.filter(shift => shift.staffId === withStaffId))}</select>}</Field>
      <TextField label={t.reason} name="reason" required value={reason} onChange={setReason} />
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending || !shiftId || !withStaffId || !reason.trim()}>{t.send}</Button><span className="s13 sub" role="status">{act.isSuccess && t.sent}</span></div>
    </form>
  );
}

function RequestRow({ request, centre }: { request: ShiftRequest; centre: CentreHere }) {
  const t = useWords(WORDS);
  const say = useSay();
  const me = useMe();
  const keeps = useMay()('keep_roster');
  const now = useNow();
  const [language] = useLanguage();
  const [why, setWhy] = useState('');
  const touches = rosterTouched(centre.id);
  const { revision, state } = request;
  const agree = useAct<Deciding>({ path: `/shift-requests/${request.id}/agreement`, revision, touches });
  const decide = useAct<Deciding>({ path: `/shift-requests/${request.id}/decision`, revision, touches });
  const back = useAct<void>({ method: 'DELETE', path: `/shift-requests/${request.id}`, revision, touches });
  const options = { zone: centre.zone, now, language };
  const [mine, asks] = [request.staff.id === me.id, request.other?.id === me.id];
  const open = state === 'asked' || state === 'agreed';
  const decides = keeps && !mine && !asks && (request.kind === 'swap' ? state === 'agreed' : state === 'asked');
  return (
    <li>
      <div className="row wrap"><b>{request.staff.name}</b><Tag look="strong">{t[request.kind]}</Tag><span>{saySpan(request.from, request.until, options)}</span><Tag {...open && { look: 'warn' as const }}>{t[state]}</Tag></div>
      <p className="s13 sub">{request.words}{request.other && <> · {request.kind === 'swap' ? t.with(request.other.name) : t.takes(request.other.name)}</>}{request.otherShift && <> {saySpan(request.otherShift.from, request.otherShift.until, options)} {say(POSTS[request.otherShift.post])}</>}{request.decidedBy && <> · {t.by(request.decidedBy.name)}</>}{request.why && <>：{request.why}</>}</p>
      <RefusalNote trouble={agree.error ?? decide.error ?? back.error} />
      {decides && <TextField label={t.why} value={why} onChange={setWhy} />}
      <div className="row wrap">
        {request.kind === 'swap' && state === 'asked' && asks && <><Button small look="primary" disabled={agree.isPending} onClick={() => agree.mutate({ approved: true })}>{t.agree}</Button><Button small disabled={agree.isPending} onClick={() => agree.mutate({ approved: false })}>{t.decline}</Button></>}
        {decides && <><Button small look="primary" disabled={decide.isPending} onClick={() => decide.mutate({ approved: true })}>{t.approve}</Button><Button small disabled={decide.isPending || !why.trim()} onClick={() => decide.mutate({ approved: false, why })}>{t.refuse}</Button></>}
        {mine && (open || (state === 'approved' && request.kind === 'leave' && Date.parse(request.from) > now.getTime())) && <Button small look="text" disabled={back.isPending} onClick={() => back.mutate()}>{t.takeBack}</Button>}
      </div>
    </li>
  );
}
