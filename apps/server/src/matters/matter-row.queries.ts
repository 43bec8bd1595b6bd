import type { Channel, MatterKind } from '@shouwen/contract/facts';
import type { MatterClass, MatterRow, MatterState } from '@shouwen/contract/matters';
import type { Selectable } from 'kysely';
import type { Matter } from '../db/tables.ts';
import { dutyOf, shownAt } from './duties.rules.ts';
import type { Names } from './names.queries.ts';

export type StoredMatter = Pick<Selectable<Matter>, 'number' | 'title' | 'kind' | 'class' | 'channel' | 'state' | 'place' | 'reporter_name' | 'holder_id' | 'holder_department_id'
  | 'received_at' | 'closed_at' | 'imported' | 'revision' | 'next_clock' | 'next_rule' | 'next_due_at' | 'next_warn_at' | 'next_breach_after'>;

/** One line of a list, with the clock that falls due first. */
export function rowOf(row: StoredMatter, names: Names, now: number): MatterRow {
  const due = row.next_due_at?.getTime() ?? null;
  return {
    number: row.number, title: row.title, kind: row.kind as MatterKind, class: row.class as MatterClass, channel: row.channel as Channel, state: row.state as MatterState,
    place: row.place, reporterName: row.reporter_name, holder: names.person(row.holder_id), department: names.department(row.holder_department_id),
    receivedAt: row.received_at.toISOString(), closedAt: row.closed_at?.toISOString() ?? null, imported: row.imported, revision: row.revision,
    next: row.next_clock === null || row.closed_at ? null : {
      rule: row.next_rule!, clock: row.next_clock, owed: (({ zh, en }) => ({ zh, en }))(dutyOf({ name: row.next_clock })), due: row.next_due_at?.toISOString() ?? null, warnAt: row.next_warn_at?.toISOString() ?? null,
      shown: shownAt({ verdict: null, due, warnAt: row.next_warn_at?.getTime() ?? null, breachAfter: row.next_breach_after?.getTime() ?? null, why: { pauses: [] } }, now),
    },
  };
}
