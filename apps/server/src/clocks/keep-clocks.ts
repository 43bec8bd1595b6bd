import type { Clock } from '@shouwen/contract/clocks';
import type { Tx } from '../db/connect.ts';
import { storedClocks, writeDifference, type Kept, type Owner } from './clocks.store.ts';
import { difference } from './difference.rules.ts';

/**
 * Brings the table up to what was derived: new and changed clocks, and those whose debtor is another one now.
 * Also the repair: on a table in order it writes nothing. True where a clock that runs was moved, added or taken away.
 */
export async function keepClocks(tx: Tx, kept: Kept, derived: readonly Clock[], isNew: boolean): Promise<boolean> {
  const stored = isNew ? [] : await storedClocks(tx, kept.companyId, kept.matterId);
  const found = difference(stored, derived);
  const owners = new Map(stored.map((clock) => [clock.id, clock.owner]));
  const changed = new Set(found.changed);
  for (const clock of derived) {
    const before = owners.get(clock.id);
    if (before && clock.verdict === null && !same(before, kept.ownerOf(clock))) changed.add(clock);
  }
  await writeDifference(tx, kept, { ...found, changed: [...changed] });
  return found.added.length + changed.size + found.gone.length > 0;
}
const same = (a: Owner, b: Owner) => a.post === b.post && a.by === b.by && a.department === b.department;
