import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { anyEmployee } from './who.rules.ts';

/** What else is known, by anyone; also how a person complained about is heard (CMP-44). */
export const note: Deed<'notes'> = {
  verb: 'notes', adds: true,
  may: anyEmployee,
  perform(work, matter, body) { record(work, matter, 'noted', { text: body.text, ...(body.files && { files: body.files }) }, happened(body)); },
};
