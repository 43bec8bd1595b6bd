/** A clause as its file in rulebook/ gives it. how, also: enforce, clock, record, count, guide or publish. */
export interface Rule {
  id: string;
  zh: string;
  rule: string;
  how: string;
  also?: readonly string[];
  params?: Readonly<Record<string, unknown>>;
  every?: string;
  starts?: string | Readonly<Record<string, string>>;
  to?: string | Readonly<Record<string, string>>;
}

/** Whether the rule holds in this way: how or also. */
export const holdsBy = (rule: Rule, way: string) => rule.how === way || (rule.also?.includes(way) ?? false);

/** Every number and switch as rule/param; one that is a map has a key for itself and one for each entry, rule/param.entry. */
export function paramsOf(rule: Rule): [key: string, value: unknown][] {
  return Object.entries(rule.params ?? {}).flatMap(([name, value]): [string, unknown][] => [[`${rule.id}/${name}`, value],
    ...(value?.constructor === Object ? Object.entries(value).map(([entry, its]): [string, unknown] => [`${rule.id}/${name}.${entry}`, its]) : [])]);
}
