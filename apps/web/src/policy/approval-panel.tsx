import type { Approval, PolicyDraft, PolicyPage } from '@shouwen/contract/policy';
import { useState, type FormEvent } from 'react';
import { useMe, useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { useDraft } from '../app/use-draft.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { PersonChip } from '../ui/person-chip.tsx';
import { sayShort } from '../ui/times.ts';
import { useDraftAct } from './use-change.ts';
import { Course } from './versions-panel.tsx';

const WORDS = words({
  title: ['审批', 'Approval'], drafts: ['起草', 'drafts'], approves: ['批准', 'approves'], required: ['版本须由起草人以外的人批准', 'Somebody other than the author approves each version'], free: ['本公司未要求第二人批准', 'No second person is asked for'], isRequired: ['本公司要求第二人批准', 'A second person is asked for'],
  states: [(state: string, time: string) => ({ draft: `编辑中，${time} 已存`, submitted: '已送审', approved: '已批准' })[state] ?? state, (state: string, time: string) => ({ draft: `being edited, kept ${time}`, submitted: 'submitted', approved: 'approved' })[state] ?? state], waiting: ['等待审批', 'waits'], notYet: ['待送审', 'not submitted'], second: ['第二人', 'A second person'], turned: [(on: boolean): string => on ? '要求第二人批准' : '不再要求第二人批准', (on: boolean): string => on ? 'A second person is asked for' : 'No second person is asked for any more'], turnedCourse: [(n: number) => `启停记录 ${n}`, (n: number) => `Turned on and off: ${n}`],
  why: ['理由', 'Why'], needWhy: ['请写明理由。', 'Write why.'], turnOn: ['从现在起要求', 'Ask for it from now on'], turnOff: ['从现在起不要求', 'Ask for it no more'], leave: ['不改了', 'Leave it'], yourself: ['起草人不能自己批准', 'the author can’t approve it'],
  note: ['意见', 'Note'], reason: ['退回理由', 'Why it is sent back'], needReason: ['请写明退回理由。', 'Write why.'], withdraw: ['撤回修改', 'Withdraw'], approve: ['批准', 'Approve'], sendBack: ['退回', 'Send back'], course: ['经过', 'What happened'],
});
type Step = 'withdraw' | 'approve' | 'send-back';

/** Who drafts, who approves, what they said; a second person where the company asks for one. */
export function ApprovalPanel({ page, draft }: { page: PolicyPage; draft: PolicyDraft | null }) {
  const t = useWords(WORDS);
  return (
    <Panel title={t.title}>
      <div className="stack">
        {draft && <><People draft={draft} /><Steps key={draft.state} draft={draft} /><details className="s13"><summary>{t.course}</summary><Course why={null} history={draft.history} /></details></>}
        {page.may.setApproval ? <Required key={String(page.approval.required)} page={page} /> : <p className="s12 mute">{page.approval.required ? t.isRequired : t.free}</p>}
        {page.approval.history.length > 0 && <Turned history={page.approval.history} />}
      </div>
    </Panel>
  );
}

function People({ draft }: { draft: PolicyDraft }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const approved = draft.state === 'approved' ? draft.history.findLast(({ what }) => what === 'approved') : undefined;
  return (
    <ul className="stack people">
      <li className="row between"><PersonChip name={draft.author.name} post={t.drafts} /><span className="s12 sub">{t.states(draft.state, sayShort(draft.changedAt, { zone, now, language }))}</span></li>
      <li className="row between">{approved ? <PersonChip name={approved.by.name} post={t.approves} /> : <span className="s13 mute">{t.second} {t.approves}</span>}<span className="s12 mute">{approved ? sayShort(approved.at, { zone, now, language }) : draft.state === 'submitted' ? t.waiting : t.notYet}</span></li>
    </ul>
  );
}

function Steps({ draft }: { draft: PolicyDraft }) {
  const t = useWords(WORDS);
  const me = useMe();
  const note = useDraft(`policy.${draft.id}.note`, '');
  const [needs, setNeeds] = useState(false);
  const act = useDraftAct<{ step: Step; note?: string }>(draft, { path: ({ step }) => `/policy/drafts/${draft.id}/${step}`, body: ({ note: said }) => (said ? { note: said } : {}) });
  const go = (step: Step) => {
    const said = note.value.trim();
    if (step === 'send-back' && !said) { setNeeds(true); return; }
    if (!act.isPending) act.mutate({ step, ...(said && { note: said }) }, { onSuccess: note.clear });
  };
  const { may } = draft;
  const own = draft.state === 'submitted' && draft.author.id === me.id && !may.approve;
  const submit = (event: FormEvent) => { event.preventDefault(); if (may.approve) go('approve'); };
  if (!may.approve && !may.withdraw && !own) return null;
  return (
    <form className="stack" onSubmit={submit}>
      {may.approve && <TextArea label={t.note} rows={1} value={note.value} onChange={value => { note.change(value); setNeeds(false); }} error={needs ? t.needReason : undefined} maxLength={1000} />}
      <RefusalNote trouble={act.error} />
      <div className="row wrap">
        {may.approve && <><Button type="submit" look="primary" disabled={act.isPending}>{t.approve}</Button><Button disabled={act.isPending} onClick={() => go('send-back')}>{t.sendBack}</Button></>}
        {may.withdraw && <Button disabled={act.isPending} onClick={() => go('withdraw')}>{t.withdraw}</Button>}
        {own && <span className="s12 mute">{t.yourself}</span>}
      </div>
    </form>
  );
}

function Required({ page }: { page: PolicyPage }) {
  const t = useWords(WORDS);
  const { required, revision } = page.approval;
  const why = useDraft('policy.approval.why', '');
  const [wanted, setWanted] = useState(required);
  const [needs, setNeeds] = useState(false);
  const act = useAct<Approval>({ path: '/policy/approval', revision, touches: [['policy']] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!why.value.trim()) { setNeeds(true); return; }
    if (!act.isPending) act.mutate({ required: wanted, why: why.value.trim() }, { onSuccess: why.clear });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label className="check"><input type="checkbox" checked={wanted} onChange={event => setWanted(event.target.checked)} />{t.required}</label>
      {wanted !== required && <>
        <TextArea label={t.why} rows={1} value={why.value} onChange={value => { why.change(value); setNeeds(false); }} error={needs ? t.needWhy : undefined} maxLength={1000} />
        <div className="row wrap"><Button type="submit" look="primary" disabled={act.isPending}>{wanted ? t.turnOn : t.turnOff}</Button><Button look="text" onClick={() => setWanted(required)}>{t.leave}</Button></div>
      </>}
      <RefusalNote trouble={act.error} />
    </form>
  );
}

/** Who asked for the second person, or no more, when and why. */
function Turned({ history }: { history: PolicyPage['approval']['history'] }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  return (
    <details className="s13 course"><summary>{t.turnedCourse(history.length)}</summary>
      <ol>{history.map(one => <li key={one.at}><span>{one.by.name} {t.turned(one.required)}</span><time className="s12 mute" dateTime={one.at}>{sayShort(one.at, { zone, now, language })}</time><span className="s12 sub words note1">{one.why}</span></li>)}</ol>
    </details>
  );
}
