import type { Scripts } from '@shouwen/contract/phrases';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { RULEBOOK_FOLDER } from '../policy/rulebook.ts';

type Unnumbered<T> = { [K in keyof T]: T[K] extends { id: string }[] ? Omit<T[K][number], 'id'>[] : T[K] extends Record<string, { id: string }[]> ? Record<string, Omit<T[K][string][number], 'id'>[]> : T[K] };
const book = parse(readFileSync(new URL('scripts.yaml', RULEBOOK_FOLDER), 'utf8')) as Unnumbered<Scripts>;
const numbered = <T extends object>(prefix: string, lines: readonly T[]) => lines.map((line, at) => ({ id: `${prefix}.${at + 1}`, ...line }));

/** HOT-03, ASK-01, CMP-40: the questions for each kind of matter and the eight steps; an id says which line it is, for ticking it. */
export const SCRIPTS: Scripts = {
  ...book, first: numbered('first', book.first), steps: numbered('step', book.steps),
  scripts: Object.fromEntries(Object.entries(book.scripts).map(([kind, lines]) => [kind, numbered(kind, lines)])),
};
