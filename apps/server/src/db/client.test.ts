import { sql } from 'kysely';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../testing/world.ts';
import { connect, type Db, type Tx } from './connect.ts';
import { inCompany } from './in-company.ts';
import { send } from './send.ts';

// One connection, so that each test stands on what the one before it left.
let database: Awaited<ReturnType<typeof freshDatabase>>;
let db: Db;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
  await owner.query(`create table tried (n int constraint tried_once primary key, said text); grant all on tried to shouwen_app`);
  db = connect(database.app, 1);
});
afterAll(async () => { await db.destroy(); await owner.end(); await database.drop(); });

const company = v7();
const inTransaction = <T>(use: (tx: Tx) => Promise<T>) => inCompany(db, company, use);
const put = (tx: Tx, n: unknown) => send(tx, { compile: () => sql`insert into tried (n) values (${n})`.compile(tx) });
const kept = async () => (await owner.query<{ n: number }>('select n from tried order by n')).rows.map((row) => row.n);
const ask = (tx: Tx) => sql`select 1`.execute(tx);

describe('statements that are sent without being heard', () => {
  test('they are done in order, before the next that is heard, in the company of the transaction', async () => {
    await inTransaction(async (tx) => {
      await put(tx, 1);
      await send(tx, { compile: () => sql`update tried set n = n + 10`.compile(tx) });
      await put(tx, 2);
      expect((await sql`select array_agg(n order by n) as n, current_company() as company from tried`.execute(tx)).rows).toEqual([{ n: [2, 11], company }]);
    });
    expect(await kept()).toEqual([2, 11]);
  });
  test('one that fails undoes the transaction with its own error, at commit or at the next that is heard, and the connection goes on', async () => {
    const once = { code: '23505', constraint: 'tried_once' };
    await expect(inTransaction(async (tx) => { await put(tx, 3); await put(tx, 2); })).rejects.toMatchObject(once);
    await expect(inTransaction(async (tx) => { await put(tx, 3); await put(tx, 2); await put(tx, 4); await ask(tx); })).rejects.toMatchObject(once);
    await expect(inTransaction(async (tx) => { await put(tx, 2); await ask(tx).catch(() => undefined); })).rejects.toMatchObject(once);
    await expect(inTransaction(async (tx) => { await Promise.all([ask(tx), put(tx, 2), put(tx, 4)]); })).rejects.toMatchObject(once);
    await inTransaction((tx) => put(tx, 3));
    expect(await kept()).toEqual([2, 3, 11]);
  });
  test('one whose values can\'t be written says so at once, and nothing is committed after it', async () => {
    await expect(inTransaction((tx) => put(tx, { n: 1n }))).rejects.toThrow('BigInt');
    await expect(inTransaction(async (tx) => { await put(tx, 5); await put(tx, { n: 1n }).catch(() => undefined); })).rejects.toThrow('BigInt');
    expect(await kept()).toEqual([2, 3, 11]);
  });
  test('a savepoint takes back the one that failed, and only it: what comes after is committed, and no error is left over', async () => {
    await inTransaction(async (tx) => {
      await put(tx, 20);
      await sql`savepoint row`.execute(tx);
      await put(tx, 21);
      await put(tx, 2);
      await expect(sql`release savepoint row`.execute(tx)).rejects.toMatchObject({ constraint: 'tried_once' });
      await sql`rollback to savepoint row`.execute(tx);
      await put(tx, 22);
    });
    expect(await kept()).toEqual([2, 3, 11, 20, 22]);
  });
  test('a connection that is lost fails the transaction, and the next has another', async () => {
    await expect(inTransaction(async (tx) => {
      const { rows: [{ pid } = { pid: 0 }] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await put(tx, 30);
      await owner.query('select pg_terminate_backend($1, 5000)', [pid]);
      await ask(tx);
    })).rejects.toThrow();
    await inTransaction((tx) => put(tx, 31));
    expect(await kept()).toEqual([2, 3, 11, 20, 22, 31]);
  });
});

describe('statements sent so often that they are prepared', () => {
  const all = (tx: Tx) => sql<{ n: number }>`select * from tried where n > ${0} order by n`.execute(tx);
  const prepared = async () => (await inTransaction((tx) => sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(tx))).rows.map((row) => row.statement);
  const often = async () => { for (let i = 0; i < 30; i++) await inTransaction(all); };

  test('a table that changes under one fails it once; from then on it is sent as it is', async () => {
    await often();
    expect(await prepared()).toContain('select * from tried where n > $1 order by n');
    await owner.query('alter table tried add column more text');
    await expect(inTransaction(all)).rejects.toMatchObject({ code: '0A000' });
    await owner.query('alter table tried add column yet_more text');
    expect((await inTransaction(all)).rows).toHaveLength(6);
  });
  test('an error in a transaction that had failed before is none of the statement\'s own: preparing goes on', async () => {
    for (let i = 0; i < 30; i++) await inTransaction((tx) => put(tx, 100 + i));
    await db.destroy();
    db = connect(database.app, 1);
    await expect(inTransaction(async (tx) => { await send(tx, { compile: () => sql`insert into tried (n) values (2), (2)`.compile(tx) }); await put(tx, 200); await put(tx, 201); await put(tx, 202); })).rejects.toMatchObject({ constraint: 'tried_once' });
    await inTransaction((tx) => put(tx, 200));
    expect(await prepared()).toContain('insert into tried (n) values ($1)');
  });
  test('behind a proxy, where they are lost, one fails and nothing is prepared any more', async () => {
    await inTransaction((tx) => sql`deallocate all`.execute(tx));
    await expect(inTransaction((tx) => put(tx, 300))).rejects.toMatchObject({ code: '26000' });
    await inTransaction((tx) => put(tx, 300));
    expect(await prepared()).toEqual([]);
  });
});
