import type { MatterShown } from '@shouwen/contract/matters';
import { useMemo, useState } from 'react';
import { useNow } from '../app/now.ts';
import { Filters } from '../ui/choice.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { entryOf } from './fact-sentences.tsx';

const WORDS = words({ title: ['经过', 'What happened'], show: ['显示', 'Show'], all: ['全部', 'All'], customer: ['与客户往来', 'With the customer'], custody: ['移交', 'Handovers'], fixed: ['按发生时间，不可改写', 'by when it happened; can’t be rewritten'] });
const CUSTODY = ['received', 'accepted', 'handed_over', 'handover_refused', 'wrongly_received', 'taken_over', 'person_named', 'slip_accepted', 'result_written', 'result_signed', 'conflict_escalated', 'coordination_issued', 'coordination_settled', 'crossing_reported', 'centre_brought_in', 'reopened', 'closed'];
type Part = 'all' | 'customer' | 'custody';

/** Everything that happened, in words; or only what went between us and the customer, or only the handovers. */
export function MatterTimeline({ matter }: { matter: MatterShown }) {
  const t = useWords(WORDS);
  const [part, setPart] = useState<Part>('all');
  const [language] = useLanguage();
  const now = useNow();
  const entries = useMemo(() => [...matter.facts].sort((a, b) => a.at - b.at || a.recordedAt - b.recordedAt)
    .map(fact => ({ what: fact.what as string, entry: entryOf(fact, matter, language, now) }))
    .filter(({ what, entry }) => part === 'all' || (part === 'custody' ? CUSTODY.includes(what) : entry.side === 'from' || entry.side === 'to'))
    .map(({ entry }) => entry), [matter, language, now, part]);
  return (
    <Panel title={t.title} note={t.fixed} tools={<Filters label={t.show} value={part} onChange={setPart} options={(['all', 'customer', 'custody'] as const).map(value => ({ value, label: t[value] }))} />}>
      <Timeline entries={entries} zone={matter.zone} />
    </Panel>
  );
}
