import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { breachesOfTenancy, fillForTwo, keysWithoutCompany, tablesElsewhere } from '../testing/tenancy.ts';
import { freshDatabase } from '../testing/world.ts';
import { insistOnBoundRole } from './migrate.ts';

const [ours, theirs] = [v7(), v7()];
let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: pg.Client;
let app: pg.Client;
let tables: string[];
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.owner);
  app = new pg.Client(database.app);
  await Promise.all([owner.connect(), app.connect()]);
});
afterAll(async () => { await Promise.all([owner.end(), app.end()]); await database.drop(); });

describe('tenancy', () => {
  test('the company stands first in every key, in every unique constraint and in every foreign key; every table has row-level security', async () => {
    expect(await keysWithoutCompany(owner)).toEqual([]);
    await owner.query('begin; create table stray (id int primary key, matter_id uuid unique)');
    expect(await keysWithoutCompany(owner)).toEqual(expect.arrayContaining(['stray has no company_id', 'stray has no row-level security', 'stray has no policy']));
    await owner.query('rollback');
  });
  test('only the sign-in and the job queue have schemas of their own', async () => {
    const others = async () => (await tablesElsewhere(owner)).filter((schema) => schema !== 'auth' && schema !== 'jobs');
    expect(await others()).toEqual([]);
    await owner.query('begin; create schema shed; create table shed.stray (id int primary key)');
    expect(await others()).toEqual(['shed']);
    await owner.query('rollback');
  });
  test('the application is neither owner nor superuser, and refuses to start as one', async () => {
    await expect(insistOnBoundRole(database.app)).resolves.toBeUndefined();
    await expect(insistOnBoundRole(database.owner)).rejects.toThrow('must not use the owner');
  });
  test('table x command x company: nothing of another company can be seen, changed, removed or put in', async () => {
    tables = await fillForTwo(owner, ours, theirs);
    expect(tables.length).toBeGreaterThan(10);
    expect(await breachesOfTenancy(app, tables, ours, theirs)).toEqual([]);
  });
  test('without a company nothing is seen at all', async () => {
    for (const table of tables) expect([table, (await app.query(`select from ${table}`)).rowCount]).toEqual([table, 0]);
  });
  test('the matrix bites: it fails when a policy is dropped, and when row-level security is switched off', async () => {
    await owner.query('drop policy own_company on matter');
    expect(await breachesOfTenancy(app, ['matter'], ours, theirs)).toContain('matter select: our own row 0');
    await owner.query('alter table clock disable row level security');
    expect(await breachesOfTenancy(app, ['clock'], ours, theirs)).toEqual(expect.arrayContaining(['clock select: reaches another company', 'clock insert: into another company']));
  });
});
