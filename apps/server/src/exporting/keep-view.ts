import type { KeepingView } from '@shouwen/contract/exporting';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { countViewsOf, dropView, saveView } from './kept-views.store.ts';

const MOST = 50;

/** A list of matters kept under a name, for oneself or for the centre. */
export async function keepView({ tx, by, now }: Work, keeping: KeepingView): Promise<{ id: string }> {
  insist(mayDo(by, 'see_matters', { centreId: keeping.centreId }));
  if (await countViewsOf(tx, by) >= MOST) throw new Refused(no('input', 'too_many_views', `最多保存 ${MOST} 个视图，请先删除不用的。`, `At most ${MOST} views are kept: remove one first.`));
  return { id: await saveView(tx, by, keeping, now) };
}

/** One's own alone. @throws NotFound */
export async function forgetView({ tx, by }: Work, id: string): Promise<void> {
  if (!(await dropView(tx, by, id))) throw new NotFound();
}
