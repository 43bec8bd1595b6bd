import type { CentreHere } from '../app/me.ts';
import type { Period } from './records-queries.ts';

export const RECORD_TABS = ['records', 'breaches', 'checks', 'evaluations', 'measures', 'committee'] as const;
export type RecordTab = (typeof RECORD_TABS)[number];
/** What the address of the screen says. */
export interface RecordsSought { tab?: RecordTab | undefined; from?: string | undefined; to?: string | undefined; department?: string | undefined; open?: string | undefined; kind?: string | undefined; staff?: string | undefined; check?: string | undefined }
/** What each part of the screen is given; the period is this month where none is named. */
export interface PartProps { centre: CentreHere; today: string; sought: RecordsSought; put: (change: RecordsSought) => void; period: Period }

const SHAPES: Readonly<Record<Exclude<keyof RecordsSought, 'tab'>, RegExp>> = { from: /^\d{4}-\d\d-\d\d$/, to: /^\d{4}-\d\d-\d\d$/, department: /^[0-9a-f-]{36}$/, open: /^1$/, kind: /^[a-z_]{1,30}$/, staff: /^[0-9a-f-]{36}$/, check: /^[0-9a-f-]{36}$/ };
/** Only what has the right shape is kept. */
export function readSought(search: Record<string, unknown>): RecordsSought {
  const tab = RECORD_TABS.find(one => one === search['tab']);
  // the router reads 1 as a number
  const kept = Object.entries(SHAPES).filter(([name, shape]) => ['string', 'number'].includes(typeof search[name]) && shape.test(String(search[name] as string | number))).map(([name]) => [name, String(search[name] as string | number)]);
  return { ...(tab && { tab }), ...Object.fromEntries(kept) as RecordsSought };
}
