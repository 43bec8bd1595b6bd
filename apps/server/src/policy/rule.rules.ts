/**
 * A clause as its file in rulebook/ gives it. how, also: enforce, clock, record, count, guide or publish. `clause` says in Chinese what `rule` (of a
 * choice: `meaning`) says in English; whatever else people read stands beside its English as `_zh`. The two say the same duty.
 */
export interface Rule {
  id: string;
  zh: string;
  clause: string;
  rule: string;
  how: string;
  also?: readonly string[];
  params?: Readonly<Record<string, unknown>>;
  /** Another reading, by the name of the number. */
  alt?: Readonly<Record<string, unknown>>;
  alt_zh?: Readonly<Record<string, string>>;
  /** `ours`: no number of the rule is a manual's. */
  param_src?: string;
  /** What no manual holds: a number by its name, or a part of the rule in words. */
  ours?: readonly (string | Said)[];
  src?: string;
  /** Where `src` is more than a place in a manual. */
  src_zh?: string;
  every?: string;
  starts?: string | Readonly<Record<string, string>>;
  to?: string | Readonly<Record<string, string>>;
  /** Of a choice (CHO): the setting, its options and default, and the smaller settings that belong to it. */
  setting?: string;
  meaning?: string;
  always?: string;
  always_zh?: string;
  options?: readonly Option[];
  default?: string;
  with?: Readonly<Record<string, { zh: string; options: readonly (string | boolean)[]; options_zh?: Readonly<Record<string, string>>; default: string | boolean }>>;
  governs?: readonly string[];
}
export interface Said { zh: string; en: string }
export interface Option { value: string; zh: string; means: string; means_zh: string; src: string; src_zh?: string }
/** A named setting as the rulebook gives it; `standard` holds where a company chose nothing. */
export interface SettingOf { rule: string; values: readonly string[]; standard: string }

/** The settings of a choice. One that is a plain yes or no is a number of the rule it belongs to (CBK-15/separate). */
export function settingsOf({ id, setting, options = [], default: standard, with: smaller = {} }: Rule): [name: string, SettingOf][] {
  if (setting === undefined || standard === undefined) return [];
  const named = Object.entries(smaller).filter(([, its]) => typeof its.default === 'string');
  return [[setting, { rule: id, values: options.map(({ value }) => value), standard }],
    ...named.map(([name, its]): [string, SettingOf] => [name, { rule: id, values: its.options.map(String), standard: String(its.default) }])];
}

/** Where a rule or an option is from. */
export const sourceOf = ({ src = '', src_zh = src }: { src?: string; src_zh?: string }): Said => ({ zh: src_zh, en: src });

/** Whether the rule holds in this way: how or also. */
export const holdsBy = (rule: Rule, way: string) => rule.how === way || (rule.also?.includes(way) ?? false);

const HAN = /\p{Script=Han}/u;
/** What of a clause people would get to read in English alone: `clause`, `always_zh`, `options.never.src_zh`. */
export function unsaidInChinese(rule: Rule): string[] {
  const { clause, always, always_zh, alt = {}, alt_zh = {}, ours = [], params = {}, options = [], with: smaller = {} } = rule;
  const misses = (at: string, zh: string | undefined) => (zh && HAN.test(zh) ? [] : [at]);
  const source = (at: string, { src, src_zh }: { src?: string; src_zh?: string }) => (src && /[a-z]{2}/.test(src) ? misses(`${at}src_zh`, src_zh) : []);
  return [
    ...misses('clause', clause), ...always === undefined ? [] : misses('always_zh', always_zh), ...source('', rule),
    ...Object.keys(alt).flatMap((name) => misses(`alt_zh.${name}`, alt_zh[name])),
    ...ours.flatMap((one) => (typeof one !== 'string' ? misses(`ours.${one.en}`, one.zh) : one in params ? [] : [`ours.${one}`])),
    ...options.flatMap((option) => [...misses(`options.${option.value}.means_zh`, option.means_zh), ...source(`options.${option.value}.`, option)]),
    ...Object.entries(smaller).flatMap(([name, { options: values, options_zh = {} }]) => values.flatMap((value) => (typeof value === 'string' ? misses(`with.${name}.options_zh.${value}`, options_zh[value]) : []))),
  ];
}

/** Every number and switch as rule/param; one that is a map has a key for itself and one for each entry, rule/param.entry. */
export function paramsOf(rule: Rule): [key: string, value: unknown][] {
  return Object.entries(rule.params ?? {}).flatMap(([name, value]): [string, unknown][] => [[`${rule.id}/${name}`, value],
    ...(value?.constructor === Object ? Object.entries(value).map(([entry, its]): [string, unknown] => [`${rule.id}/${name}.${entry}`, its]) : [])]);
}
