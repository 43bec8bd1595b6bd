// What bin/test runs once everything is installed: each check and all tests, closing with a line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const results = 'test-results';
let [passed, failed] = [0, 0];
const failures: string[] = [];
const skipped: string[] = [];

/** A check is one thing that passes or fails, by its exit code. */
function check(name: string, program: string, ...args: string[]) {
  if (run(name, program, ...args)) passed++;
  else fail(name);
}

interface Report {
  numPassedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** A project of tests (vitest.config.ts), each test counted; so is a file that breaks before its tests. */
function tests(project: string) {
  const file = `${results}/${project}.json`;
  const ended = run(`${project} tests`, 'vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
  const failuresBefore = failures.length;
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return fail(`${project} tests: no report`);
  }
  passed += report.numPassedTests;
  for (const { name, status, assertionResults } of report.testResults) {
    const broken = assertionResults.filter((test) => test.status === 'failed');
    for (const test of broken) fail(`${name}: ${test.fullName}`);
    if (status === 'failed' && broken.length === 0) fail(name);
    skipped.push(...assertionResults.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => `${name}: ${test.fullName}`));
  }
  if (report.numPassedTests === 0) fail(`${project} tests: none passed`);
  if (!ended && failures.length === failuresBefore) fail(`${project} tests: an error outside the tests`);
}

function run(name: string, program: string, ...args: string[]): boolean {
  console.log(`\n== ${name}`);
  const begun = Date.now();
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - begun) / 1000)} s`);
  return status === 0;
}

function fail(what: string) {
  failed++;
  failures.push(what);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
check('types', 'tsc', '-p', '.');
check('lint', 'oxlint', '--type-aware', '--deny-warnings');
check('web', 'npm', 'run', 'build', '-w', '@shouwen/web', '--silent', '--', '--logLevel', 'warn');
check('rules', 'node', 'bin/rules.ts');
tests('unit');
tests('e2e');

if (skipped.length) console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
if (failures.length) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
