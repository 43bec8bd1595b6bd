import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { sayWho } from '../app/say-who.ts';
import { modulesBelow, moduleOf, type Module } from './imports.ts';
import { LAWS, strangersWriting, unfinishedRefusals, WORDINGS } from './laws.ts';

const root = new URL('../../../../', import.meta.url).pathname;
const modules = modulesBelow(root, ['apps/server/src', 'apps/web/src', 'packages/contract/src']);
const files = modules.map(({ file }) => ({ file, text: readFileSync(root + file, 'utf8') }));
/** A breach of each law, planted beside the real modules. */
const PLANTED: Record<string, [file: string, text: string]> = {
  'imports go downhill: a floor never looks up': ['apps/server/src/clocks/x.ts', `import { accept } from '../matters/accept.ts';`],
  'work modules never import each other': ['apps/server/src/complaints/x.ts', `import { callBack } from '../callbacks/call-back.ts';`],
  'rules are pure: other rules, plain types and the contract, nothing that reads or waits': ['apps/server/src/matters/x.rules.ts', `import { factsOf } from './matters.store.ts';`],
  'SQL lives in stores and queries': ['apps/server/src/matters/x.ts', `import { sql } from 'kysely';`],
  'only routes know the framework': ['apps/server/src/matters/x.ts', `import fastify from 'fastify';`],
  'the web knows the contract and nothing else of the server': ['apps/web/src/x.tsx', `import { LAWS } from '../../server/src/laws/laws.ts';`],
  'the contract knows nobody': ['packages/contract/src/x.ts', `import { v7 } from 'uuid';`],
  'no barrels': ['apps/server/src/matters/x.ts', `export { a } from '../staff/index.ts';`],
  'every room has a floor': ['apps/server/src/shed/x.ts', ''],
};

describe('the laws of the house', () => {
  test.each(LAWS.map((law) => [law.name, law] as const))('%s', (_, law) => { expect(law.breaches(modules)).toEqual([]); });
  test.each(Object.entries(PLANTED))('a planted breach is found: %s', (name, [file, text]) => {
    const law = LAWS.find((l) => l.name === name)!;
    expect(law.breaches([...modules, moduleOf(file, text)]).length).toBe(law.breaches(modules).length + 1);
  });
  test('a planted circle and an empty house are found', () => {
    const circle: Module[] = [{ file: 'a.ts', imports: ['b.ts'] }, { file: 'b.ts', imports: ['a.ts'] }];
    const law = (name: string) => LAWS.find((l) => l.name === name)!;
    expect(law('no circle of imports').breaches(circle)).toEqual(['a.ts > b.ts > a.ts']);
    expect(law('there is something to check').breaches([])).toEqual(['only 0 modules were read']);
    expect(new Set([...Object.keys(PLANTED), 'no circle of imports', 'there is something to check'])).toEqual(new Set(LAWS.map((l) => l.name)));
  });
  test.each(WORDINGS)('$name', ({ where, never }) => {
    expect(files.filter(({ file, text }) => where.test(file) && never.test(text)).map(({ file }) => file)).toEqual([]);
    expect(never.test('const now = Date.now();')).toBe(true);
    expect(files.some(({ file }) => where.test(file))).toBe(true);
  });
  test('a table is written only by the store of the module that owns it', () => {
    expect(strangersWriting(files)).toEqual([]);
    expect(strangersWriting([...files, { file: 'apps/server/src/complaints/x.store.ts', text: `tx.insertInto('matter')` }])).toEqual(['matter is written by matters and complaints']);
    expect(strangersWriting([{ file: 'apps/server/src/matters/x.ts', text: `tx.updateTable('matter')` }])).toHaveLength(1);
  });
  test('a refusal in Chinese is a sentence and ends with 。', () => {
    // what the nightly check finds is no refusal: its parts are told in one sentence
    expect(files.filter(({ file }) => /^apps\/server\/src\/(?!checking\/)/.test(file) && !file.endsWith('.test.ts')).flatMap(({ file, text }) => unfinishedRefusals(file, text))).toEqual([]);
    const planted = ["no('CMP-01', 'x', '不行', 'No')", "note('text', 'x', `超过 ${most} 字`, 'No')", "({ code: 'x', zh: '不行', en: 'No' })", "no('CMP-01', 'x', '不行。', 'No.')"];
    expect(planted.map((text) => unfinishedRefusals('x.ts', text).length)).toEqual([1, 1, 1, 0]);
  });
  test('a route that does not say who may use it does not start', () => {
    const house = Fastify();
    house.addHook('onRoute', sayWho);
    expect(() => house.get('/secrets', () => 'x')).toThrow('does not say who may use it');
  });
});
