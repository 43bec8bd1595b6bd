import { happened, type Deed } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { inChargeOfComplaint } from './who.rules.ts';

/** CMP-13: round after round until the customer agrees, or the matter climbs. */
export const negotiate: Deed<'negotiations'> = {
  verb: 'negotiations',
  may: inChargeOfComplaint,
  perform(work, matter, body, seen) {
    record(work, matter, 'negotiated', { round: seen.rounds + 1, text: body.text, agreed: body.agreed }, happened(body));
  },
};
