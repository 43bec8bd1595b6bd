import { no } from '../policy/refusal.ts';
import { whoHolds } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { reportedTo, reportsSpecialEvent } from './special-event.rules.ts';
import { all, notComplainedAbout } from './who.rules.ts';

/** FCR-12: filed with the company after a class I matter, by the manager who took charge; it goes to whom CHO-14 says. */
export const reportSpecialEvent: Deed<'special-event-reports'> = {
  verb: 'special-event-reports',
  may: (scene) => all(reportsSpecialEvent(scene),
    scene.seen.specialEvent ? no('FCR-12', 'reported_already', '特别事件报告已经报送公司。', 'The special event report has been filed already.') : 'yes',
    scene.seen.handledAt !== undefined ? 'yes' : no('FCR-12', 'not_handled', '处理完毕后才能报送特别事件报告。', 'The special event report is filed once the handling has ended.')),
  async perform(work, matter, { happenedAt, ...report }, seen) {
    const roster = await rosterOf(work.tx, work.by.companyId, work.now, work.now, [matter.centreId]);
    const { choices } = (await work.timekeepingOf(matter.centreId)).policyFor(seen.receivedAt, work.now.getTime());
    const to = new Set(reportedTo(choices.accident_reported_to).flatMap((role) => whoHolds(role, { centreId: matter.centreId }, work.now.getTime(), roster).staff));
    record(work, matter, 'special_event_reported', { ...report, to: [...to] }, happened({ ...(happenedAt !== undefined && { happenedAt }) }));
  },
};

/** FCR-12: whoever the report went to takes note of it by name, also after the matter has closed. */
export const noteSpecialEvent: Deed<'special-event-notings'> = {
  verb: 'special-event-notings',
  adds: true,
  may: (scene) => {
    const { by, seen: { specialEvent: report } } = scene;
    return all(notComplainedAbout(scene),
      report?.to.includes(by.id) ? 'yes' : no('FCR-12', 'not_filed_with_you', '没有报送给您的特别事件报告。', 'No special event report was filed with you.'),
      report?.notedBy.includes(by.id) ? no('FCR-12', 'noted_already', '您已具名知悉这份报告。', 'You have taken note of this report by name.') : 'yes');
  },
  perform(work, matter, body) { record(work, matter, 'special_event_noted', {}, happened(body)); },
};
