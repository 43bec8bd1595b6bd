import type { PolicyRun } from '@shouwen/contract/policy';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { RUN_WORDS, SHARED } from './words.ts';

const WORDS = words({ matters: [(done: number, total: number) => `${done} / ${total} 件`, (done: number, total: number) => `${done} / ${total} matters`] });

/** How far a run in the background is; whoever may ask for it may give it up. */
export function Progress({ run, mayCancel }: { run: PolicyRun; mayCancel: boolean }) {
  const t = useWords(WORDS);
  const shared = useWords(SHARED);
  const states = useWords(RUN_WORDS);
  const cancel = useAct<void>({ path: `/policy/runs/${run.id}/cancel`, touches: [['policy', 'runs']] });
  return (
    <div className="progress" role="status">
      <span className="s13">{states[run.state]}{run.total > 0 && <span className="mute"> {t.matters(run.done, run.total)}</span>}</span>
      <progress max={Math.max(run.total, 1)} value={run.done} aria-label={states[run.state]} />
      {mayCancel && <Button small disabled={cancel.isPending} onClick={() => cancel.mutate()}>{shared.cancel}</Button>}
      <RefusalNote trouble={cancel.error} />
    </div>
  );
}
