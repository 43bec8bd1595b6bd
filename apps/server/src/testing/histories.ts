import type { Fact, MatterKind, Moment } from '@shouwen/contract/facts';
import fc from 'fast-check';
import { at, fact } from './lakeside.ts';

const kinds: MatterKind[] = ['complaint', 'complaint', 'complaint', 'inquiry', 'inquiry', 'repair', 'repair', 'urgent_help', 'possible_hazard', 'suggestion', 'help_request', 'wrongdoing_report'];
const channels = ['phone', 'in_person', 'letter', 'email', 'forum', 'wechat', 'owners_committee', 'press'] as const;
/** What may happen, by die: not all of it sensible, as in life. */
const happenings: ((when: Moment, die: number) => Fact)[] = [
  (t, n) => fact(t, 'kind_decided', { kind: kinds[n % kinds.length]!, reason: 'looked again' }),
  (t) => fact(t, 'accepted', { as: 'department_head' }), (t) => fact(t, 'accepted', { as: 'responsible_department' }), (t) => fact(t, 'solved_on_spot', {}),
  (t) => fact(t, 'reported', { to: 'duty_manager' }), (t) => fact(t, 'contacted', { whom: 'first_customer', as: 'duty_manager' }),
  (t) => fact(t, 'told', { whom: 'first_customer', as: 'responsible_manager', result: true }),
  (t) => fact(t, 'told', { whom: 'first_contact_person', as: 'responsible_manager', result: true }),
  (t) => fact(t, 'told', { whom: 'department_head', as: 'holder', result: true }), (t) => fact(t, 'interim_reply', {}),
  (t) => fact(t, 'conclusive_reply', { stance: 'responsible' }), (t) => fact(t, 'reply_passed_on', { to: 'referring_unit' }),
  (t, n) => fact(t, 'promised', { promise: `p${n % 3}`, what: 'x', due: t + n * 600_000 }), (t, n) => fact(t, 'promise_moved', { promise: `p${n % 3}`, due: t + n * 900_000 }),
  (t, n) => fact(t, 'promise_kept', { promise: `p${n % 3}` }), (t) => fact(t, 'not_reached', { person: 'x' }), (t) => fact(t, 'found_unsolvable', { department: 'x' }),
  (t, n) => fact(t, 'slip_accepted', { slip: `s${n % 2}`, department: 'x' }), (t, n) => fact(t, 'person_named', { slip: `s${n % 2}`, person: 'x' }),
  (t) => fact(t, 'handling_ended', {}), (t) => fact(t, 'callback_exempt', { ground: 'sensitive' }), (t) => fact(t, 'callback_recorded', { satisfied: true }),
  (t) => fact(t, 'claim_stated', { yuan: 2000 }), (t, n) => fact(t, 'fault_stated', { fault: (['alleged', 'not_alleged', 'found'] as const)[n % 3]! }),
  (t, n) => fact(t, 'major_decided', { as: n % 2 ? 'quality_department' : 'customer_service_lead', major: n % 3 === 0, reason: 'x' }), (t) => fact(t, 'hot_reached', {}),
  (t) => fact(t, 'report_delivered', { report: 'major', to: 'quality_department' }), (t) => fact(t, 'report_delivered', { report: 'major', to: 'leader_in_charge' }),
  (t) => fact(t, 'posted', {}), (t) => fact(t, 'post_forwarded', { from: 'developer_customer_centre' }), (t) => fact(t, 'cause_outside', { unit: 'x' }), (t) => fact(t, 'progress_told', {}), (t, n) => fact(t, 'question_asked', { question: `q${n % 2}` }),
  (t, n) => fact(t, 'question_answered', { question: `q${n % 2}` }), (t) => fact(t, 'extreme_behaviour_flagged', { by: 'mei' }),
  (t, n) => fact(t, 'handed_over', { handover: `h${n}`, toDepartment: 'eng', way: 'dispatched' }), (t, n) => fact(t, 'accepted', { as: 'department_head', department: 'eng', handover: `h${n}` }),
  (t) => fact(t, 'taken_over', { role: 'holder', from: 'mei', to: 'li', reason: 'leave', standing: 'x' }), (t) => fact(t, 'wrongly_received', { from: 'mei', note: 'x' }),
  (t) => fact(t, 'work_done', { text: 'x' }), (t, n) => fact(t, 'verified', { passed: n % 2 === 0, text: 'x' }), (t) => fact(t, 'answer_verified', { answered: true, by: 'customer' }),
  (t, n) => fact(t, 'conclusive_reply', { stance: 'not_responsible', way: n % 2 ? 'phone' : 'letter', written: n % 3 === 0 }), (t) => fact(t, 'customer_came_again', { way: 'phone', text: 'x' }),
  (t, n) => fact(t, 'paused', { pause: `z${n % 3}`, reason: n % 2 ? 'objective_obstacle' : 'awaiting_customer', allowedBy: 'sun', ...(n % 5 === 0 && { atMostUntil: t + n * 600_000 }) }),
  (t, n) => fact(t, 'resumed', { pause: `z${n % 3}` }), (t) => fact(t, 'found_outside', {}), (t) => fact(t, 'told_who_handles', { unit: 'x' }), (t) => fact(t, 'alarm_noted', { clock: 'CMP-31/within.1' }),
  (t, n) => fact(t, 'extreme_behaviour_acknowledged', { as: n % 2 ? 'quality_department' : 'leader_in_charge' }), (t) => fact(t, 'callback_recorded', { satisfied: false }),
  (t) => fact(t, 'closed', { way: 'satisfied' }), (t) => fact(t, 'reopened', { channel: 'phone', why: 'repeat' }), (t) => fact(t, 'entered_in_error', { approvedBy: 'wang' }),
];
/** From the receipt on, up to thirty things happen to a matter, each after the one before. */
export const histories = fc.record({
  start: fc.integer({ min: 0, max: 300 * 24 * 60 }), kind: fc.constantFrom(...kinds), channel: fc.constantFrom(...channels), referred: fc.boolean(),
  later: fc.array(fc.record({ gap: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 4000 })), what: fc.nat(happenings.length - 1), die: fc.nat(200) }), { maxLength: 30 }),
}).map(({ start, kind, channel, referred, later }) => {
  let t = at('2026-01-02 00:00') + start * 60_000;
  const facts = [fact(t, 'received', { kind, channel, ...(referred && { referredBy: 'x' }) })];
  for (const { gap, what, die } of later) facts.push(happenings[what]!(t += gap * 60_000, die));
  return facts;
});
