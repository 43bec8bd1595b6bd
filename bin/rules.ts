// Rule -> code -> test: which file claims a rule of the rulebook, and which test carries its id. `bin/rules --help`
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSync } from 'oxc-parser';
import { parse } from 'yaml';

export interface Place { file: string; line: number }
export interface Traced { id: string; zh: string; code: Place[]; tests: (Place & { name: string })[] }
export interface Trace {
  rules: Traced[];
  /** Claimed by code, and no test's name begins with it. */
  untested: string[];
  /** Ids that look like a rule's and stand in no rulebook. */
  unknown: (Place & { id: string })[];
  areas: { area: string; rules: number; inCode: number; tested: number }[];
}

const ID = /\b[A-Z]{3,4}-\d\d\b/g;
const FOLDERS = ['apps', 'packages', 'bin', 'e2e'];

/**
 * Code claims a rule by its id in a doc comment or in a text (a clock's name, a refusal's rule); a test holds one by a name that begins with
 * its id, or a table of tests (`test.each`, title `%s …`) by rows that do.
 */
export function trace(root: string): Trace {
  const rules = new Map(readdirSync(join(root, 'rulebook')).filter((name) => /^\d\d.*\.yaml$/.test(name)).sort()
    .flatMap((name) => parse(readFileSync(join(root, 'rulebook', name), 'utf8')) as { id: string; zh: string }[])
    .map(({ id, zh }) => [id, { id, zh, code: [], tests: [] } as Traced]));
  const prefixes = new Set([...rules.keys()].map(areaOf));
  const unknown: Trace['unknown'] = [];
  const find = (id: string, place: Place, isData = false) => {
    const rule = rules.get(id);
    if (!rule && !isData && prefixes.has(areaOf(id))) unknown.push({ id, ...place });
    return rule;
  };
  for (const file of sourcesBelow(root)) {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = lineStarts(text);
    const place = (at: number): Place => ({ file, line: lines.findLastIndex((start) => start <= at) + 1 });
    if (/\.test\.tsx?$/.test(file)) {
      for (const { name, ids, at } of testsIn(file, text)) for (const id of ids) find(id, place(at), name.startsWith('%s'))?.tests.push({ ...place(at), name });
    } else {
      for (const { id, at } of claimsIn(file, text)) {
        const code = find(id, place(at))?.code;
        if (code && !code.some((p) => p.file === file)) code.push(place(at));
      }
    }
  }
  const all = [...rules.values()];
  return {
    rules: all, unknown, untested: all.filter((r) => r.code.length && !r.tests.length).map((r) => r.id),
    areas: [...prefixes].map((area) => {
      const its = all.filter((r) => areaOf(r.id) === area);
      return { area, rules: its.length, inCode: its.filter((r) => r.code.length).length, tested: its.filter((r) => r.tests.length).length };
    }),
  };
}
const areaOf = (id: string) => id.slice(0, id.indexOf('-'));

function sourcesBelow(root: string): string[] {
  const here = new Set(readdirSync(root));
  return FOLDERS.filter((folder) => here.has(folder)).flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(^|\/)(node_modules|dist)\//.test(name)).sort().map((name) => `${folder}/${name}`));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function* claimsIn(file: string, text: string): Generator<{ id: string; at: number }> {
  const { comments, program } = parseSync(file, text);
  for (const comment of comments) if (comment.type === 'Block' && comment.value.startsWith('*')) yield* idsIn(comment.value, comment.start + 2);
  for (const node of nodesOf(program)) {
    if (node.type === 'Literal' && typeof node.value === 'string') yield* idsIn(node.value, node.start);
    if (node.type === 'TemplateElement') yield* idsIn((node.value as { raw: string }).raw, node.start);
  }
}
function* idsIn(text: string, start: number) {
  for (const { 0: id, index } of text.matchAll(ID)) yield { id, at: start + index };
}

function* testsIn(file: string, text: string): Generator<{ name: string; ids: string[]; at: number }> {
  for (const node of nodesOf(parseSync(file, text).program)) {
    if (node.type !== 'CallExpression') continue;
    const [title] = node.arguments as Node[];
    const name = title && textOf(title);
    const callee = node.callee as Node;
    if (name === undefined || !isTest(callee)) continue;
    const rows = name.startsWith('%s') && callee.type === 'CallExpression' ? (callee.arguments as Node[])[0] : undefined;
    const ids = rows ? [...new Set(((rows.elements ?? []) as Node[]).flatMap((row) => beginningIds(textOf(((row.elements ?? []) as Node[])[0] ?? row) ?? '')))] : beginningIds(name);
    if (ids.length) yield { name, ids, at: node.start };
  }
}
/** test(…), test.each(…)(…), test.runIf(…)(…), it(…). */
function isTest(callee: Node): boolean {
  if (callee.type === 'CallExpression') return isTest(callee.callee as Node);
  return callee.type === 'MemberExpression' ? isTest(callee.object as Node) : callee.type === 'Identifier' && (callee.name === 'test' || callee.name === 'it');
}
const textOf = (node: Node): string | undefined => node.type === 'Literal' && typeof node.value === 'string' ? node.value
  : node.type === 'TemplateLiteral' ? (node.quasis as { value: { raw: string } }[])[0]!.value.raw : undefined;
const beginningIds = (name: string) => /^([A-Z]{3,4}-\d\d[,\s]*)+/.exec(name)?.[0].match(ID) ?? [];

interface Node { type: string; start: number; [key: string]: unknown }
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesOf(each);
  else if (typeof value === 'object' && value !== null) {
    if (typeof (value as Node).type === 'string') yield value as Node;
    for (const each of Object.values(value)) yield* nodesOf(each);
  }
}

/** 0: each claimed rule has a test; 1: one hasn't, or an id stands in no rulebook. */
export function report({ rules, untested, unknown, areas }: Trace): number {
  for (const { id, zh, code, tests } of rules) {
    if (!code.length && !tests.length) continue;
    console.log(`${id} ${zh}`);
    for (const { file, line } of code) console.log(`  code ${file}:${line}`);
    for (const { file, line, name } of tests) console.log(`  test ${file}:${line} ${name}`);
  }
  for (const { id, file, line } of unknown) console.log(`条款不存在 no such rule: ${id} ${file}:${line}`);
  for (const id of untested) console.log(`没有测试 no test: ${id}`);
  console.log();
  for (const { area, rules: all, inCode, tested } of areas) console.log(`${area.padEnd(5)}${String(all).padStart(3)} 条 rules ${String(inCode).padStart(3)} 已实现 in code ${String(tested).padStart(3)} 有测试 tested`);
  return untested.length || unknown.length ? 1 : 0;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { root: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) console.log(`用法 Usage: bin/rules [--json] [--root FOLDER]

列出每条条款由哪些代码实现、由哪些测试验证；代码声称实现而没有测试的，以退出码 1 报告。
Which code claims each rule of the rulebook, and which test holds it. Ends with 1 where a claimed rule has no test.`);
  else {
    const found = trace(values.root ?? new URL('..', import.meta.url).pathname);
    if (values.json) console.log(JSON.stringify(found));
    process.exitCode = values.json ? Number(found.untested.length + found.unknown.length > 0) : report(found);
  }
}
