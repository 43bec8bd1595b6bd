import type { QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { StaffField } from './staff-field.tsx';

const WORDS = words({ taker: ['由谁接手未了事项', 'Who takes over what is open'], cancel: ['不撤销', 'Cancel'] });

interface Props {
  /** What is taken away by DELETE. */
  path: string;
  /** What one has seen of it (`If-Match`). */
  revision: number;
  touches: readonly QueryKey[];
  centreId: string;
  says: string;
  onDone: () => void;
  children: ReactNode;
}

/** FCR-35: taking somebody off a shift, a post or the staff; where they still hold matters the server says so, and who takes them over is asked. */
export function LeaveTo({ path, revision, touches, centreId, says, onDone, children }: Props) {
  const t = useWords(WORDS);
  const say = useSay();
  const [taker, setTaker] = useState('');
  const act = useAct<void>({ method: 'DELETE', revision, path: () => taker ? `${path}?takerId=${taker}` : path, touches });
  const said = act.error?.said;
  const wrongTaker = said?.field === 'takerId';
  return (
    <div className="stack">
      <p>{children}</p>
      {!wrongTaker && <RefusalNote trouble={act.error} />}
      {(wrongTaker || taker !== '') && <StaffField label={t.taker} name="takerId" required centreId={centreId} value={taker} onChange={setTaker} error={wrongTaker ? `${say(said)}（${said.rule}）` : undefined} />}
      <div className="row"><Button disabled={act.isPending} onClick={() => act.mutate(undefined, { onSuccess: onDone })}>{says}</Button><Button look="text" onClick={onDone}>{t.cancel}</Button></div>
    </div>
  );
}
