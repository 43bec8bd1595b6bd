/** A clause as its file in rulebook/ gives it. how, also: enforce, clock, record, count, guide or publish. */
export interface Rule {
  id: string;
  zh: string;
  rule: string;
  how: string;
  also?: readonly string[];
  params?: Readonly<Record<string, unknown>>;
  /** Another reading, by the name of the number. */
  alt?: Readonly<Record<string, unknown>>;
  /** `ours`: no number of the rule is a manual's. */
  param_src?: string;
  ours?: readonly string[];
  src?: string;
  every?: string;
  starts?: string | Readonly<Record<string, string>>;
  to?: string | Readonly<Record<string, string>>;
  /** Of a choice (CHO): the setting, its options and default, and the smaller settings that belong to it. */
  setting?: string;
  meaning?: string;
  always?: string;
  options?: readonly Option[];
  default?: string;
  with?: Readonly<Record<string, { zh: string; options: readonly (string | boolean)[]; default: string | boolean }>>;
  governs?: readonly string[];
}
export interface Option { value: string; zh: string; means: string; src: string }
/** A named setting as the rulebook gives it; `standard` holds where a company chose nothing. */
export interface SettingOf { rule: string; values: readonly string[]; standard: string }

/** The settings of a choice. One that is a plain yes or no is a number of the rule it belongs to (CBK-15/separate). */
export function settingsOf({ id, setting, options = [], default: standard, with: smaller = {} }: Rule): [name: string, SettingOf][] {
  if (setting === undefined || standard === undefined) return [];
  const named = Object.entries(smaller).filter(([, its]) => typeof its.default === 'string');
  return [[setting, { rule: id, values: options.map(({ value }) => value), standard }],
    ...named.map(([name, its]): [string, SettingOf] => [name, { rule: id, values: its.options.map(String), standard: String(its.default) }])];
}

/** Whether the rule holds in this way: how or also. */
export const holdsBy = (rule: Rule, way: string) => rule.how === way || (rule.also?.includes(way) ?? false);

/** Every number and switch as rule/param; one that is a map has a key for itself and one for each entry, rule/param.entry. */
export function paramsOf(rule: Rule): [key: string, value: unknown][] {
  return Object.entries(rule.params ?? {}).flatMap(([name, value]): [string, unknown][] => [[`${rule.id}/${name}`, value],
    ...(value?.constructor === Object ? Object.entries(value).map(([entry, its]): [string, unknown] => [`${rule.id}/${name}.${entry}`, its]) : [])]);
}
