import { REQUEST_KINDS, type RequestKind } from '@shouwen/contract/roster';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CentreHere } from '../app/me.ts';
import { Filters } from '../ui/choice.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Empty, Loading } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { RequestRow } from './request-row.tsx';
import { REQUEST_WORDS } from './request-words.ts';
import { requestsQuery } from './roster-query.ts';
import { SwapForm } from './swap-form.tsx';
import { TimeForm } from './time-form.tsx';

const WORDS = words({ list: ['申请与审核', 'Asked and decided'], empty: ['还没有换班、请假或加班', 'No swap, leave or overtime yet'], ask: ['新申请', 'Ask'], kind: ['哪一种', 'Which kind'] });

/** SHF-01: swaps, leave and overtime: asked, agreed, decided. */
export function RequestsTab({ centre }: { centre: CentreHere }) {
  const r = useWords(REQUEST_WORDS);
  const t = useWords(WORDS);
  const { data } = useQuery(requestsQuery(centre.id));
  const [kind, setKind] = useState<RequestKind>('leave');
  return (
    <div className="two">
      <Panel title={t.list}>{!data ? <Loading lines={4} /> : data.rows.length === 0 ? <Empty title={t.empty} /> : <ul className="papers">{data.rows.map(one => <RequestRow key={one.id} request={one} centre={centre} />)}</ul>}</Panel>
      <aside><Panel title={t.ask}><div className="stack">
        <Filters label={t.kind} value={kind} onChange={setKind} options={REQUEST_KINDS.map(value => ({ value, label: r[value] }))} />
        {kind === 'swap' ? <SwapForm centre={centre} /> : <TimeForm key={kind} kind={kind} centre={centre} needsTaker={data?.leaveNeedsTaker ?? true} />}
      </div></Panel></aside>
    </div>
  );
}
