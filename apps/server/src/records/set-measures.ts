import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Stale } from '../policy/refusal.ts';
import { belongsTo } from '../staff/staff.ts';
import { addMeasures, markDone, measureOf, type NewMeasure } from './measures.store.ts';
import { centreClock, staffOfCentre } from './people.queries.ts';

/** FCR-33: each with an owner of this centre and a day that isn't past. @throws Refused */
export async function setMeasures(work: Work, centreId: string, of: Parameters<typeof addMeasures>[2], measures: readonly NewMeasure[]): Promise<void> {
  const here = await staffOfCentre(work.tx, work.by.companyId, centreId, measures.map(({ ownerId }) => ownerId), work.now);
  const { today } = await centreClock(work.tx, work.by.companyId, centreId, work.now);
  for (const { ownerId, due } of measures)
    insist(here.has(ownerId) ? 'yes' : no('FCR-33', 'owner_not_here', '改进措施的负责人须是本中心的在职员工。', 'The owner of a measure must be on the staff of this centre.', 'ownerId'),
      due >= today ? 'yes' : no('FCR-33', 'due_is_past', '改进措施的完成日期不能早于今天。', 'A measure cannot be due before today.', 'due'));
  await addMeasures(work, centreId, of, measures);
}

/** FCR-33: done by its owner, who says how. @throws Refused, NotFound, Stale */
export async function completeMeasure(work: Work, id: string, words: string, seenRevision: number): Promise<void> {
  const measure = await measureOf(work, id);
  if (!measure || !belongsTo(work.by, measure.centreId)) throw new NotFound(id);
  if (measure.revision !== seenRevision) throw new Stale({ revision: measure.revision });
  insist(measure.ownerId === work.by.id ? 'yes' : no('FCR-33', 'not_owner', '改进措施由它的负责人完成并登记。', 'The owner of a measure says that it is done.'),
    measure.doneAt === null ? 'yes' : no('FCR-33', 'done_already', '这项改进措施已经完成。', 'This measure is done already.'));
  await markDone(work, id, words);
}
