import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

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

/** Found from this file, wherever the process was started. */
export const RULEBOOK_FOLDER = new URL('../../../../rulebook/', import.meta.url);

const rules = readdirSync(RULEBOOK_FOLDER).filter((name) => name.endsWith('.yaml')).sort()
  .flatMap((name) => parse(readFileSync(new URL(name, RULEBOOK_FOLDER), 'utf8')) as Rule[]);

/** Every rule of the product by its id, CAL-01 to CHO-16, in the order of the files. */
export const RULEBOOK: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** Whether the rule holds in this way: how or also. */
export const holdsBy = (rule: Rule, way: string) => rule.how === way || (rule.also?.includes(way) ?? false);

/** Every number and switch as rule/param; one that is a map has a key for itself and one for each entry, rule/param.entry. */
export const PARAMS: ReadonlyMap<string, unknown> = new Map(rules.flatMap((rule) => paramsOf(rule)));

export function paramsOf(rule: Rule): [key: string, value: unknown][] {
  return Object.entries(rule.params ?? {}).flatMap(([name, value]): [string, unknown][] => [[`${rule.id}/${name}`, value],
    ...(value?.constructor === Object ? Object.entries(value).map(([entry, its]): [string, unknown] => [`${rule.id}/${name}.${entry}`, its]) : [])]);
}

/** A number that a rule must have. Throws where the rulebook doesn't hold it: the product doesn't start with half a rulebook. */
export function param(key: string): unknown {
  if (!PARAMS.has(key)) throw new Error(`The rulebook has no ${key}`);
  return PARAMS.get(key);
}
