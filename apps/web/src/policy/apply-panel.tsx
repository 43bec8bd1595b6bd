import type { PolicyDraft, PolicyRun, PolicyVersion, Publishing } from '@shouwen/contract/policy';
import { useState } from 'react';
import { useZone } from '../app/me.ts';
import { useDraft } from '../app/use-draft.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { publishingOf, usePlanned } from './publishing.ts';
import { useChange, useDraftAct } from './use-change.ts';
import { MODE_SAYS, MODE_WORDS, MODES } from './words.ts';

const WORDS = words({
  title: ['施行方式', 'How it comes to hold'], from: ['施行日期', 'Holds from'], fromHint: ['留空即时施行', 'empty: at once'], how: ['对进行中的事项', 'For what is under way'], why: ['修订理由', 'Why it is changed'], needWhy: ['会一直留在历史里', 'stays in the history'],
  moved: [(earlier: number, overdue: number) => `预演：${earlier} 个提前，${overdue} 个变为逾期`, (earlier: number, overdue: number) => `preview: ${earlier} earlier, ${overdue} become overdue`], publish: ['发布', 'Publish'], sure: ['确认发布', 'Yes, publish'], no: ['再看看', 'Not yet'],
  sureSays: [(version: string) => `“${version}”发布后不能再改，只能由下一版替换。`, (version: string) => `Once published, “${version}” never changes; only the next version replaces it.`], noWhy: ['还没有写修订理由。', 'It doesn’t say why yet.'], needApproval: ['须先由第二人批准。', 'A second person approves it first.'],
});

/** From when the draft is to hold, for what, and why; and the publishing of it. */
export function ApplyPanel({ draft, runs, needsApproval, onPublished }: { draft: PolicyDraft; runs: readonly PolicyRun[]; needsApproval: boolean; onPublished: (version: string) => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const modes = useWords(MODE_WORDS);
  const says = useWords(MODE_SAYS);
  const zone = useZone();
  const planned = usePlanned(draft.id);
  const [sure, setSure] = useState(false);
  const publish = useDraftAct<Publishing, Pick<PolicyVersion, 'version'>>(draft, { path: () => `/policy/drafts/${draft.id}/publish`, body: what => what });
  const said = publish.error?.said;
  return (
    <Panel title={t.title}>
      <form className="stack" onSubmit={event => { event.preventDefault(); if (!sure) { setSure(true); return; } if (!publish.isPending) publish.mutate(publishingOf(planned.value), { onSuccess: ({ version }) => { planned.clear(); onPublished(version); }, onError: () => setSure(false) }); }}>
        <MomentField label={t.from} hint={t.fromHint} name="policy-from" zone={zone} value={planned.value.from} onChange={from => planned.change(before => ({ ...before, from }))} error={said?.field === 'from' ? say(said) : undefined} />
        <fieldset className="modes"><legend className="unseen">{t.how}</legend>
          {MODES.map(mode => {
            const run = runs.find(one => one.kind === 'preview' && one.state === 'done' && one.mode === mode);
            return <label key={mode} className={`opt${planned.value.mode === mode ? ' on' : ''}`}><input type="radio" name="policy-mode" checked={planned.value.mode === mode} onChange={() => planned.change(before => ({ ...before, mode }))} /><span>{modes[mode]}<span className="s12 sub means">{run?.moves && mode !== 'new' ? t.moved(run.moves.earlier, run.moves.overdue) : says[mode]}</span></span></label>;
          })}
        </fieldset>
        <Why draft={draft} />
        {said?.field !== 'from' && <RefusalNote trouble={publish.error} />}
        {sure && <p className="s13" role="status">{t.sureSays(draft.version)}{draft.why === null && <b className="attn-ink"> {t.noWhy}</b>}</p>}
        {draft.may.publish ? <div className="row"><Button type="submit" look={sure ? 'primary' : 'plain'} disabled={publish.isPending}>{sure ? t.sure : t.publish}</Button>{sure && <Button look="text" onClick={() => setSure(false)}>{t.no}</Button>}</div> : needsApproval && <p className="s12 mute">{t.needApproval}</p>}
      </form>
    </Panel>
  );
}

/** Kept in the draft when the field is left. */
function Why({ draft }: { draft: PolicyDraft }) {
  const t = useWords(WORDS);
  const act = useChange(draft);
  const typed = useDraft<string | null>(`policy.${draft.id}.why`, null);
  const keep = () => { const why = typed.value?.trim(); if (why && why !== draft.why) act.mutate({ why }, { onSuccess: typed.clear }); };
  if (!draft.may.change) return draft.why !== null && <p className="s13 words"><span className="mute">{t.why}</span> {draft.why}</p>;
  return (
    <>
      <TextArea label={t.why} hint={draft.why === null ? t.needWhy : undefined} value={typed.value ?? draft.why ?? ''} onChange={typed.change} onBlur={keep} maxLength={1000} />
      <RefusalNote trouble={act.error} />
    </>
  );
}
