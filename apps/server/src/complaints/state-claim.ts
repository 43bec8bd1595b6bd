import { happened, type Deed } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { mayActOnComplaint } from './who.rules.ts';

/** CMP-34: what the customer asks for, in yuan, and when; each claim stays. */
export const stateClaim: Deed<'claims'> = {
  verb: 'claims',
  may: mayActOnComplaint,
  perform(work, matter, body) { record(work, matter, 'claim_stated', { yuan: Number(body.yuan) }, happened(body)); },
};
