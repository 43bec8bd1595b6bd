import type { ImportDraft } from '@shouwen/contract/importing';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { IMPORT_STATES, SHARED } from './import-words.ts';

const WORDS = words({ rows: [(done: number, total: number) => `${done} / ${total} 行`, (done: number, total: number) => `${done} of ${total} rows`] });

/** How far the rows are; whoever may import can give it up. */
export function ImportProgress({ draft, says }: { draft: ImportDraft; says: string }) {
  const t = useWords(WORDS);
  const shared = useWords(SHARED);
  const states = useWords(IMPORT_STATES);
  const cancel = useAct<void>({ path: `/imports/${draft.id}/cancel`, body: () => undefined, touches: [['imports']] });
  return (
    <div className="stack">
      <div className="howfar" role="status">
        <span className="s13">{states[draft.state]} <span className="mute">{t.rows(draft.done, draft.total)}</span></span>
        {draft.may.cancel && <Button small disabled={cancel.isPending} onClick={() => cancel.mutate()}>{shared.cancel}</Button>}
        <progress max={Math.max(draft.total, 1)} value={draft.done} aria-label={states[draft.state]} />
      </div>
      <p className="s13 sub">{says}</p>
      <RefusalNote trouble={cancel.error} />
    </div>
  );
}
