import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { mayAct } from './who.rules.ts';

/** FCR-37: who is concerned can't be reached; the exact question is noted and an early answer promised, which is a clock. */
export const noteUnreached: Deed<'unreached-persons'> = {
  verb: 'unreached-persons',
  may: mayAct,
  perform(work, matter, body) {
    record(work, matter, 'not_reached', { person: body.person }, happened(body));
    record(work, matter, 'noted', { text: body.question }, happened(body));
  },
};

/** FCR-37, FCR-03: it lies outside the company's area; it is noted all the same, and never refused. */
export const findOutside: Deed<'outside-findings'> = {
  verb: 'outside-findings',
  may: mayAct,
  perform(work, matter, body) {
    record(work, matter, 'found_outside', {}, happened(body));
    if (body.text) record(work, matter, 'noted', { text: body.text }, happened(body));
  },
};

/** FCR-37: the customer was told by whom outside it is handled. */
export const tellWhoHandles: Deed<'referrals-told'> = {
  verb: 'referrals-told',
  may: mayAct,
  perform(work, matter, body) { record(work, matter, 'told_who_handles', { unit: body.unit }, happened(body)); },
};
