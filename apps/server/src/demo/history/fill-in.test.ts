import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groundOf } from '../../app/timekeeping.ts';
import { checkCompany } from '../../checking/check-company.ts';
import { connect, type Db } from '../../db/connect.ts';
import { freshDatabase } from '../../testing/world.ts';
import { seedDemo } from '../seed-demo.ts';
import { fillIn } from './fill-in.ts';
import { homesOf } from './households.ts';
import { numbersInOrder, tellHistory, WHOLE, type Extent } from './tell-history.ts';
import { turnsOn } from './turns.ts';

const NOW = Date.parse('2026-11-24T06:41:00Z');
const homes = homesOf(WHOLE.seed);
const told = () => tellHistory({ ...WHOLE, seeded: NOW, homes, ids: {}, departments: new Map(), rejects: () => false });

describe('the history of the demonstration, as it is told', () => {
  const lives = told();
  test('the same seed tells the same', () => expect(JSON.stringify(told())).toBe(JSON.stringify(lives)));
  test('2,100 homes with the ten of the small one, each number once; three months until now, hundreds of which nothing is said twice alike', () => {
    expect(homes).toHaveLength(2090);
    const phones = homes.flatMap(({ residents }) => residents.map(({ phone }) => phone));
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.every((phone) => /^(199|166)0000\d{4}$/.test(phone))).toBe(true);
    expect(lives.length).toBeGreaterThan(1000);
    expect(lives.length).toBeLessThan(1400);
    expect(lives.every(({ enteredAt, steps }) => enteredAt < NOW && steps.every(({ at }, i) => at < NOW && at > (steps[i - 1]?.at ?? enteredAt)))).toBe(true);
    expect(new Set(lives.map(({ intake }) => intake.title + intake.whatHappened)).size).toBeGreaterThan(0.8 * lives.length);
    expect(JSON.stringify(lives)).not.toMatch(/\{\w\}/);
  });
  test('numbers run on from month to month in the order of entry, those of the present among them', () => {
    const at = (day: string) => ({ at: Date.parse(day), receivedAt: Date.parse(day) });
    expect(numbersInOrder('LH', [at('2026-10-31T15:00Z'), at('2026-11-02T00:00Z'), at('2026-10-31T17:00Z'), at('2026-10-01T00:00Z')])).toEqual(['LH2610-0002', 'LH2611-0002', 'LH2611-0001', 'LH2610-0001']);
  });
  test('SHF-01: nobody is down twice at once, and managers are missing only where a gap is to be seen', () => {
    for (let day = -WHOLE.days; day <= 14; day++) {
      const turns = [...turnsOn(day), ...turnsOn(day + 1).map((turn) => ({ ...turn, from: turn.from + 24, until: turn.until + 24 }))];
      for (const [i, a] of turns.entries()) expect(turns.slice(i + 1).some((b) => a.who === b.who && b.from < a.until && a.from < b.until), `${a.who} on ${day}`).toBe(false);
      for (const hour of [2, 10, 22]) {
        const on = [...turnsOn(day - 1).map((turn) => ({ ...turn, from: turn.from - 24, until: turn.until - 24 })), ...turnsOn(day)];
        const open = !on.some(({ post, from, until }) => ['centre_manager', 'department_head', 'customer_service_lead', 'relations_lead'].includes(post) && from <= hour && hour < until);
        expect(open, `${day} ${hour}`).toBe((day === 5 && hour === 22) || (day === 6 && hour === 2) || (day === 13 && hour === 10));
      }
    }
  });
});

describe('the history of the demonstration, as it is filled in', () => {
  const SMALL: Extent = { seed: 7, days: 8, nthHome: 70 };
  let database: Awaited<ReturnType<typeof freshDatabase>>; let db: Db; let owner: pg.Client;
  const company = v7();
  const count = async (from: string) => (await owner.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]!.n;
  beforeAll(async () => {
    database = await freshDatabase();
    [db, owner] = [connect(database.app, 4), new pg.Client(database.owner)];
    await owner.connect();
    await seedDemo(db, company, new Date(NOW), SMALL);
  }, 120_000);
  afterAll(async () => { await Promise.all([db.destroy(), owner.end()]); await database.drop(); });

  test('cut off twice and gone on with, each thing is there once, by the real use cases, and nobody was told', async () => {
    const ringing = `clock where next_alarm_at <= '${new Date(NOW).toISOString()}'`;
    const present = await count('matter'), told = await count('message'), rang = await count(ringing);
    const refused: string[] = [];
    const how = { now: () => new Date(NOW), giveWay: () => 0, refused: (error: Error) => { refused.push(error.message); } };
    const stop = new AbortController();
    await fillIn(db, company, { ...how, signal: stop.signal, progress: (done) => { if (done > 40) stop.abort(); } });
    let far = 0;
    const cut = fillIn(db, company, { ...how, progress: (done) => { far = done; }, now: () => { if (far > 150) throw new Error('in the middle of a batch'); return new Date(NOW); } });
    await expect(cut).rejects.toThrow('in the middle of a batch');
    const [half] = (await owner.query('select done, total, ended_at from demo_filling')).rows;
    expect(half.done).toBe(far);
    expect(half.done).toBeLessThan(half.total);
    expect(half.ended_at).toBeNull();
    await fillIn(db, company, how);
    expect((await owner.query('select done = total as whole, ended_at from demo_filling')).rows).toEqual([{ whole: true, ended_at: new Date(NOW) }]);

    expect(refused).toEqual([]);
    const lives = tellHistory({ ...SMALL, seeded: NOW, homes: homesOf(SMALL.seed).filter((_, i) => i % SMALL.nthHome === 0), ids: {}, departments: new Map(), rejects: () => false });
    expect(await count(`matter_fact where what = 'received'`) - present - await count(`matter m where exists (select from matter_fact f where f.matter_id = m.matter_id and f.what = 'received' and f.data ? 'linkedTo')`)).toBe(lives.length);
    expect(await count('room where kind = \'room\'')).toBe(10 + homesOf(SMALL.seed).filter((_, i) => i % SMALL.nthHome === 0).length);
    expect(await count('message')).toBe(told);
    expect(await count('delivery')).toBe(0);
    expect(await count(ringing)).toBe(rang);
    expect((await checkCompany(db, company, new Date(NOW), groundOf)).map(({ differing, findings }) => ({ differing, findings }))).toEqual([{ differing: 0, findings: [] }]);
    // done already: the next start does nothing
    await fillIn(db, company, { ...how, progress: () => expect.unreachable() });
  }, 120_000);
});
