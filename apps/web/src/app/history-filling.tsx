import type { HistoryFilling as Answer } from '@shouwen/contract/demonstration';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWords, words } from '../ui/language.tsx';
import { get } from './api.ts';

const WORDS = words({
  filling: [(percent: number) => `示范数据正在补齐 ${percent}%`, (percent: number) => `Filling in the demonstration's past: ${percent} %`],
});
/** Between two looks while it goes on. Milliseconds. */
const LOOK_AGAIN = 4_000;

/** A thin line for the demonstration alone, while its invented past is written down behind the screens. Once it is, they are read again. */
export function HistoryFilling() {
  const t = useWords(WORDS);
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['demonstration'], queryFn: ({ signal }) => get<Answer>('/demonstration', {}, signal), staleTime: Infinity,
    refetchInterval: ({ state }) => state.data?.filling ? LOOK_AGAIN : false,
  });
  const filling = data?.filling;
  const going = Boolean(filling);
  const wasGoing = useRef(false);
  useEffect(() => {
    if (wasGoing.current && !going) void client.invalidateQueries();
    wasGoing.current = going;
  }, [client, going]);
  if (!filling) return null;
  const percent = Math.floor(100 * filling.done / filling.total);
  return (
    <div className="filling noprint" role="status">
      <progress max={100} value={percent} aria-hidden="true" /><span className="s12">{t.filling(percent)}</span>
    </div>
  );
}
