import { happened, type Deed } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { mayActOnComplaint } from './who.rules.ts';

/**
 * CMP-34: that our service is at fault, as the customer alleges after the intake or as it was found; with a claim of the amount it is then presumed
 * major. It is never taken back here: only the quality department strikes the presumption out.
 */
export const stateFault: Deed<'fault-statements'> = {
  verb: 'fault-statements',
  may: mayActOnComplaint,
  perform(work, matter, body) { record(work, matter, 'fault_stated', { fault: body.fault, text: body.text }, happened(body)); },
};
