import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { isZone } from '../../calendar/calendar.rules.ts';
import { isLegal } from '../../clocks/due-of-rule.rules.ts';
import { periodOf } from '../../calendar/period.rules.ts';
import { mayBeChosen } from '../../policy/legal.rules.ts';
import { insist, no, Refused } from '../../policy/refusal.ts';
import { BOOK, PARAMS, RULEBOOK, SETTINGS } from '../../policy/rulebook.ts';

const MOST_BYTES = 1_000_000;

/**
 * A company's own numbers, YAML of rule/param: value, and choices by the name of their setting; a param that is a map may be given as one. Throws Refused (input) for a file that
 * can't be read, a param the rulebook doesn't have, and a value that isn't of its kind.
 */
export function readPolicyFile(path: string): { version: string; numbers: ReadonlyMap<string, unknown>; choices: ReadonlyMap<string, string> } {
  const text = read(path);
  const given = parsed(text, path);
  const choices = new Map(Object.entries(given).filter(([key]) => SETTINGS.has(key)).map(([key, value]) => [key, String(value)]));
  insist(...[...choices].map(([setting, value]) => mayBeChosen(setting, value, BOOK)));
  const numbers = new Map(Object.entries(given).filter(([key]) => !SETTINGS.has(key)).flatMap(([key, value]): [string, unknown][] =>
    value?.constructor === Object ? Object.entries(value).map(([entry, its]) => [`${key}.${entry}`, its]) : [[key, value]]));
  for (const [key, value] of numbers) {
    if (!PARAMS.has(key)) throw new Refused(no('input', 'unknown_number', `条款中没有 ${key} 这个参数。`, `The rulebook has no ${key}.`, key));
    if (!fits(key, value)) throw new Refused(no('input', 'bad_number', `${key} 的值“${shown(value)}”无效，默认为“${shown(PARAMS.get(key))}”。`, `"${shown(value)}" is no value for ${key}; the default is "${shown(PARAMS.get(key))}".`, key));
  }
  const [start, end] = ['CAL-11/work_start', 'CAL-11/work_end'].map((key) => String(numbers.get(key) ?? PARAMS.get(key)));
  if (start! >= end!) throw new Refused(no('CAL-11', 'bad_number', `工作时间 ${start} 至 ${end} 无效。`, `Working hours from ${start} to ${end} are none.`, 'CAL-11/work_end'));
  return { version: basename(path).replace(/\.ya?ml$/i, ''), numbers, choices };
}

function read(path: string): string {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MOST_BYTES) throw new Error('too large');
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Refused(no('input', 'unreadable_file', `无法读取 ${path}：${(error as Error).message}。`, `${path} can't be read: ${(error as Error).message}`, 'policy'));
  }
}

function parsed(text: string, path: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try { value = parse(text); } catch (error) { value = error; }
  if (value === null) return {};
  if (value?.constructor === Object) return value as Record<string, unknown>;
  throw new Refused(no('input', 'bad_file', `${path} 不是“条款/参数: 值”形式的 YAML。`, `${path} is no YAML of rule/param: value.`, 'policy'));
}

function fits(key: string, value: unknown): boolean {
  const usual = PARAMS.get(key);
  if (key === 'CAL-08/month_starts_on_day') return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 28;
  if (key === 'CAL-01/timezone') return typeof value === 'string' && isZone(value);
  if (key === 'CAL-11/work_start' || key === 'CAL-11/work_end') return typeof value === 'string' && isTime(value);
  if (key === 'CAL-11/days') return value === 'working_days' || value === 'every_day';
  if (key.startsWith('CMP-49/channel_clock.')) return typeof value === 'string' && /^CMP-(28|31|32)$/.test(value) && RULEBOOK.has(value);
  if (typeof usual === 'string' || key.endsWith('/by_day')) return isLegal(key, value) || typeof usual === 'string' && !isLegal(key, usual) && typeof value === 'string';
  return Array.isArray(usual) ? Array.isArray(value) : typeof value === typeof usual;
}
const isTime = (text: string) => { try { return periodOf(text).unit === 'time' && !text.startsWith('next_day'); } catch { return false; } };
const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60);
