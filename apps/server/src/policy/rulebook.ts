import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Book } from './legal.rules.ts';
import { paramsOf, settingsOf, unsaidInChinese, type Rule, type Said, type SettingOf } from './rule.rules.ts';

/** Found from this file, wherever the process was started. */
export const RULEBOOK_FOLDER = new URL('../../../../rulebook/', import.meta.url);

const files = readdirSync(RULEBOOK_FOLDER).filter((name) => /^\d\d.*\.yaml$/.test(name)).sort().map((name) => ({
  area: name.slice(3, -'.yaml'.length), rules: parse(readFileSync(new URL(name, RULEBOOK_FOLDER), 'utf8')) as Rule[],
}));
const rules = files.flatMap((file) => file.rules);
for (const rule of rules) {
  const missing = unsaidInChinese(rule);
  if (missing.length > 0) throw new Error(`The rulebook doesn't say ${rule.id} in Chinese: ${missing.join(', ')}`);
}

/** The rules by area: the files of the rulebook, in order. */
export const AREAS: readonly { area: string; rules: readonly Rule[] }[] = files;

/** Every rule of the product by its id, CAL-01 to CHO-16, in the order of the files. */
export const RULEBOOK: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** Every number and switch of the rulebook as rule/param. */
export const PARAMS: ReadonlyMap<string, unknown> = new Map(rules.flatMap((rule) => paramsOf(rule)));

/** CHO-01 to CHO-16: every setting by its name, with its options. */
export const SETTINGS: ReadonlyMap<string, SettingOf> = new Map(rules.flatMap((rule) => settingsOf(rule)));

/** The manuals that sources cite, S0 to S4: rulebook/sources.yaml. */
export const SOURCES: readonly ({ key: string } & Said)[] = Object.entries(parse(readFileSync(new URL('sources.yaml', RULEBOOK_FOLDER), 'utf8')) as Record<string, Said>).map(([key, said]) => ({ key, ...said }));

/** A number that a rule must have. Throws where the rulebook doesn't hold it: the product doesn't start with half a rulebook. */
export function param(key: string): unknown {
  if (!PARAMS.has(key)) throw new Error(`The rulebook has no ${key}`);
  return PARAMS.get(key);
}

/** All of it, for rules about what may be set. */
export const BOOK: Book = { rules: RULEBOOK, params: PARAMS, settings: SETTINGS };
