import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inCompany } from '../../db/in-company.ts';
import { letterBox } from '../../testing/letter-box.ts';
import { world, type TestWorld } from '../../testing/world.ts';
import { sendMessages } from '../messages.store.ts';

/** KILLS=10 for a quick look. */
const KILLS = Number(process.env.KILLS ?? 100);
const WORKERS = 3;
/** A worker holds this many jobs at most when it dies; they come back after its heartbeat is missed. */
const HELD = 8;
const MESSAGES = KILLS * (HELD + 4) + 100;
const program = fileURLToPath(new URL('../../testing/worker-for-ever.ts', import.meta.url));

let w: TestWorld;
let box: Awaited<ReturnType<typeof letterBox>>;
const heard = new Set<() => void>();
beforeAll(async () => {
  w = await world('2026-11-20T02:00:00Z');
  box = await letterBox({ arrived: () => heard.forEach((tell) => tell()) });
});
afterAll(async () => { await box.close(); await w.end(); });

function begin() {
  const child = spawn(process.execPath, [program, w.url.app, box.url, String(w.now().getTime())], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { child, ended: once(child, 'exit') };
}

/** Kills a worker soon after some letter has arrived, while more are under way. */
async function killOne(): Promise<void> {
  const { child, ended } = begin();
  const { promise, resolve } = Promise.withResolvers<void>();
  let letters = 0;
  const wanted = 1 + Math.floor(Math.random() * HELD * WORKERS);
  const tell = () => { if (++letters === wanted) resolve(); };
  heard.add(tell);
  await Promise.race([promise, setTimeout(20_000), ended.then(() => { throw new Error('the worker ended by itself'); })]);
  heard.delete(tell);
  await setTimeout(Math.random() * 30);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

test(`CAL-10 ${KILLS} kills of the worker while it sends: every message arrives, and none is sent again but one that was under way in a kill, under the same Message-ID`, async () => {
  await w.owner.query(`insert into message_choice (company_id, staff_id, email, email_confirmed_at, mail_kinds, push_kinds, language, revision) values ($1, $2, 'sumin@hengyu.example', $3, '{check}', '{}', 'zh', 1)`, [w.company, w.ids.sumin, w.now()]);
  await inCompany(w.db, w.company, (tx) => sendMessages(tx, w.company, Array.from({ length: MESSAGES }, (_, i) => ({
    staffId: w.ids.sumin, centreId: w.centre, kind: 'check' as const, matterId: null, clockId: null, step: `check ${i}`, as: 'check', urgent: false, rule: 'CMP-46', duty: { zh: `第 ${i} 项`, en: `no. ${i}` }, due: null, zh: '核对', en: 'check',
  })), w.now()));
  let kills = 0;
  let underway = 0;
  await Promise.all(Array.from({ length: WORKERS }, async () => {
    while (kills < KILLS) {
      kills++;
      await killOne();
      underway += 4;
    }
  }));
  expect(kills).toBeGreaterThanOrEqual(KILLS);
  expect(box.letters.length).toBeGreaterThan(KILLS); // the killed ones did send

  const last = begin();
  await vi.waitFor(async () => expect((await w.owner.query(`select count(*)::int as n from delivery where state <> 'sent'`)).rows[0].n).toBe(0), { timeout: 600_000, interval: 1000 });
  last.child.kill('SIGKILL');
  await last.ended;

  const { rows } = await w.owner.query('select delivery_id as id from delivery');
  const ids = new Set(box.letters.map((letter) => letter.id));
  expect([...ids].sort()).toEqual(rows.map((row) => `<${row.id}@hengyu.example>`).sort());
  expect(ids.size).toBe(MESSAGES);
  expect(new Set(box.letters.map((letter) => letter.subject)).size).toBe(MESSAGES);
  const repeated = box.letters.length - ids.size;
  console.log(`${KILLS} kills, ${MESSAGES} messages, ${repeated} letters repeated under their own Message-ID`);
  expect(repeated).toBeLessThanOrEqual(underway);
}, 1_800_000);
