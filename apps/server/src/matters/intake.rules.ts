import type { Registering } from '@shouwen/contract/matters';
import { follows, type Policy } from '../policy/policy.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import { classOf } from './standing.rules.ts';

/**
 * FCR-04, CHO-11: what of building, room and name is still to be asked. CMP-06: who won't give them may withhold them, and in a neighbour dispute they are
 * not demanded, unless they are asked first in every matter.
 */
export function lacking({ withheld, place, roomId, name, personId }: Registering['reporter'], policy: Policy): { field: 'place' | 'name'; zh: string; en: string }[] {
  const { room_and_name: asked } = policy.choices;
  if (asked === 'never_required' || !follows(policy, 'FCR-04') || withheld === 'anonymous' || (withheld === 'neighbour_dispute' && asked !== 'always_first')) return [];
  return [
    ...(!place && !roomId ? [{ field: 'place' as const, zh: '楼栋、房号或地点', en: 'building and room, or the place' }] : []),
    ...(!name && !personId && withheld !== 'found_by_staff' ? [{ field: 'name' as const, zh: '姓名', en: 'the name' }] : []),
  ];
}

/** FCR-31, FCR-40: a handling slip bears the customer's name, address and phone, but for what CMP-06 lets them withhold; the records so far and their attachments go with the matter. */
export function slipComplete(reporter: Registering['reporter'], policy: Policy): Verdict {
  if (!follows(policy, 'FCR-31')) return 'yes';
  const needsPhone = !reporter.withheld && !reporter.phone && !reporter.personId;
  const missing = [...lacking(reporter, policy), ...(needsPhone ? [{ field: 'phone', zh: '电话', en: 'the phone' }] : [])];
  return missing.length ? no('FCR-31', 'incomplete', `处理单须写明客户姓名、地址和电话，还缺：${missing.map(({ zh }) => zh).join('、')}。请在“记录联系客户”里补上。`,
    `A handling slip bears the customer's name, address and phone; missing: ${missing.map(({ en }) => en).join(', ')}. Add it by recording a contact.`, `reporter.${missing[0]!.field}`) : 'yes';
}

/** FCR-04: building, room and name are required, except where CMP-06 lets them be withheld, and in an emergency, which goes first (FCR-08). */
export function entryComplete({ kind, reporter }: Registering, policy: Policy): Verdict {
  const [first] = classOf(kind) === 'I' ? [] : lacking(reporter, policy);
  return first ? no('FCR-04', `${first.field}_missing`, `请先问清${first.zh}；客户不愿透露时选“不愿留名”或“邻里纠纷”。`,
    `Ask for ${first.en} first; where the customer withholds it choose "anonymous" or "neighbour dispute".`, `reporter.${first.field}`) : 'yes';
}

/** CBK-02: nobody can be asked who left neither name nor number. */
export const cannotBeReached = ({ withheld, phone, personId }: Registering['reporter']) => withheld === 'anonymous' && !phone && !personId;

/** CAL-13: the register says when the customer was heard; that cannot lie ahead, nor can a post be made after it was found. */
export function timesHold({ receivedAt, postedAt, feedbackBy }: Registering, now: Date): Verdict {
  const received = receivedAt ? new Date(receivedAt) : now;
  if (received > now) return no('CAL-13', 'received_ahead', '受理时间晚于现在，请核对后再填。', 'The time of receipt lies ahead.', 'receivedAt');
  if (postedAt && new Date(postedAt) > received) return no('CAL-13', 'posted_after_found', '发帖时间不能晚于发现时间。', 'A post cannot be later than its being found.', 'postedAt');
  if (feedbackBy && new Date(feedbackBy) <= received) return no('CMP-08', 'feedback_in_past', '约定的反馈时间须晚于受理时间。', 'The time agreed for feedback must be after the receipt.', 'feedbackBy');
  return 'yes';
}

/** FCR-10, FCR-11: what is class I is never settled at the desk; the highest manager on duty takes charge. */
export function onSpotAllowed({ kind, solvedOnSpot }: Registering): Verdict {
  return solvedOnSpot && classOf(kind) === 'I'
    ? no('FCR-11', 'class_one_on_spot', '一类信息须立即报当班最高管理者，不能登记为当场解决。', 'A class I matter goes to the highest manager on duty and cannot be settled on the spot.', 'solvedOnSpot')
    : 'yes';
}

/**
 * FCR-36, CHO-07: 'not my post' is no answer. A visitor is answered, and not sent on with a number; on the phone a leader or manager who was asked
 * may give the right one, while on the hotline whoever took the call keeps it. A company may let it be given everywhere, or nowhere.
 */
export function numberMayBeGiven({ channel, solvedOnSpot }: Registering, firstContactManages: boolean, policy: Policy): Verdict {
  if (!solvedOnSpot?.numberGiven) return 'yes';
  const { connect_by_phone: allowed } = policy.choices;
  if (allowed === 'nowhere') return no('CHO-07', 'no_number', '本公司一律不转接、不让客户另打电话：请问清后直接答复。', 'Here nobody is sent on to another number: find it out and answer.', 'solvedOnSpot.numberGiven');
  if (channel !== 'phone') return solvedOnSpot.foundOutFrom || !follows(policy, 'FCR-36') ? 'yes' : no('FCR-36', 'visitor_sent_on', '来访咨询由首问人问清后直接答复，只给电话不算答复：请写明向谁问清。',
    'A visitor is answered by the first-contact person; a number alone is no answer: say from whom it was found out.', 'solvedOnSpot.foundOutFrom');
  return firstContactManages || allowed === 'everywhere' ? 'yes' : no('CHO-07', 'hotline_keeps', '热线来电不转接、不让客户另打电话，由接听人跟到底。', 'On the hotline the caller is not sent on to another number: whoever took it keeps it.', 'solvedOnSpot.numberGiven');
}

/** A line for lists where nobody wrote one: the customer's first sentence. */
export const titleOf = ({ title, whatHappened }: Pick<Registering, 'title' | 'whatHappened'>) =>
  title?.trim() || (whatHappened.trim().split(/[。!?!?\n]/u)[0] ?? '').slice(0, 60) || whatHappened.trim().slice(0, 60);
