import type { Registering } from '@shouwen/contract/matters';
import { no, type Verdict } from '../policy/refusal.ts';
import { classOf } from './standing.rules.ts';

/** FCR-04: building, room and name are required, except where CMP-06 lets them be withheld, and in an emergency, which goes first (FCR-08). */
export function entryComplete({ kind, reporter }: Registering): Verdict {
  if (classOf(kind) === 'I' || reporter.withheld === 'anonymous' || reporter.withheld === 'neighbour_dispute') return 'yes';
  if (!reporter.place && !reporter.roomId) return no('FCR-04', 'place_missing', '请先问清楼栋、房号或地点;客户不愿透露时选“不愿留名”或“邻里纠纷”。',
    'Ask for building and room, or the place, first; where the customer withholds them choose "anonymous" or "neighbour dispute".', 'reporter.place');
  if (!reporter.name && !reporter.personId && reporter.withheld !== 'found_by_staff') return no('FCR-04', 'name_missing', '请先问清姓名;客户不愿透露时选“不愿留名”或“邻里纠纷”。',
    'Ask for the name first; where the customer withholds it choose "anonymous" or "neighbour dispute".', 'reporter.name');
  return 'yes';
}

/** CAL-13: the register says when the customer was heard; that cannot lie ahead, nor can a post be made after it was found. */
export function timesHold({ receivedAt, postedAt, feedbackBy }: Registering, now: Date): Verdict {
  const received = receivedAt ? new Date(receivedAt) : now;
  if (received > now) return no('CAL-13', 'received_ahead', '受理时间晚于现在,请核对后再填。', 'The time of receipt lies ahead.', 'receivedAt');
  if (postedAt && new Date(postedAt) > received) return no('CAL-13', 'posted_after_found', '发帖时间不能晚于发现时间。', 'A post cannot be later than its being found.', 'postedAt');
  if (feedbackBy && new Date(feedbackBy) <= received) return no('CMP-08', 'feedback_in_past', '约定的反馈时间须晚于受理时间。', 'The time agreed for feedback must be after the receipt.', 'feedbackBy');
  return 'yes';
}

/** FCR-10, FCR-11: what is class I is never settled at the desk; the highest manager on duty takes charge. */
export function onSpotAllowed({ kind, solvedOnSpot }: Registering): Verdict {
  return solvedOnSpot && classOf(kind) === 'I'
    ? no('FCR-11', 'class_one_on_spot', '一类信息须立即报当班最高管理者,不能登记为当场解决。', 'A class I matter goes to the highest manager on duty and cannot be settled on the spot.', 'solvedOnSpot')
    : 'yes';
}

/** FCR-30: answering the phone or hearing somebody out is a real contact; a letter found in a box is none. */
export const heardInPerson = (channel: Registering['channel']) => channel === 'in_person' || channel === 'phone' || channel === 'oral';

/** A line for lists where nobody wrote one: the customer's first sentence. */
export const titleOf = ({ title, whatHappened }: Pick<Registering, 'title' | 'whatHappened'>) =>
  title?.trim() || (whatHappened.trim().split(/[。!?!?\n]/u)[0] ?? '').slice(0, 60) || whatHappened.trim().slice(0, 60);
