import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { connect } from '../db/connect.ts';
import { freshDatabase } from '../testing/world.ts';
import { seedDemo } from './seed-demo.ts';

describe('the demonstration centre', () => {
  test.each(['2026-11-24T06:41:00Z', '2026-03-31T16:05:00Z', '2026-10-03T01:30:00Z'])('stands at any hour (%s): people, roster, and matters in many states, each with a clock', async (now) => {
    const database = await freshDatabase();
    const [db, counters, owner] = [connect(database.app, 4), connect(database.app, 2), new pg.Client(database.owner)];
    await owner.connect();
    try {
      expect(await seedDemo(db, counters, new Date(now))).toContain('hejiayi');
      const states = (await owner.query('select distinct state from matter')).rows.map((row) => row.state);
      expect(states).toEqual(expect.arrayContaining(['registered', 'accepted', 'in_progress', 'answered', 'verified', 'paused', 'closed']));
      expect((await owner.query(`select number from matter m where closed_at is null and not exists (select from clock c where c.matter_id = m.matter_id and verdict is null)`)).rows).toEqual([]);
      expect((await owner.query('select count(*)::int as n from matter where received_at > $1', [now])).rows[0].n).toBe(0);
    } finally {
      await Promise.all([db.destroy(), counters.destroy(), owner.end()]);
      await database.drop();
    }
  });
});
