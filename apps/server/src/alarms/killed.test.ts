import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Clock } from '@shouwen/contract/clocks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { groundOf } from '../app/timekeeping.ts';
import { alarmsOf } from '../clocks/alarms.rules.ts';
import { inCompany } from '../db/in-company.ts';
import { world, type TestWorld } from '../testing/world.ts';
import { sweep } from './sweep.ts';

/** KILLS=20 for a quick look, 200 before a change of the sweeper goes out. */
const KILLS = Number(process.env.KILLS ?? 60);
/** Sweepers at work at any time; what their clocks go through in all, so that something comes due before each kill. Milliseconds. */
const SWEEPERS = 3;
const SPAN = 5 * 24 * 3600_000;
const program = fileURLToPath(new URL('../testing/sweep-for-ever.ts', import.meta.url));

let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-20T01:00:00Z'); });
afterAll(() => w.end());

/** Starts a sweeper and kills it at a random moment of a random one of its sweeps; whether that sweep was under way. */
async function killOne(from: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, w.url.app, String(from), '1000'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let sweeps = 0;
  let last = '';
  const begun = Promise.withResolvers<void>();
  const wanted = 1 + Math.floor(Math.random() * 3);
  child.stdout.on('data', (piece: Buffer) => {
    for (const sign of String(piece)) {
      last = sign;
      if (sign === '+' && ++sweeps === wanted) begun.resolve();
    }
  });
  const ended = once(child, 'exit');
  await Promise.race([begun.promise, ended.then(() => { throw new Error('the sweeper ended by itself'); })]);
  await setTimeout(Math.random() * 30);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  return last === '+';
}

test(`CAL-10 ${KILLS} kills of the sweeper while clocks come due: each (clock, step) has exactly one row, and nobody is told twice`, async () => {
  const base = w.now().getTime();
  for (let i = 0; i < 250; i++) {
    w.moveClock(new Date(base + i * 20_000).toISOString());
    const kind = ['complaint', 'repair', 'inquiry', 'possible_hazard', 'urgent_help'][i % 5];
    const answer = await w.as('hejiayi').post('/matters', { centreId: w.centre, kind, channel: i % 2 ? 'phone' : 'letter', reporter: { name: '陈桂芳', place: '3栋2单元1702' }, whatHappened: '事项', readBack: true });
    expect(answer.statusCode).toBe(201);
  }
  const start = w.now().getTime();
  let kills = 0;
  let interrupted = 0;
  await Promise.all(Array.from({ length: SWEEPERS }, async () => {
    while (kills < KILLS) {
      const from = start + (kills++ / KILLS) * SPAN;
      if (await killOne(Math.round(from))) interrupted++;
    }
  }));
  expect(kills).toBeGreaterThanOrEqual(KILLS);
  expect(interrupted).toBeGreaterThan(KILLS / 2);
  const written = (await w.owner.query('select count(*)::int as n from alarm')).rows[0].n;
  expect(written).toBeGreaterThan(500); // the killed ones did sweep

  const end = new Date(start + SPAN + 3600_000);
  await sweep(w.db, end, groundOf);
  const ground = await inCompany(w.db, w.company, (tx) => groundOf(tx, w.company, w.centre));
  const { rows: clocks } = await w.owner.query('select matter_id, derived, class from clock join matter using (company_id, matter_id)');
  const expected = clocks.flatMap(({ matter_id, derived, class: of }) => {
    const clock = JSON.parse(derived) as Clock;
    return alarmsOf(clock, ground, { urgent: of === 'I' }).filter((alarm) => alarm.at <= end.getTime()).map((alarm) => `${matter_id} ${clock.id} ${alarm.step} ${alarm.at}`);
  });
  const { rows: alarms } = await w.owner.query('select matter_id, clock_id, step, at from alarm');
  expect(alarms.map((row) => `${row.matter_id} ${row.clock_id} ${row.step} ${row.at.getTime()}`).sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(1000);

  const { rows: [counted] } = await w.owner.query(`select
    (select count(*)::int from (select staff_id, matter_id, clock_id, step from message group by 1, 2, 3, 4 having count(*) > 1) as doubled) as doubled,
    (select count(*)::int from alarm a where outcome = 'sent' and not exists (select from message m where m.matter_id = a.matter_id and m.clock_id = a.clock_id and m.step = a.step)) as unsent,
    (select count(*)::int from message m where clock_id is not null and not exists (select from alarm a where outcome = 'sent' and m.matter_id = a.matter_id and m.clock_id = a.clock_id and m.step = a.step)) as unplaced`);
  expect(counted).toEqual({ doubled: 0, unsent: 0, unplaced: 0 });
}, 1_800_000);
