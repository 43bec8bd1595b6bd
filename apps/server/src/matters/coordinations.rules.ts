import type { Coordinator, Fact, FactOf, Moment } from '@shouwen/contract/facts';

/** FCR-21, FCR-23: a coordination form (客户接待事项协调单): one that names who leads among several departments, or one filed by whoever received the matter wrongly. */
export interface Coordination {
  form: string;
  by: string;
  at: Moment;
  text: string;
  lead: string | undefined;
  departments: readonly string[];
  /** Who handed it over wrongly. */
  handedOverBy: string | undefined;
  settled: { by: string; at: Moment; text: string; department: string | undefined } | undefined;
}

export function coordinationsOf(happened: readonly Fact[]): Coordination[] {
  const settled = happened.filter((f): f is FactOf<'coordination_settled'> => f.what === 'coordination_settled');
  return happened.flatMap((f): Coordination[] => {
    if (f.what === 'coordination_issued')
      return [{ form: f.data.form, by: f.by, at: f.at, text: f.data.text, lead: f.data.lead, departments: f.data.departments, handedOverBy: undefined, settled: undefined }];
    if (f.what !== 'wrongly_received' || f.data.form === undefined) return [];
    const end = settled.find((one) => one.data.form === f.data.form);
    return [{ form: f.data.form, by: f.by, at: f.at, text: f.data.note, lead: undefined, departments: [], handedOverBy: f.data.from,
      settled: end && { by: end.by, at: end.at, text: end.data.text, department: end.data.department } }];
  });
}
/** Filed, and not settled inside yet (FCR-23). */
export const unsettled = (coordinations: readonly Coordination[]) => coordinations.filter((one) => one.lead === undefined && !one.settled);

/** FCR-22: to whom it was reported that another centre is concerned, and which, in order. */
export interface Crossing { to: Coordinator; centre: string; at: Moment }
export const crossingsOf = (happened: readonly Fact[]): Crossing[] =>
  happened.flatMap((f) => (f.what === 'crossing_reported' ? [{ to: f.data.to, centre: f.data.centre, at: f.at }] : []));
/** FCR-22: who of other centres may open this matter. */
export const broughtIn = (facts: readonly Fact[]): ReadonlySet<string> => new Set(facts.flatMap((f) => (f.what === 'centre_brought_in' ? [f.data.staff] : [])));
