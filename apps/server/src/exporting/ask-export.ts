import type { AskingExport, Exported } from '@shouwen/contract/exporting';
import { Value } from 'typebox/value';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { insertExport } from './exports.store.ts';
import { LISTS } from './lists.ts';

/**
 * ARC-07: a list of one centre is asked for as a file, by whoever may export there and may see that list; it is on record before a row is read.
 * Phones in full are for whoever may call customers, and says why.
 */
export async function askExport({ tx, by, now }: Work, asking: AskingExport): Promise<{ id: string }> {
  const { centreId, list, narrowing, phones, why } = asking;
  insist(mayDo(by, 'export_lists', { centreId }), mayDo(by, LISTS[list].action, { centreId }));
  if (phones) {
    insist(mayDo(by, 'call_customers', { centreId }));
    if (list !== 'people') throw new Refused(no('input', 'no_phones', '这个清单没有电话。', 'There are no phones in this list.', 'phones'));
    if (!why?.trim()) throw new Refused(no('ARC-07', 'say_why', '导出完整电话须写明用途。', 'Say what the phones in full are for.', 'why'));
  }
  narrowedTo(list, centreId, narrowing);
  if (!(await centreOf(tx, by.companyId, centreId))) throw new NotFound();
  return { id: await insertExport(tx, by, asking, now) };
}

/** What the list's own route would be asked. @throws Refused where it isn't something this list can be narrowed to */
export function narrowedTo(list: Exported, centreId: string, narrowing: Readonly<Record<string, string>>): Record<string, unknown> {
  const { asked } = LISTS[list];
  const shapes = asked.properties as Readonly<Record<string, { type?: string }>>;
  const said = Object.fromEntries(Object.entries(narrowing).map(([name, value]) => [name, shapes[name]?.type === 'array' ? [value] : shapes[name]?.type === 'boolean' ? value === 'true' : value]));
  if (!Value.Check(asked, { ...said, ...('centre' in shapes && { centre: centreId }), ...('limit' in shapes && { limit: 100 }) })) throw new Refused(no('input', 'narrowing', '筛选条件有误，请重新筛选后再导出。', 'The filters are not ones of this list: set them again.', 'narrowing'));
  return said;
}
