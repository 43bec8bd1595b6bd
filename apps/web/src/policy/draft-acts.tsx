import type { OpeningDraft, PolicyDraft, PolicyPage } from '@shouwen/contract/policy';
import { useState } from 'react';
import type { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { useDraftAct } from './use-change.ts';

const WORDS = words({ print: ['打印制度', 'Print'], open: ['起草修订', 'Draft a change'], discard: ['弃用草稿', 'Discard'], sure: ['确认弃用', 'Yes, discard it'], keep: ['留着', 'Keep it'], submit: ['送审', 'Submit'] });

/** At the top: what can be done with the policy as a whole. `onTrouble` says above the page why something wasn't done. */
export function DraftActs({ page, onTrouble }: { page: PolicyPage; onTrouble: (trouble: Trouble | null) => void }) {
  const t = useWords(WORDS);
  const open = useAct<OpeningDraft>({ path: '/policy/drafts', touches: [['policy']] });
  return (
    <>
      <Button className="noprint" onClick={() => print()}>{t.print}</Button>
      {page.draft ? <OfDraft draft={page.draft} needed={page.approval.required} onTrouble={onTrouble} />
        : page.may.draft && <Button look="primary" disabled={open.isPending} onClick={() => open.mutate({ centreId: page.centreId }, { onSuccess: () => onTrouble(null), onError: onTrouble })}>{t.open}</Button>}
    </>
  );
}

function OfDraft({ draft, needed, onTrouble }: { draft: PolicyDraft; needed: boolean; onTrouble: (trouble: Trouble | null) => void }) {
  const t = useWords(WORDS);
  const [sure, setSure] = useState(false);
  const act = useDraftAct<'submit' | 'discard'>(draft, { path: step => `/policy/drafts/${draft.id}/${step}`, body: () => ({}) });
  const go = (step: 'submit' | 'discard') => act.mutate(step, { onSuccess: () => onTrouble(null), onError: onTrouble });
  return (
    <>
      {draft.may.discard && (sure ? <><Button disabled={act.isPending} onClick={() => go('discard')}>{t.sure}</Button><Button look="text" onClick={() => setSure(false)}>{t.keep}</Button></> : <Button onClick={() => setSure(true)}>{t.discard}</Button>)}
      {draft.may.submit && <Button look={needed ? 'primary' : 'plain'} disabled={act.isPending} onClick={() => go('submit')}>{t.submit}</Button>}
    </>
  );
}
