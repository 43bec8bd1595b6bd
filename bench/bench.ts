// All measurements, or those named, one after the other, each in a process of its own; their tables one below the other (bin/bench).
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { throwAwayPostgres } from '../apps/server/src/testing/postgres.ts';

const ALL = ['registering', 'clocks', 'web', 'lists'];
const named = process.argv.slice(2);
const unknown = named.filter((name) => !ALL.includes(name));
if (unknown.length) {
  console.error(`没有这项测量：${unknown.join('、')}。可选：${ALL.join('、')}。\nNo such measurement; there are ${ALL.join(', ')}.`);
  process.exit(2);
}
const cluster = await throwAwayPostgres(['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=1GB', 'max_wal_size=4GB']);
let failed = false;
for (const name of named.length ? named : ALL) {
  console.log(`\n## ${name}\n`);
  failed = spawnSync(process.execPath, [fileURLToPath(new URL(`${name}.ts`, import.meta.url))], { stdio: 'inherit', env: { ...process.env, TEST_DATABASE: cluster.address } }).status !== 0 || failed;
}
await cluster.end();
process.exitCode = failed ? 1 : 0;
