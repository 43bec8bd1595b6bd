import type { SettingTemplates } from '@shouwen/contract/roster';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Stale } from '../policy/refusal.ts';
import { lockCentre } from '../staff/centres.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { saveTemplates, templatesOf } from './templates.store.ts';

/** SHF-01: the usual shifts of a centre, early to night, by name and local hours; one that ends before it begins ends the next day. @throws NotFound, Stale */
export async function setTemplates(work: Work, centreId: string, seenRevision: number, { rows }: SettingTemplates): Promise<void> {
  insist(mayDo(work.by, 'keep_roster', { centreId }));
  if (!(await lockCentre(work.tx, work.by.companyId, centreId))) throw new NotFound();
  const before = await templatesOf(work.tx, work.by.companyId, centreId);
  if (before.revision !== seenRevision) throw new Stale(before);
  insist(new Set(rows.map((row) => row.name)).size === rows.length ? 'yes' : no('SHF-01', 'same_name', '班次名称不能重复。', 'Two templates have the same name.', 'rows'),
    rows.every((row) => row.from !== row.until) ? 'yes' : no('SHF-01', 'no_hours', '班次的开始与结束不能相同。', 'A shift ends at another time than it begins.', 'rows'));
  await saveTemplates(work.tx, work.by, centreId, rows, before.revision + 1, work.now);
}
