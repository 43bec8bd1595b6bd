// Registering over HTTP beside a bare durable transaction on the same PostgreSQL: node bench/registering.ts [seconds a round] [rounds]
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../apps/server/src/testing/free-port.ts';
import { throwAwayPostgres } from '../apps/server/src/testing/postgres.ts';

const CLIENTS = 8;
const [seconds, rounds] = [Number(process.argv[2] ?? 4), Number(process.argv[3] ?? 6)];
const cluster = await throwAwayPostgres(['shared_buffers=256MB', ...(process.env.STATEMENTS ? ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track=all'] : [])]);
process.env.TEST_DATABASE = cluster.address;
const { BASE_URL, frontDoor } = await import('../apps/server/src/testing/front-door.ts');
const door = await frontDoor();
const { administrator, centre } = await door.setUp();
const officer = await door.colleague(administrator, '林晓燕', 'linxiaoyan', { post: 'customer_service_officer', centreId: centre });
const port = await freePort();
const server = spawn(process.execPath, [...(process.env.PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE}`] : []), fileURLToPath(new URL('server.ts', import.meta.url)), door.database.app, BASE_URL, String(port)], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
await once(server.stdout, 'data');

const bare = new pg.Pool({ connectionString: door.database.owner, max: CLIENTS });
await bare.query('create table bare_matter (id uuid primary key, at timestamptz not null, said text not null); create table bare_fact (id uuid primary key, matter uuid not null, at timestamptz not null, data jsonb not null)');
const clients = await Promise.all(Array.from({ length: CLIENTS }, () => bare.connect()));
const SAID = 'B 梯一周三次停运。今早停在 9 楼约 12 分钟。';

/** A transaction of two inserts by prepared statements, as short as it gets from Node. */
async function insertTwo(client: number): Promise<void> {
  const by = clients[client]!;
  const id = randomUUID();
  await by.query('begin');
  await by.query({ name: 'matter', text: 'insert into bare_matter values ($1, $2, $3)', values: [id, new Date(), SAID] });
  await by.query({ name: 'fact', text: 'insert into bare_fact values ($1, $2, $3, $4)', values: [randomUUID(), id, new Date(), JSON.stringify({ text: SAID })] });
  await by.query('commit');
}

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
let nth = 0;
/** A complaint by phone, as a browser sends it. */
function register(): Promise<void> {
  const nr = nth++;
  const body = JSON.stringify({ centreId: centre, kind: 'complaint', channel: 'phone', readBack: true, whatHappened: `${SAID}第 ${nr} 次来电`, reporter: { name: `住户${nr}`, place: `${nr % 20 + 1}栋2单元1702`, phone: `138${String(10_000_000 + nr * 7919).slice(-8)}` } });
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, path: '/api/v1/matters', method: 'POST', headers: { cookie: officer.browser.cookie(), 'sec-fetch-site': 'same-origin', 'idempotency-key': randomUUID(), 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (piece: string) => { said += piece; }).on('end', () => answer.statusCode === 201 ? resolve() : reject(new Error(`${answer.statusCode} ${said}`)));
    });
    sent.on('error', reject).end(body);
  });
}

/** Times a second, by so many clients at once. */
async function rate(once: (client: number) => Promise<void>, forSeconds: number): Promise<number> {
  const began = performance.now();
  const end = began + forSeconds * 1000;
  let done = 0;
  await Promise.all(Array.from({ length: CLIENTS }, async (_, client) => { while (performance.now() < end) { await once(client); done++; } }));
  return done / ((performance.now() - began) / 1000);
}

await rate(register, Number(process.env.WARM ?? 15));
await rate(insertTwo, 1);
if (process.env.STATEMENTS) await clients[0]!.query('create extension pg_stat_statements; select pg_stat_statements_reset()');
/** Processor time of the server so far, in milliseconds (Linux). */
const spent = async () => { const [user, system] = (await readFile(`/proc/${server.pid}/stat`, 'utf8')).split(') ')[1]!.split(' ').slice(11, 13); return (Number(user) + Number(system)) * 10; };
const begun = { cpu: await spent(), nth };
const measured: { bare: number; registering: number }[] = [];
for (let round = 0; round < rounds; round++) measured.push({ bare: await rate(insertTwo, seconds), registering: await rate(register, seconds) });
if (process.env.STATEMENTS) {
  const { rows } = await clients[0]!.query(`select calls, round(mean_exec_time::numeric * 1000) as us, round((mean_plan_time * 1000)::numeric) as plan, round(total_exec_time::numeric) as total, left(regexp_replace(query, '\\s+', ' ', 'g'), 150) as query from pg_stat_statements order by calls desc limit 60`);
  for (const row of rows) console.log(Object.values(row).join(' | '));
}
const cpu = (await spent() - begun.cpu) / (nth - begun.nth);
const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const [floor, registering] = [middle(measured.map((m) => m.bare)), middle(measured.map((m) => m.registering))];
const ratio = middle(measured.map((m) => m.registering / m.bare));
console.log(`| 8 clients, a second | bare, two inserts | registering | ratio | server's processor ms each |\n|---|---:|---:|---:|---:|\n| middle of ${rounds} rounds of ${seconds} s | ${floor.toFixed(0)} | ${registering.toFixed(0)} | ${(ratio * 100).toFixed(1)} % | ${cpu.toFixed(1)} |`);
for (const client of clients) client.release();
await bare.end();
server.stdin.end();
await once(server, 'exit');
await door.end();
await cluster.end();
