import { readdirSync, readFileSync } from 'node:fs';

const SOURCES = new URL('../', import.meta.url);
const ELSEWHERE = /(^|\/)(testing|demo|laws|db)\/|\.test\.ts$/;
let named: ReadonlySet<string> | undefined;

/**
 * The rules that the product's own code names where it refuses, records or counts, and the settings (CHO) it asks for: what is built, by what is
 * there (bin/rules says where). Read once, 20 ms.
 */
export function namedInCode(): ReadonlySet<string> {
  named ??= new Set(readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !ELSEWHERE.test(file) && !file.startsWith('policy/'))
    .flatMap((file) => readFileSync(new URL(file, SOURCES), 'utf8').match(/\b([A-Z]{3,4}-\d\d|[a-z]+(_[a-z]+)+)\b|(?<=\bchoices\.)[a-z]+/g) ?? []));
  return named;
}
