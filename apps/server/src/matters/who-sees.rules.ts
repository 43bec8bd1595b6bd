import type { Fact } from '@shouwen/contract/facts';
import { belongsTo, type Staff } from '../staff/staff.ts';
import { broughtIn } from './coordinations.rules.ts';

/** A matter is there for whoever holds a post in its centre, and for whoever of another one was brought into it (FCR-22); to all others it is not there (404). */
export const seesMatter = (by: Staff, centreId: string, facts: readonly Fact[]): boolean => belongsTo(by, centreId) || broughtIn(facts).has(by.id);
