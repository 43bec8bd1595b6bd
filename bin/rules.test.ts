import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { trace } from './rules.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rules-'));
  write('rulebook/01.yaml', '- {id: CMP-01, zh: 立场}\n- {id: CMP-02, zh: 查清}\n- {id: FCR-01, zh: 全员}\n');
});
afterEach(() => rmSync(root, { recursive: true }));
function write(file: string, text: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
const run = (...args: string[]) => spawnSync(process.execPath, [new URL('rules.ts', import.meta.url).pathname, '--root', root, ...args], { encoding: 'utf8' });

test('a rule that code claims and no test holds is reported, and fails', () => {
  write('apps/server/src/a.ts', '/** CMP-01: the stance. */\nexport const a = 1;\n');
  expect(trace(root).untested).toEqual(['CMP-01']);
  const { status, stdout } = run();
  expect([status, stdout]).toEqual([1, expect.stringContaining('no test: CMP-01')]);
});
test('with a test it passes, and the report ends with counts per area', () => {
  write('apps/server/src/a.ts', '/** CMP-01: the stance. */\nexport const a = 1;\n');
  write('apps/server/src/a.test.ts', `test('CMP-01 a reply without a stance is refused', () => {});\n`);
  const { status, stdout } = run();
  expect(status).toBe(0);
  expect(stdout).toContain('CMP-01 立场\n  code apps/server/src/a.ts:1\n  test apps/server/src/a.test.ts:1 CMP-01 a reply without a stance is refused\n');
  expect(stdout.trim().split('\n').slice(-2)).toEqual(['CMP    2 条 rules   1 已实现 in code   1 有测试 tested', 'FCR    1 条 rules   0 已实现 in code   0 有测试 tested']);
});
test('a text claims as well as a doc comment: a clock by its name, a refusal by its rule', () => {
  write('apps/server/src/a.ts', `export const rows = [{ clock: 'CMP-02/within' }];\nexport const refuse = () => no('FCR-01', 'x');\nexport const said = (x: string) => \`CMP-01 \${x}\`;\n`);
  expect(trace(root).rules.map((r) => r.code.map((p) => p.line))).toEqual([[3], [1], [2]]);
});
test('a remark, a name in the middle of a title and a test in passing claim and hold nothing', () => {
  write('apps/server/src/a.ts', '// as CMP-02 says\nexport const a = 1;\n');
  write('apps/server/src/a.test.ts', `test('the stance of CMP-01', () => {});\nexpect('CMP-02');\n`);
  expect(trace(root).rules.flatMap((r) => [...r.code, ...r.tests])).toEqual([]);
});
test('a test may hold several rules, and a table of tests those its rows begin with', () => {
  write('apps/server/src/a.test.ts', `test('CMP-01 CMP-02 both', () => {});\ntest.each([['FCR-01', 1], ['CMP-02', 2]])('%s is %s', () => {});\ntest.each(['CMP-01'])('%s alone', () => {});\n`);
  expect(trace(root).rules.map((r) => [r.id, r.tests.map((t) => t.line)])).toEqual([['CMP-01', [1, 3]], ['CMP-02', [1, 2]], ['FCR-01', [2]]]);
});
test('an id that no rulebook has is a mistake, but not as bad input in a table of tests', () => {
  write('apps/server/src/a.tsx', '/** CMP-77 */\nexport const A = () => <b>x</b>;\n');
  expect(trace(root).unknown).toEqual([{ id: 'CMP-77', file: 'apps/server/src/a.tsx', line: 1 }]);
  expect(run().status).toBe(1);
  write('apps/server/src/a.tsx', '');
  write('apps/server/src/a.test.ts', `test.each(['CMP-77'])('%s is refused', () => {});\n`);
  expect(trace(root).unknown).toEqual([]);
});
test('words of another kind aren\'t taken for rules, nor what lies in node_modules', () => {
  write('apps/server/src/a.ts', '/** ISO-88, UTF-16, PIPL-21. */\nexport const a = 1;\n');
  write('apps/server/node_modules/x/a.ts', '/** CMP-01 */\n');
  expect(trace(root)).toMatchObject({ untested: [], unknown: [] });
});
test('as JSON', () => {
  write('apps/server/src/a.ts', '/** CMP-01 */\nexport const a = 1;\n');
  const { status, stdout } = run('--json');
  expect([status, JSON.parse(stdout)]).toEqual([1, expect.objectContaining({ untested: ['CMP-01'] })]);
});
