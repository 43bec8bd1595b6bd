import type { FactOf } from '@shouwen/contract/facts';
import { on, type ClockTable, type Seen } from '../clocks/definition.rules.ts';
import { kindOf, ofMatter } from '../matters/clocks.rules.ts';
import { callerOwing } from './who-calls-back.rules.ts';

/** CBK-02, CBK-04: where a ground is recorded no callback is due. */
const due = (seen: Seen) => !seen.has('callback_exempt');
const exempt = [on('callback_exempt')];

export const callbackClocks: ClockTable = ofMatter([
  { clock: 'CBK-06/within', starts: [on('handling_ended'), on('important_customer_left')], stops: [on('callback_recorded')], voids: exempt,
    when: (seen) => due(seen) && (kindOf(seen) === 'complaint' || seen.has('important_customer_left')), owes: callerOwing, to: ['customer'] },
  { clock: 'CBK-07/within', starts: [on('customer_left')], when: due, stops: [on('callback_recorded')], voids: exempt,
    owes: 'customer_service_officer', to: ['customer'] },
  { clock: 'CBK-08/answer_by', period: 'CBK-08/if_none_promised', starts: [on('question_asked')], each: 'question',
    due: (f) => (f as FactOf<'question_asked'>).data.due, stops: [on('question_answered')], owes: callerOwing, to: ['customer'] },
  { clock: 'CBK-11/within', starts: [on('door_service_ended')], when: due, stops: [on('callback_recorded')], voids: exempt, owes: callerOwing, to: ['customer'] },
  { clock: 'CBK-12/within', starts: [on('emergency_help_ended')], when: due, stops: [on('callback_recorded')], voids: exempt,
    owes: 'customer_service_officer', to: ['customer'] },
]);
