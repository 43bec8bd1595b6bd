import type { ImportKind, ImportState } from '@shouwen/contract/importing';
import { no, type Verdict } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { may, mayDo } from '../staff/who-may.rules.ts';

/** How long rows' content is kept once an import has ended, and of one that nobody goes on with. Milliseconds. */
export const CLEARED_AFTER = 7 * 86_400_000, LEFT_ALONE = 30 * 86_400_000;

/** Staff is entered by those who keep the staff, whatever else they may import. */
export const mayImport = (by: Staff, what: ImportKind, centreId: string): Verdict[] => [mayDo(by, 'import_data', { centreId }), what === 'staff' ? mayDo(by, 'keep_staff') : 'yes'];
export const kindsFor = (by: Staff, centreId?: string): ImportKind[] => may(by, 'see_imports', centreId === undefined ? {} : { centreId }) ? ['rooms', 'people', ...(may(by, 'keep_staff') ? ['staff' as const] : []), 'matters'] : [];

/** Whoever may import acts for the centre in what they import, as at the command line: an administrator keeps no customers otherwise. */
export const importerIn = (by: Staff, centreId: string): Staff => ({ ...by, posts: [...by.posts, { post: 'centre_manager', centreId, departmentId: null }] });

const IN: Readonly<Record<'change' | 'choose' | 'run' | 'cancel' | 'discard', readonly ImportState[]>> = {
  choose: ['columns', 'checking', 'checked'], change: ['checked'], run: ['checked', 'cancelled', 'failed'], cancel: ['checking', 'waiting', 'running'], discard: ['columns', 'checked'],
};
export type Act = keyof typeof IN;
export const canIn = (act: Act, state: ImportState): boolean => IN[act].includes(state);
/** Whether the import stands where that can be done. */
export function mayAct(act: Act, state: ImportState): Verdict {
  if (canIn(act, state)) return 'yes';
  if (state === 'checking') return no('input', 'checking', '正在检查，请等检查完或先中止。', 'It is being checked: wait, or cancel that first.');
  if (state === 'waiting' || state === 'running') return no('input', 'running', '正在导入，请等导入完或先中止。', 'It is running: wait, or cancel it first.');
  return no('input', 'ended', '这次导入已结束，或还没到这一步。', 'This import has ended, or is not that far yet.');
}
