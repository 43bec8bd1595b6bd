import { param } from '../policy/rulebook.ts';
import { lacking } from './intake.rules.ts';
import type { Standing } from './standing.rules.ts';

const TRIPS_AT_MOST = param('FCR-18/max_customer_trips') as number;
/** FCR-18: the customer had to come or ask once more than the rule allows. */
export const tooManyTrips = ({ trips }: Pick<Standing, 'trips'>): boolean => trips > TRIPS_AT_MOST;

/** What the record says is not as it should be, in both languages; each stays until the record itself says otherwise. */
export function flagsOf(seen: Standing): { rule: string; zh: string; en: string }[] {
  const lacks = seen.imported ? [] : lacking(seen.reporter);
  return [
    ...(tooManyTrips(seen) ? [{ rule: 'FCR-18', zh: `客户已为此事来访、来电 ${seen.trips} 次，超过 ${TRIPS_AT_MOST} 次`, en: `The customer has come or asked ${seen.trips} times; ${TRIPS_AT_MOST} are allowed` }] : []),
    ...(lacks.length ? [{ rule: 'FCR-04', zh: `登记不全，还缺${lacks.map(({ zh }) => zh).join('、')}：联系客户时补上`, en: `The entry still lacks ${lacks.map(({ en }) => en).join(', ')}: ask at the next contact` }] : []),
    ...(!seen.readBack && !seen.imported && !seen.reporter.withheld ? [{ rule: 'FCR-05', zh: '内容还没有向客户复述确认', en: 'The content has not been read back to the customer yet' }] : []),
  ];
}
