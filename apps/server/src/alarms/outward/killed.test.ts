import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inCompany } from '../../db/in-company.ts';
import { letterBox } from '../../testing/letter-box.ts';
import { world, type TestWorld } from '../../testing/world.ts';
import { sendMessages } from '../messages.store.ts';
import { deliverOverdue } from './deliver.ts';

/** KILLS=100 for a thorough run: each is a process that must start, a few seconds of a processor. */
const KILLS = Number(process.env.KILLS ?? 9);
const WORKERS = 3;
/** A worker holds this many jobs at most when it dies, and as many letters are under way. */
const HELD = 8;
const UNDER_WAY = 4;
/** With so many put in by each, letters still come if all others die holding what they may. */
const FED = WORKERS * HELD;
const HOUR = 3600_000;
const program = fileURLToPath(new URL('../../testing/worker-for-ever.ts', import.meta.url));

let w: TestWorld;
let box: Awaited<ReturnType<typeof letterBox>>;
const heard = new Set<() => void>();
beforeAll(async () => {
  w = await world('2026-11-20T02:00:00Z');
  box = await letterBox({ arrived: () => heard.forEach((tell) => tell()) });
});
afterAll(async () => { await box.close(); await w.end(); });

/** A worker whose clock begins then, once it works. */
async function begin(at: Date) {
  const child = spawn(process.execPath, [program, w.url.app, box.url, String(at.getTime())], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const early = ended.then(() => { throw new Error('the worker ended by itself'); });
  early.catch(() => undefined);
  await Promise.race([once(child.stdout, 'data'), early]);
  return { early, kill: async () => { child.kill('SIGKILL'); expect(await ended).toEqual([null, 'SIGKILL']); } };
}

let told = 0;
const feed = () => inCompany(w.db, w.company, (tx) => sendMessages(tx, w.company, Array.from({ length: FED }, () => ({
  staffId: w.ids.sumin, centreId: w.centre, kind: 'check' as const, matterId: null, clockId: null, step: `check ${++told}`, as: 'check', urgent: false, rule: 'CMP-46', duty: { zh: `第 ${told} 项`, en: `no. ${told}` }, due: null, zh: '核对', en: 'check',
})), w.now()));

/** Starts a worker, and kills it soon after one of the letters has arrived that it and the others are sending. */
async function killOne(): Promise<void> {
  const worker = await begin(w.now());
  const { promise, resolve } = Promise.withResolvers<void>();
  let letters = 0;
  const wanted = 1 + Math.floor(Math.random() * HELD);
  const tell = () => { if (++letters === wanted) resolve(); };
  heard.add(tell);
  await feed();
  await Promise.race([promise, worker.early]);
  heard.delete(tell);
  await setTimeout(Math.random() * 30);
  await worker.kill();
}

test(`CAL-10 ${KILLS} kills of the worker while it sends: every message arrives, and none is sent again but one that was under way in a kill, under the same Message-ID`, async () => {
  await w.owner.query(`insert into message_choice (company_id, staff_id, email, email_confirmed_at, mail_kinds, push_kinds, language, revision) values ($1, $2, 'sumin@hengyu.example', $3, '{check}', '{}', 'zh', 1)`, [w.company, w.ids.sumin, w.now()]);
  let kills = 0;
  await Promise.all(Array.from({ length: WORKERS }, async () => { while (kills++ < KILLS) await killOne(); }));
  const count = async (sql: string) => (await w.owner.query(`select count(*)::int as n from ${sql}`)).rows[0].n as number;
  // the killed ones did send, and died holding jobs
  expect(box.letters.length).toBeGreaterThan(KILLS);
  expect(await count(`jobs.job where name = 'delivery' and (state = 'active' or retry_count > 0)`)).toBeGreaterThan(KILLS / 2);

  const later = new Date(w.now().getTime() + HOUR);
  await deliverOverdue(w.db, later);
  const last = await begin(later);
  await vi.waitFor(async () => expect(await count(`delivery where state = 'waiting'`)).toBe(0), { timeout: 120_000, interval: 200 });
  await last.kill();

  expect(await count(`delivery where state = 'sent'`)).toBe(told);
  const { rows } = await w.owner.query('select delivery_id as id from delivery');
  const ids = new Set(box.letters.map((letter) => letter.id));
  expect([...ids].sort()).toEqual(rows.map((row) => `<${row.id}@hengyu.example>`).sort());
  expect(ids.size).toBe(KILLS * FED);
  expect(new Set(box.letters.map((letter) => letter.subject)).size).toBe(KILLS * FED);
  expect(box.letters.length - ids.size).toBeLessThanOrEqual(KILLS * UNDER_WAY);
}, 1_800_000);
