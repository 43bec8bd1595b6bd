import type { BackFromProvider, CodeNeeded, Me } from '@shouwen/contract/staff';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Loading, RefusalNote } from '../ui/notes.tsx';
import { Before } from './before.tsx';
import { CodeStep } from './code-step.tsx';
import { takeNext } from './provider-doors.tsx';

const WORDS = words({ title: ['公司账号登录', 'Company account'], back: ['回到登录页', 'Back to the sign-in page'] });

/** Where the company's provider sends people back to: what it said goes to the server, which lets them in or says why not. */
export function ProviderBackScreen() {
  const t = useWords(WORDS);
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const [search] = useState(location.search);
  const [ticket, setTicket] = useState<string | null>(null);
  const act = useAct<BackFromProvider, Me | CodeNeeded>({ path: '/sign-in/provider/back', touches: [] });
  const enter = () => { client.clear(); router.history.replace(takeNext()); };
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    // not `onSuccess` of mutate: it is dropped where React mounts twice
    act.mutateAsync({ search: search || '?' }).then(answer => { if ('ticket' in answer) setTicket(answer.ticket); else enter(); }, () => undefined);
  });
  const again = () => void navigate({ to: '/sign-in', replace: true });
  return (
    <Before title={t.title}>
      {ticket ? <CodeStep ticket={ticket} onDone={enter} onAgain={again} /> : act.error ? <><RefusalNote trouble={act.error} /><div><Button look="primary" onClick={again}>{t.back}</Button></div></> : <Loading />}
    </Before>
  );
}
