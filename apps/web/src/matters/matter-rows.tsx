import type { MatterRow } from '@shouwen/contract/matters';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMe } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { WhyOf } from '../clocks/why-of.tsx';
import { postWord } from '../clocks/post-words.ts';
import { DueCell } from '../ui/due-cell.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Tag } from '../ui/panel.tsx';
import { PersonChip } from '../ui/person-chip.tsx';
import { sayShort } from '../ui/times.ts';
import { CHANNEL_WORDS, KIND_WORDS, STATE_WORDS } from './kinds.ts';

const WORDS = words({
  due: ['最早到期', 'First due'], matter: ['事项', 'Matter'], customer: ['客户', 'Customer'], state: ['状态', 'State'], holder: ['现由谁负责', 'Held by'], owed: ['所欠', 'Owed'], received: ['登记', 'Received'],
  imported: ['导入', 'imported'], unnamed: ['匿名', 'Anonymous'], found: ['员工发现', 'Found by staff'], untitled: ['（无标题）', '(untitled)'],
});

interface Props { rows: readonly MatterRow[]; chosen: string | null; onChoose: (number: string) => void; zone: string }

/** Matters as rows, on the phone as blocks; the number opens the matter. */
export function MatterRows({ rows, chosen, onChoose, zone }: Props) {
  const t = useWords(WORDS);
  return (
    <table className="matters">
      <thead><tr><th>{t.due}</th><th>{t.matter}</th><th>{t.customer}</th><th>{t.state}</th><th>{t.holder}</th><th>{t.owed}</th><th>{t.received}</th></tr></thead>
      <tbody>{rows.map(row => <Row key={row.number} row={row} chosen={row.number === chosen} onChoose={onChoose} zone={zone} />)}</tbody>
    </table>
  );
}

function Row({ row, chosen, onChoose, zone }: { row: MatterRow; chosen: boolean; onChoose: (number: string) => void; zone: string }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [kinds, channels, states] = [useWords(KIND_WORDS), useWords(CHANNEL_WORDS), useWords(STATE_WORDS)];
  const [language] = useLanguage();
  const now = useNow();
  const me = useMe();
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => { if (chosen && !line.current?.contains(document.activeElement)) line.current?.querySelector<HTMLElement>('a')?.focus(); }, [chosen]);
  const { next } = row;
  return (
    <tr ref={line} className={chosen ? 'on' : undefined} onFocus={() => { if (!chosen) onChoose(row.number); }}>
      <td>{next && <DueCell shown={next.shown} due={next.due} zone={zone}>{() => <WhyOf number={row.number} clock={next.clock} />}</DueCell>}</td>
      <td><div className="t1 ell">{row.title || t.untitled}</div><div className="meta ell"><Link to="/matters/$number" params={{ number: row.number }}>{row.number}</Link> · {kinds[row.kind]} · {channels[row.channel]}{row.imported && ` · ${t.imported}`}</div></td>
      <td>{row.reporterName ?? (row.foundByStaff ? t.found : t.unnamed)}<div className="meta ell">{row.place}</div></td>
      <td><Tag {...(row.state === 'escalated' || row.state === 'unsatisfied' ? { look: 'warn' as const } : {})}>{states[row.state]}</Tag></td>
      <td>{row.holder && <PersonChip me={row.holder.id === me.id} name={row.holder.name} post={row.department ?? (row.holder.post && postWord(row.holder.post, language))} />}</td>
      <td>{next && say(next.owed)}</td>
      <td className="sub nw">{sayShort(row.receivedAt, { zone, now, language })}</td>
    </tr>
  );
}
