import type { Deciding, ShiftRequest } from '@shouwen/contract/roster';
import { POSTS } from '@shouwen/contract/posts';
import { useState } from 'react';
import type { CentreHere } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Tag } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { EndLeaveForm } from './end-leave-form.tsx';
import { REQUEST_WORDS } from './request-words.ts';
import { RosterRow, useRosterRow } from './roster-row.tsx';

const WORDS = words({
  asked: ['待审批', 'to be decided'], agreed: ['对方已同意，待审批', 'agreed, to be decided'], approved: ['已批准', 'approved'], refused: ['未批准', 'refused'], withdrawn: ['已撤回', 'taken back'], toAgree: ['待对方答复', 'for the other to answer'],
  agree: ['同意换班', 'Agree'], decline: ['不同意', 'Decline'], approve: ['批准', 'Approve'], refuse: ['不批准', 'Refuse'], why: ['不批准的原因', 'Why not'], takeBack: ['撤回', 'Take back'], end: ['提前结束请假', 'End the leave early'],
  by: [(name: string) => `${name} 审批`, (name: string) => `decided by ${name}`], with: [(name: string) => `与 ${name}`, (name: string) => `with ${name}`], takes: [(name: string) => `${name} 接手`, (name: string) => `${name} takes over`],
  ended: [(at: string, name: string, why: string) => `提前到 ${at} 结束，${name} 登记：${why}`, (at: string, name: string, why: string) => `ends early, ${at}, entered by ${name}: ${why}`],
});

/** SHF-01: what was asked, how it stands, and what whoever looks at it may do. */
export function RequestRow({ request, centre }: { request: ShiftRequest; centre: CentreHere }) {
  const r = useWords(REQUEST_WORDS);
  const t = useWords(WORDS);
  const say = useSay();
  const { me, keeps, now, options, span, touches } = useRosterRow(centre);
  const [why, setWhy] = useState('');
  const [ending, setEnding] = useState(false);
  const { id, revision, state, kind, other, otherShift, ended } = request;
  const agree = useAct<Deciding>({ path: `/shift-requests/${id}/agreement`, revision, touches });
  const decide = useAct<Deciding>({ path: `/shift-requests/${id}/decision`, revision, touches });
  const back = useAct<void>({ method: 'DELETE', path: `/shift-requests/${id}`, revision, touches });
  const [mine, asks] = [request.staff.id === me.id, other?.id === me.id];
  const open = state === 'asked' || state === 'agreed';
  const decides = keeps && !mine && !asks && (kind === 'swap' ? state === 'agreed' : state === 'asked');
  const onLeave = kind === 'leave' && state === 'approved';
  const begun = Date.parse(request.from) <= now.getTime();
  const ends = onLeave && begun && !ended && Date.parse(request.until) > now.getTime() && (mine || keeps);
  return (
    <RosterRow name={request.staff.name} when={span(request.from, request.until)} marks={<><Tag look="strong">{r[kind]}</Tag><Tag {...open && { look: 'warn' as const }}>{kind === 'swap' && state === 'asked' ? t.toAgree : t[state]}</Tag></>}
      says={<>{request.words}{other && <> · {kind === 'swap' ? t.with(other.name) : t.takes(other.name)}</>}{otherShift && <> {span(otherShift.from, otherShift.until)} {say(POSTS[otherShift.post])}</>}
        {request.decidedBy && <> · {t.by(request.decidedBy.name)}</>}{request.why && <>：{request.why}</>}{ended && <> · {t.ended(sayMoment(ended.at, { ...options, end: true }), ended.by.name, ended.why)}</>}</>}
      trouble={agree.error ?? decide.error ?? back.error}
      field={decides ? <TextField label={t.why} value={why} onChange={setWhy} /> : ending && ends && <EndLeaveForm leave={request} centre={centre} onDone={() => setEnding(false)} />}>
      {kind === 'swap' && state === 'asked' && asks && <><Button small look="primary" disabled={agree.isPending} onClick={() => agree.mutate({ approved: true })}>{t.agree}</Button><Button small disabled={agree.isPending} onClick={() => agree.mutate({ approved: false })}>{t.decline}</Button></>}
      {decides && <><Button small look="primary" disabled={decide.isPending} onClick={() => decide.mutate({ approved: true })}>{t.approve}</Button><Button small disabled={decide.isPending || !why.trim()} onClick={() => decide.mutate({ approved: false, why })}>{t.refuse}</Button></>}
      {mine && (open || (onLeave && !begun)) && <Button small look="text" disabled={back.isPending} onClick={() => back.mutate()}>{t.takeBack}</Button>}
      {ends && !ending && <Button small onClick={() => setEnding(true)}>{t.end}</Button>}
    </RosterRow>
  );
}
