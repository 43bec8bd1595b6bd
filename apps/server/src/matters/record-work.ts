import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { reportsSpecialEvent } from './special-event.rules.ts';

/** FCR-12: the detailed record of what was done about a class I matter; a later one adds to it. */
export const recordWork: Deed<'work-records'> = {
  verb: 'work-records',
  may: reportsSpecialEvent,
  perform(work, matter, body) { record(work, matter, 'work_recorded', { text: body.text, ...(body.files && { files: body.files }) }, happened(body)); },
};
