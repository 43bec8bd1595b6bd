import type { RejectingCallbacks } from '@shouwen/contract/customers';
import { Temporal } from 'temporal-polyfill';
import { dayIn } from '../calendar/calendar.rules.ts';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { recordAbout } from './facts.store.ts';
import { lockPerson } from './people.store.ts';
import { insertRejection } from './rejections.store.ts';

/** CBK-04: from now on no callback, visit or survey is scheduled for the person, or for all who live with them. @throws NotFound */
export async function rejectCallbacks(work: Work, personId: string, rejecting: RejectingCallbacks): Promise<{ id: string }> {
  const { companyId } = work.by;
  const person = await lockPerson(work.tx, companyId, personId);
  if (!person) throw new NotFound('person');
  insist(mayDo(work.by, 'keep_customers', { centreId: person.centreId }));
  const { zone } = (await centreOf(work.tx, companyId, person.centreId))!;
  const today = dayIn(zone, work.now);
  const { takenBy = work.by.id, saidOn = today } = rejecting;
  if (saidOn > today) throw new Refused(no('CAL-13', 'lies_ahead', '日期晚于今天。', 'The day lies ahead', 'saidOn'));
  if (!(await namesOfStaff(work.tx, companyId, [takenBy])).has(takenBy)) throw new Refused(no('input', 'no_such_staff', '没有这位员工。', 'There is no such member of staff', 'takenBy'));
  const id = await insertRejection(work, personId, { ...rejecting, takenBy, saidOn });
  if (!id) throw new Refused(no('CBK-04', 'rejects_already', '已登记此客户不接受回访，须先解除。', 'The customer is marked as rejecting callbacks already', 'binds'));
  const happenedAt = saidOn === today ? work.now : new Date(Temporal.PlainDate.from(saidOn).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
  await recordAbout(work, { personId }, 'callbacks_rejected', { ...rejecting, takenBy, saidOn, rejection: id }, happenedAt);
  return { id };
}
