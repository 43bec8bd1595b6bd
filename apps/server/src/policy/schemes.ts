import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { RULEBOOK_FOLDER } from './rulebook.ts';
import type { Scheme } from './schemes.rules.ts';

/** CHO-16: the presets, `combined` first: rulebook/schemes.yaml. */
export const SCHEMES: readonly Scheme[] = parse(readFileSync(new URL('schemes.yaml', RULEBOOK_FOLDER), 'utf8')) as Scheme[];
