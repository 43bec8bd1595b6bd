import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { groundOf } from '../app/timekeeping.ts';
import { connect } from '../db/connect.ts';
import { world, type TestWorld } from '../testing/world.ts';
import { unboundFindings } from './check.queries.ts';
import { checkCompany } from './check-company.ts';
import { checkTonight } from './check-tonight.ts';

let w: TestWorld;
let numbers: string[];
beforeAll(async () => {
  w = await world('2026-11-20T02:00:00Z');
  numbers = [];
  for (const kind of ['complaint', 'repair', 'inquiry', 'possible_hazard', 'complaint', 'complaint'])
    numbers.push((await w.as('hejiayi').post('/matters', { centreId: w.centre, kind, channel: 'phone', reporter: { name: '陈桂芳', place: '3栋2单元1702' }, whatHappened: `${kind} 一件`, readBack: true })).json().number);
  for (const [verb, body] of [['acceptances', {}], ['promises', { what: '下午回电', due: '2026-11-20T08:00:00Z' }]] as const)
    expect((await w.as('linxiaoyan').act(numbers[0]!, verb, body)).statusCode).toBe(200);
});
afterAll(() => w.end());
const codes = async () => (await checkCompany(w.db, w.company, w.now(), groundOf)).flatMap(({ findings }) => findings.map(({ code, matter }) => `${code} ${matter ?? '-'}`)).sort();
const idOf = async (number: string) => (await w.owner.query('select matter_id from matter where number = $1', [number])).rows[0].matter_id as string;
/** Damages a copy of the rows behind the product's back, looks, and puts everything back. */
async function planted(damage: (id: string, number: string) => Promise<unknown>, number = numbers[0]!): Promise<string[]> {
  const id = await idOf(number);
  await w.owner.query('set session_replication_role = replica');
  for (const table of ['matter', 'matter_fact', 'clock', 'staff']) await w.owner.query(`create temp table kept_${table} as select * from ${table}`);
  try {
    await damage(id, number);
    return await codes();
  } finally {
    for (const table of ['matter', 'matter_fact', 'clock', 'staff']) {
      // what the database works out by itself is not put back
      const { rows: [columns] } = await w.owner.query<{ given: string }>(`select string_agg(quote_ident(attname), ', ') as given from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [table]);
      await w.owner.query(`delete from ${table}; insert into ${table} (${columns!.given}) select ${columns!.given} from kept_${table}; drop table kept_${table}`);
    }
    await w.owner.query('set session_replication_role = origin');
  }
}

describe('the invariants on live data', () => {
  test('CMP-46 nothing is found where all is well, also later when much is overdue', async () => {
    expect(await codes()).toEqual([]);
    w.moveClock('2026-12-04T02:00:00Z');
    expect(await codes()).toEqual([]);
    w.moveClock('2026-11-20T02:00:00Z');
  });
  const find = (what: string, damage: Parameters<typeof planted>[0], ...expected: string[]) =>
    test(`${what}: found`, async () => { expect(await planted(damage)).toEqual(expected.map((code) => (code.endsWith('-') ? code : `${code} ${numbers[0]}`))); });

  find('CMP-46 an open matter whose holder has left', () => w.owner.query('update staff set left_at = now(), left_by = staff_id where staff_id = $1', [w.ids.linxiaoyan]), 'no_owner');
  find('CMP-46 an open matter without a running clock', (id) => w.owner.query('delete from clock where matter_id = $1 and verdict is null', [id]), 'clocks_differ', 'no_clock', 'promise_adrift');
  find('CMP-46 a promise that no clock minds', (id) => w.owner.query(`delete from clock where matter_id = $1 and name = 'STD-03/promise'`, [id]), 'clocks_differ', 'promise_adrift');
  find('CAL-10 a clock that was never stored', (id) => w.owner.query(`delete from clock where matter_id = $1 and name = 'CMP-31/within'`, [id]), 'clocks_differ');
  find('CAL-10 a due time that was moved by hand', (id) => w.owner.query(`update clock set derived = replace(derived, '"due":', '"due":1'), due_at = due_at + interval '1 day' where matter_id = $1 and name = 'CMP-31/within'`, [id]), 'clocks_differ');
  find('CAL-10 a sealed verdict that comes out otherwise', (id) => w.owner.query(`update clock set verdict = 'breached' where matter_id = $1 and name = 'FCR-07/handover_within'`, [id]), 'verdict_differs');
  find('a clock stopped without a fact', (id) => w.owner.query(`update clock set derived = regexp_replace(derived, '"fact":"[^"]+"', '"fact":"${v7()}"') where matter_id = $1 and name = 'FCR-07/handover_within'`, [id]), 'clock_without_fact');
  find('a fact that is gone', (id) => w.owner.query(`delete from matter_fact where matter_id = $1 and what = 'contacted'`, [id]), 'clock_without_fact', 'columns_differ', 'revision', 'verdict_differs');
  find('a list that shows something else', (id) => w.owner.query(`update matter set state = 'closed' where matter_id = $1`, [id]), 'columns_differ');
  find('a revision that isn\'t the number of facts', (id) => w.owner.query('update matter set revision = revision + 1 where matter_id = $1', [id]), 'revision');
  find('a matter that lies in another day than its receipt', (id) => w.owner.query(`update matter set received_at = received_at - interval '1 day' where matter_id = $1`, [id]), 'flow -', 'flow -');
  find('CMP-46 a question that nobody has to answer', (id) => w.owner.query(`insert into matter_fact (company_id, matter_id, fact_id, what, happened_at, recorded_at, by, data)
    values ($1, $2, $3, 'question_asked', $4, $4, $5, '{"question":"q"}')`, [w.company, id, v7(), w.now(), w.ids.hejiayi]), 'clocks_differ', 'question_adrift', 'revision');
  find('CMP-46 closed without an answer', (id) => w.owner.query(`insert into matter_fact (company_id, matter_id, fact_id, what, happened_at, recorded_at, by, data)
    values ($1, $2, $3, 'closed', $4, $4, $5, '{"way":"answered"}')`, [w.company, id, v7(), w.now(), w.ids.hejiayi]), 'columns_differ', 'no_answer', 'revision');

  test('the server\'s role is kept to one company; the owner is not', async () => {
    expect(await unboundFindings(w.db)).toEqual([]);
    const asOwner = connect(w.url.owner, 1);
    expect((await unboundFindings(asOwner)).map((f) => f.code)).toContain('unbound_role');
    await asOwner.destroy();
  });
});

describe('every night', () => {
  test('CMP-46 once a day of the centre, what was found goes to the customer-service lead and the centre manager', async () => {
    await planted(async (id) => {
      await w.owner.query('update matter set revision = revision + 1 where matter_id = $1', [id]);
      await checkTonight(w.db, new Date('2026-11-20T19:59:00Z'), groundOf); // one minute to four in Shanghai
      await Promise.all([checkTonight(w.db, new Date('2026-11-20T20:07:00Z'), groundOf), checkTonight(w.db, new Date('2026-11-20T20:07:00Z'), groundOf)]);
      await checkTonight(w.db, new Date('2026-11-20T21:07:00Z'), groundOf);
    });
    expect((await w.owner.query(`select day::text, jsonb_array_length(findings) as n from check_run order by day`)).rows).toEqual([{ day: '2026-11-21', n: 1 }]);
    for (const who of ['sumin', 'zhenghaitao'] as const) {
      const { rows } = (await w.as(who).get('/messages')).json();
      expect(rows).toMatchObject([{ kind: 'check', matter: null, zh: expect.stringContaining(`丽湖花园夜间检查发现 1 处不符：${numbers[0]}`) }]);
    }
    expect((await w.as('hejiayi').get('/messages')).json().rows).toEqual([]);
  });
  test('CMP-46 a night without findings is on record and tells nobody', async () => {
    await checkTonight(w.db, new Date('2026-11-22T20:07:00Z'), groundOf);
    expect((await w.owner.query(`select day::text, jsonb_array_length(findings) as n from check_run order by day desc limit 1`)).rows).toEqual([{ day: '2026-11-23', n: 0 }]);
    expect((await w.as('sumin').get('/messages')).json().rows).toHaveLength(1);
  });
});
