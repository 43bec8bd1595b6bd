import type { Phrase } from '@shouwen/contract/phrases';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { RULEBOOK_FOLDER } from '../policy/rulebook.ts';

/** STD-02, STD-05: the product's own lists, which hold until a company keeps its own: rulebook/wording.yaml. */
export const PHRASES: readonly Phrase[] = parse(readFileSync(new URL('wording.yaml', RULEBOOK_FOLDER), 'utf8')) as Phrase[];
