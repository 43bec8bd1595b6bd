import type { FactOf, Facts } from '@shouwen/contract/facts';
import { both, on, type ClockTable, type Seen } from '../clocks/definition.rules.ts';
import { answerClock, answered, channelOf, conclusive, ofItsKind, ofKinds, ofMatter, receiptOf, sinceReceipt, whoAnswers } from '../matters/clocks.rules.ts';
import type { Policy, PolicyKey } from '../policy/policy.ts';

const CHANNELS = ['CMP-28/channels', 'CMP-31/channels', 'CMP-32/channels'] as const;
const cameBy = (key: (typeof CHANNELS)[number]) => (seen: Seen) =>
  (seen.policy.numbers[key] as readonly string[]).includes(channelOf(seen) ?? '');
/** CMP-49: a channel that no answer rule names itself borrows the clock of the one it is mapped to. */
const borrows = (seen: Seen) => !CHANNELS.some((key) => cameBy(key)(seen));
const borrowed = (seen: Seen) => seen.policy.clockOfChannel[channelOf(seen) ?? 'other'];
const referred = (seen: Seen) => seen.last('received')?.data.referredBy !== undefined;
/**
 * CMP-28: from the post; where its time isn't known, from when it was found or forwarded, whichever was earlier.
 * A repeat has its own post: what came before the last answer was answered by it.
 */
const fromThePost = (seen: Seen) => {
  const found = receiptOf(seen);
  const answered = Math.max(...(['conclusive_reply', 'solved_on_spot'] as const).map((what) => seen.last(what, found?.at)?.at ?? -Infinity));
  return [seen.last('posted', found?.at), seen.last('post_forwarded', found?.at)].find((f) => f && f.at > answered) ?? found;
};
const delivered = (report: 'major' | 'hot' | 'hot_case') => both(
  on('report_delivered', (d) => d.report === report && d.to === 'quality_department'),
  on('report_delivered', (d) => d.report === report && d.to === 'leader_in_charge'));
const aboveUs = ['quality_department', 'leader_in_charge'] as const;
const mapped = {
  period: (seen: Seen) => `${borrowed(seen)}/within` as PolicyKey,
  waitsForWorkingHours: (seen: Seen) => borrowed(seen) === 'CMP-28',
  owes: whoAnswers,
} as const;
/** The answer clocks of the channels; each complaint has one, and a term of the sender's beside it. */
const ANSWERS = ['CMP-28/within', 'CMP-31/within', 'CMP-32/within', 'CMP-49/within', 'CMP-49/referred', 'CMP-49/sender_term'] as const;
/** CMP-34: presumed once both halves hold, whichever was stated last. A fault nobody has spoken of isn't ruled out. One report is enough. */
const claimsEnough = (d: Facts['claim_stated'], policy: Policy) => d.yuan >= (policy.numbers['CMP-34/claim_yuan_at_least'] as number);
const major = (seen: Seen) => !seen.has('report_delivered', (d) => d.report === 'major') && (seen.last('major_decided')?.data.major === true
  || (seen.has('claim_stated', (d) => claimsEnough(d, seen.policy)) && seen.last('fault_stated')?.data.fault !== 'not_alleged'));
const passedOn = both(on('conclusive_reply'), on('reply_passed_on'));

export const complaintClocks = ofMatter([
  { clock: 'CMP-03/report_within', starts: [on('extreme_behaviour_flagged')],
    stops: [both(on('extreme_behaviour_acknowledged', (d) => d.as === 'quality_department'), on('extreme_behaviour_acknowledged', (d) => d.as === 'leader_in_charge'))],
    owes: 'customer_service_lead', to: aboveUs },
  ofItsKind({ clock: 'CMP-08/feedback_by', earliestOf: [...ANSWERS, 'STD-03/promise'], when: (seen) => !answered(seen) && !sinceReceipt(seen, 'interim_reply'),
    due: (f) => f.what === 'received' ? f.data.feedbackBy : undefined,
    stops: [on('interim_reply'), ...conclusive], owes: (seen) => sinceReceipt(seen, 'accepted') ? 'customer_service_lead' : 'receiver', to: ['customer'] }),
  { clock: 'CMP-12/due', starts: [], earliestOf: [...ANSWERS, 'FCR-27/department_reply_within', 'STD-03/promise'], needs: [...ANSWERS, 'FCR-27/department_reply_within'], when: (seen) => !answered(seen),
    stops: conclusive, owes: whoAnswers, to: ['customer'] },
  { clock: 'CMP-18/progress_every', starts: [on('cause_outside')], stops: [on('handling_ended'), on('closed'), on('progress_told')], renewedBy: [on('progress_told')],
    owes: 'customer_service_lead', to: ['customer'] },
  answerClock('channel', ofItsKind({ clock: 'CMP-28/within', from: fromThePost, when: cameBy('CMP-28/channels'), waitsForWorkingHours: () => true,
    stops: conclusive, owes: whoAnswers, to: ['customer'] })),
  answerClock('channel', ofItsKind({ clock: 'CMP-31/within', when: cameBy('CMP-31/channels'), stops: conclusive, owes: whoAnswers, to: ['customer'] })),
  answerClock('channel', ofItsKind({ clock: 'CMP-32/within', when: cameBy('CMP-32/channels'), stops: conclusive, owes: whoAnswers, to: ['customer'] })),
  answerClock('channel', ofItsKind({ ...mapped, clock: 'CMP-49/within', from: (seen) => borrowed(seen) === 'CMP-28' ? fromThePost(seen) : receiptOf(seen), when: (seen) => borrows(seen) && !referred(seen), stops: conclusive, to: ['customer'] })),
  answerClock('channel', ofItsKind({ ...mapped, clock: 'CMP-49/referred', when: (seen) => borrows(seen) && referred(seen), stops: [passedOn], to: ['customer', 'referring_unit'] })),
  answerClock('term', { clock: 'CMP-49/sender_term', period: 'FCR-17/promise_when_none_given', starts: [on('received', (d) => d.senderTerm !== undefined)],
    due: (f) => (f as FactOf<'received'>).data.senderTerm, stops: [passedOn], owes: whoAnswers, to: ['customer', 'referring_unit'] }),
  { clock: 'CMP-34/report_within', starts: [on('claim_stated', claimsEnough), on('fault_stated', (d) => d.fault !== 'not_alleged'),
    on('major_decided', (d) => d.major)], when: major,
    stops: [delivered('major')], voids: [on('major_decided', (d) => !d.major && d.as === 'quality_department')], owes: 'customer_service_lead', to: aboveUs },
  { clock: 'CMP-36/confirm_within', starts: [on('hot_suspected')], stops: [on('hot_settled')], owes: 'designated_person', to: ['customer_service_lead'] },
  { clock: 'CMP-36/report_within', starts: [on('hot_reached')], stops: [delivered('hot')], owes: 'customer_service_lead', to: aboveUs },
  { clock: 'CMP-37/within', starts: [on('handling_ended'), on('hot_reached')], when: (seen) => seen.has('handling_ended') && seen.has('hot_reached'),
    stops: [delivered('hot_case')], owes: 'customer_service_lead', to: aboveUs },
  ofKinds(['complaint'], { clock: 'CMP-42/investigate_within', when: cameBy('CMP-31/channels'), stops: [on('investigation_reported', (d) => d.to === 'department_head'), on('solved_on_spot')],
    owes: 'receiver', to: ['department_head'] }),
]);

const large = (seen: Seen) => seen.last('centre_described')?.data.largeOrPhased === true;
/** Of the centre: one clock each day, month, quarter, channel, box. */
export const complaintDuties: ClockTable = [
  { clock: 'CMP-05/channel_test_every', starts: [on('channel_published')], each: 'channel', stops: [on('channel_tested', (d) => d.passed)],
    renewedBy: [on('channel_tested')], owes: 'customer_service_lead', to: ['centre_manager'] },
  { clock: 'CMP-10/signed_by', every: 'day', starts: [on('period_began')], each: 'period', stops: [on('stocktaking_signed')],
    owes: 'designated_person', to: ['centre_manager'] },
  { clock: 'CMP-22/due_after_quarter_end', every: 'quarter', starts: [on('period_ended')], each: 'period', when: large,
    stops: [both(on('legacy_list_filed', (d) => d.to === 'quality_department'), on('legacy_list_filed', (d) => d.to === 'developer_customer_centre'))],
    owes: 'customer_service_lead', to: ['quality_department', 'developer_customer_centre'] },
  { clock: 'CMP-24/within', starts: [on('daily_report_issued')], each: 'report', stops: [on('daily_report_confirmed')],
    owes: 'designated_person', to: ['centre_manager'] },
  { clock: 'CMP-30/due_after_month_end', every: 'month', starts: [on('period_ended')], each: 'period',
    stops: [on('handling_published'), on('publication_skipped')], owes: 'centre_manager', to: ['owners_and_residents'] },
  { clock: 'CMP-32/box_emptied_every', starts: [on('box_set_up')], each: 'box', stops: [on('box_emptied')], renewedBy: [on('box_emptied')],
    owes: 'customer_service_officer', to: ['customer_service_lead'] },
  { clock: 'CMP-33/by_day', every: 'statistical_month', starts: [on('period_ended')], each: 'period', stops: [on('monthly_report_filed')],
    owes: 'customer_service_lead', to: ['quality_department'] },
];
