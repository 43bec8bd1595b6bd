import { parseSync, type Node } from 'oxc-parser';
import type { Module } from './imports.ts';

const SERVER = 'apps/server/src/';
/** Floors from below; a module may see its own floor's ground, and everything beneath. */
const FLOORS: readonly (readonly string[])[] = [
  ['calendar', 'search'],
  ['policy', 'staff', 'db', 'outside'],
  ['customers', 'clocks', 'roster', 'wording'],
  ['matters'],
  ['complaints', 'callbacks'],
  ['alarms', 'finding', 'statistics', 'checking', 'importing', 'files', 'replaying', 'records', 'backups', 'wall', 'exporting'],
  ['app', 'testing', 'demo', 'laws'],
];
const WORK: readonly string[] = ['complaints', 'callbacks'];
const roomOf = (file: string) => file.startsWith(SERVER) ? file.slice(SERVER.length).split('/')[0]! : undefined;
const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room));
const isTest = (file: string) => file.endsWith('.test.ts') || file.endsWith('.test.tsx') || file.includes('/testing/');
const isRules = (file: string) => file.endsWith('.rules.ts');

export interface Law { name: string; breaches(modules: readonly Module[]): string[] }
const everyImport = (name: string, forbids: (file: string, to: string) => boolean): Law => ({
  name, breaches: (modules) => modules.flatMap(({ file, imports }) => imports.filter((to) => forbids(file, to)).map((to) => `${file} imports ${to}`)),
});

/** docs/map.md, checked on every run. Each law has a planted breach in laws.test.ts. */
export const LAWS: readonly Law[] = [
  everyImport('imports go downhill: a floor never looks up', (file, to) => {
    const [from, into] = [roomOf(file), roomOf(to)];
    return from !== undefined && into !== undefined && from !== into && !isTest(file) && !onlyTypesOfTheHouse(file, to) && floorOf(into) > floorOf(from);
  }),
  everyImport('work modules never import each other', (file, to) => {
    const [from, into] = [roomOf(file), roomOf(to)];
    return from !== undefined && into !== undefined && from !== into && WORK.includes(from) && WORK.includes(into) && !isTest(file);
  }),
  everyImport('rules are pure: other rules, plain types and the contract, nothing that reads or waits', (file, to) =>
    isRules(file) && /^(node:|kysely|pg$|fastify|pino|uuid)|\.(store|queries)\.ts$|\/routes\.ts$/.test(to)),
  everyImport('SQL lives in stores and queries', (file, to) => file.startsWith(SERVER) && (to === 'kysely' || to === 'pg') && !isTest(file)
    && !/\.(store|queries)\.ts$/.test(file) && !/^apps\/server\/src\/(db|app)\//.test(file)),
  everyImport('only routes know the framework', (file, to) => file.startsWith(SERVER) && /^(fastify|@fastify\/)/.test(to) && !isTest(file)
    && !file.endsWith('routes.ts') && roomOf(file) !== 'app'),
  everyImport('the web knows the contract and nothing else of the server', (file, to) => file.startsWith('apps/web/') && to.startsWith('apps/server/')),
  everyImport('the contract knows nobody', (file, to) => file.startsWith('packages/contract/') && !isTest(file) && to !== 'typebox' && !to.startsWith('packages/contract/')),
  everyImport('no barrels', (_, to) => /^(apps|packages)\/.*\/index\.tsx?$/.test(to)),
  { name: 'every room has a floor', breaches: (modules) => [...new Set(modules.flatMap(({ file }) => { const room = roomOf(file); return room !== undefined && floorOf(room) < 0 && !room.endsWith('.ts') ? [room] : []; }))] },
  { name: 'no circle of imports', breaches: circles },
  { name: 'there is something to check', breaches: (modules) => modules.length > 100 ? [] : [`only ${modules.length} modules were read`] },
];
/** routes.ts of any floor take the shape of the house from app/. */
const onlyTypesOfTheHouse = (file: string, to: string) => file.endsWith('routes.ts') && to.startsWith(`${SERVER}app/`);

function circles(modules: readonly Module[]): string[] {
  const graph = new Map(modules.map(({ file, imports }) => [file, imports]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done' || !graph.has(file)) return;
    if (state.get(file) === 'open') { found.push([...path.slice(path.indexOf(file)), file].join(' > ')); return; }
    state.set(file, 'open');
    for (const to of graph.get(file)!) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const { file } of modules) visit(file, []);
  return found;
}

/** What a text must not hold, wherever it stands. */
export interface Wording { name: string; where: RegExp; never: RegExp }
export const WORDINGS: readonly Wording[] = [
  { name: 'no rule reads the clock, chance or the environment', where: /\.rules\.ts$/, never: /new Date\(\)|Date\.now|process\.|Math\.random|randomUUID/ },
  { name: 'no use case reads the clock: time is an argument', where: /^apps\/server\/src\/(matters|complaints|callbacks|alarms|staff|customers|roster)\/(?!.*\.test\.ts$).*\.ts$/, never: /new Date\(\)|Date\.now/ },
];

/** A table is written only by the stores of one module, its owner; the owner need not be named anywhere, it is whoever writes it. */
export function strangersWriting(files: readonly { file: string; text: string }[]): string[] {
  const writes = files.filter(({ file }) => file.startsWith(SERVER) && !isTest(file)).flatMap(({ file, text }) =>
    [...text.matchAll(/(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'((?:\w+\.)?\w+)'/g)].map(([, table]) => ({ file, table: table! })));
  const outside = writes.filter(({ file }) => !file.endsWith('.store.ts')).map(({ file, table }) => `${file} writes ${table} outside a store`);
  const owners = Map.groupBy(writes, ({ table }) => table);
  const shared = [...owners].flatMap(([table, by]) => {
    const rooms = [...new Set(by.map(({ file }) => roomOf(file)))];
    return rooms.length > 1 ? [`${table} is written by ${rooms.join(' and ')}`] : [];
  });
  return [...outside, ...shared];
}

const CHINESE = /[\u4e00-\u9fff]/;
/** What a refusal or a note about a row says in Chinese: the third argument of `no` and `note`, and `zh` beside a `code`. */
const said = (node: Node): Node | undefined => {
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && ['no', 'note'].includes(node.callee.name)) return node.arguments[2];
  if (node.type !== 'ObjectExpression') return undefined;
  const named = (name: string) => node.properties.find((one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name);
  const zh = named('zh');
  return named('code') && zh?.type === 'Property' ? zh.value : undefined;
};
/** Its words; one that ends with another's `zh` ends as that does. */
const wordsOf = (node: Node): string => {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : '';
  if (node.type !== 'TemplateLiteral') return '';
  const [last, text] = [node.expressions.at(-1), node.quasis.map((part) => part.value.cooked).join('…')];
  return text.endsWith('…') && last?.type === 'Identifier' && last.name === 'zh' ? `${text}。` : text;
};

/** A refusal is a sentence: in Chinese it ends with 。 */
export function unfinishedRefusals(file: string, text: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    const zh = said(node);
    const words = zh ? wordsOf(zh) : '';
    if (CHINESE.test(words) && !words.endsWith('。')) found.push(`${file}: ${words}`);
    for (const inner of Object.values(node) as unknown[]) for (const one of Array.isArray(inner) ? inner as unknown[] : [inner]) if (typeof one === 'object' && one !== null && 'type' in one) walk(one as Node);
  };
  walk(parseSync(file, text).program);
  return found;
}
