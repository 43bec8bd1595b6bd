import type { Copied, CopyingWeek } from '@shouwen/contract/roster';
import { Temporal } from 'temporal-polyfill';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { mayStand } from '../staff/enter-shift.ts';
import { weekOf } from '../staff/roster.rules.ts';
import { insertShift, shiftsOf } from '../staff/roster.store.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import { mayDo } from '../staff/who-may.rules.ts';

/** SHF-01: the shifts that begin in one week are entered in another at the same local times; what can't be is left out and said, row by row. @throws NotFound */
export async function copyWeek(work: Work, centreId: string, { from, to }: CopyingWeek): Promise<Copied> {
  insist(mayDo(work.by, 'keep_roster', { centreId }));
  const { companyId } = work.by;
  const centre = await centreOf(work.tx, companyId, centreId);
  const [source, target] = [weekOf(from), weekOf(to)];
  if (!centre || !source || !target) throw new NotFound();
  insist(target.monday > source.monday ? 'yes' : no('SHF-01', 'copy_forward', '只能复制到以后的周。', 'A week is copied to a later one.', 'to'));
  const days = Temporal.PlainDate.from(source.monday).until(target.monday).days;
  const at = (day: string) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(centre.zone).epochMilliseconds);
  const later = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(centre.zone).add({ days }).epochMilliseconds;
  const [starts, ends] = [at(source.monday), at(source.next)];
  const shifts = (await shiftsOf(work.tx, companyId, starts, ends, [centreId])).filter((shift) => shift.from >= starts.getTime() && shift.from < ends.getTime());
  const names = await namesOfStaff(work.tx, companyId, shifts.map((shift) => shift.staffId));
  const copied: Copied = { entered: 0, refused: [] };
  // by person, so that of two who copy at once none waits for the other's lock in a circle
  for (const { staffId, post, ...shift } of shifts.toSorted((a, b) => a.staffId.localeCompare(b.staffId) || a.from - b.from)) {
    const copy = { staffId, centreId, post, from: later(shift.from), until: later(shift.until) };
    const verdict = copy.from < work.now.getTime() ? no('SHF-01', 'in_the_past', '这一班的时间已过。', 'That time is over.') : await mayStand(work, copy);
    if (verdict === 'yes') {
      await insertShift(work.tx, work.by, copy, work.now);
      copied.entered += 1;
    } else copied.refused.push({ name: names.get(staffId)!, post, from: new Date(copy.from).toISOString(), until: new Date(copy.until).toISOString(), rule: verdict.rule, code: verdict.code, zh: verdict.zh, en: verdict.en });
  }
  copied.refused.sort((a, b) => a.from.localeCompare(b.from));
  return copied;
}
