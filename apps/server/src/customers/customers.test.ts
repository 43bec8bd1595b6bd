import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { world, type TestWorld } from '../testing/world.ts';
import { rejectionInForce } from './rejections.queries.ts';
import { inCompany } from '../db/in-company.ts';
import { fileNumberOf } from './people.rules.ts';
import { digitsOf, foursOf, masked } from './phones.rules.ts';

let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-24T10:00:00+08:00'); });
afterAll(() => w?.end());

const room = async (building: string, unit: string, number: string) => (await w.as('hejiayi').post('/rooms', { centreId: w.centre, kind: 'room', building, unit, number })).json<{ id: string }>().id;
const person = (body: object) => w.as('hejiayi').post('/people', { centreId: w.centre, ...body });
const correct = (id: string, revision: number, body: object) => w.as('hejiayi').post(`/people/${id}`, body, { 'if-match': `"${revision}"` });

test('a room is spoken of as building, unit and number, stands in the order of its numbers, and only once', async () => {
  await room('10', '1', '201');
  await room('2栋', '１', '201');
  expect((await w.as('hejiayi').post('/rooms', { centreId: w.centre, kind: 'common', name: '地库 B1' })).statusCode).toBe(201);
  expect((await w.as('hejiayi').post('/rooms', { centreId: w.centre, kind: 'room', building: '2', unit: '1单元', number: '201' })).json()).toMatchObject({ code: 'room_there' });
  const { rows, next } = (await w.as('hejiayi').get('/rooms?limit=2')).json();
  expect(rows.map((one: { name: string }) => one.name)).toEqual(['2栋1单元201', '10栋1单元201']);
  expect((await w.as('hejiayi').get(`/rooms?limit=2&after=${next}`)).json()).toMatchObject({ rows: [{ name: '地库 B1', kind: 'common' }], next: null });
});

test('correcting a room refuses a stale edit and a name that is taken', async () => {
  const id = await room('88', '1', '101');
  await room('88', '1', '102');
  const say = (revision: number, body: object) => w.as('hejiayi').post(`/rooms/${id}`, body, { 'if-match': `"${revision}"` });
  expect((await say(1, { number: '102' })).json()).toMatchObject({ code: 'room_there' });
  expect((await say(1, { name: '大堂' })).json()).toMatchObject({ code: 'other_kind' });
  expect((await say(1, { unit: null })).json()).toEqual({ id, revision: 2 });
  const stale = await say(1, { unit: '2' });
  expect([stale.statusCode, stale.json().newer]).toEqual([409, expect.objectContaining({ id, revision: 2, unit: null, number: '101' })]);
});

test('ARC-04 the first who moved in on 14 February 2004 is 040214001, the next 002, whenever the file is opened', async () => {
  expect((await person({ name: '陈一', movedInOn: '2004-02-14' })).json()).toMatchObject({ fileNumber: '040214001' });
  expect((await person({ name: '陈二', movedInOn: '2004-02-14' })).json()).toMatchObject({ fileNumber: '040214002' });
  expect((await person({ name: '陈三' })).json()).toMatchObject({ fileNumber: null });
});

test('ARC-04 a file gets its number once, when the day becomes known, and keeps it', async () => {
  const { id } = (await person({ name: '后补' })).json();
  expect((await correct(id, 1, { movedInOn: '2010-05-01' })).json()).toMatchObject({ fileNumber: '100501001', revision: 2 });
  expect((await correct(id, 2, { movedInOn: '2010-05-02' })).json()).toMatchObject({ fileNumber: '100501001' });
});

test('ARC-02 an important customer is so on one of the five grounds, is listed as such, and is no longer once it is taken away', async () => {
  for (const important of ['authority_or_media', 'committee_or_group_lead', 'own_staff', 'key_complainant', 'big_customer'])
    expect((await person({ name: `重要${important}`, important })).statusCode).toBe(201);
  expect((await person({ name: '重要别的', important: 'rich' })).statusCode).toBe(400);
  const listed = async () => (await w.as('linxiaoyan').get('/people?limit=100')).json().rows.filter((row: { name: string }) => row.name.startsWith('重要'));
  const rows = await listed();
  expect(rows.map((row: { important: string }) => row.important).sort()).toEqual(['authority_or_media', 'big_customer', 'committee_or_group_lead', 'key_complainant', 'own_staff']);
  expect((await correct(rows[0].id, rows[0].revision, { important: null })).statusCode).toBe(200);
  expect((await listed()).filter((row: { important: string | null }) => row.important !== null).length).toBe(4);
});
test('ARC-04 no number is given twice under concurrent intake, and a fourth digit appears past 999', async () => {
  await w.owner.query(`insert into file_counter values ($1, '2015-06-01', 980)`, [w.company]);
  const made = await Promise.all(Array.from({ length: 40 }, (_, i) => person({ name: `同日${i}`, movedInOn: '2015-06-01' })));
  const numbers = made.map((answer) => answer.json<{ fileNumber: string }>().fileNumber).sort();
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => fileNumberOf('2015-06-01', 981 + i)).sort());
  expect(numbers).toContain('150601999');
  expect(numbers).toContain('1506011000');
});

test('ARC-04 a VIP has the number of the card; a number given to one is never another\'s, be it card or file', async () => {
  const vip = (await person({ name: '贵宾', movedInOn: '2012-01-01', cardNumber: 'vip-8' })).json();
  expect(vip).toMatchObject({ fileNumber: 'VIP-8' });
  expect((await person({ name: '他人', cardNumber: 'VIP-8' })).json()).toMatchObject({ rule: 'ARC-04', code: 'number_given' });
  expect((await person({ name: '占号', cardNumber: '130101001' })).json()).toMatchObject({ fileNumber: '130101001' });
  expect((await person({ name: '让号', movedInOn: '2013-01-01' })).json()).toMatchObject({ fileNumber: '130101002' });
  expect((await correct(vip.id, 1, { cardNumber: null })).json()).toMatchObject({ fileNumber: '120101001' });
  expect((await person({ name: '再用', cardNumber: 'VIP-8' })).json()).toMatchObject({ code: 'number_given' });
});

test('ARC-04 the day of move-in is neither to come nor before 1950', async () => {
  for (const movedInOn of ['2026-11-25', '1949-12-31']) expect((await person({ name: '某', movedInOn })).json()).toMatchObject({ rule: 'ARC-04', field: 'movedInOn' });
  expect((await person({ name: '某', movedInOn: '2026-13-01' })).statusCode).toBe(400);
});

test('ARC-07 phones are masked in lists, and each look at a full record is logged with its purpose', async () => {
  const home = await room('3', '2', '1702');
  const { id } = (await person({ name: '陈桂芳', phones: ['138-0000-2716', '＋86 13800002716', '0731-88021100'], rooms: [{ roomId: home, relation: 'owner' }], movedInOn: '2019-08-01' })).json();
  const list = (await w.as('linxiaoyan').get(`/people?q=${encodeURIComponent('陈桂')}`)).json();
  expect(list.rows).toEqual([expect.objectContaining({ id, name: '陈桂芳', phonesMasked: ['138****2716', '073*****1100'], rooms: [{ id: home, name: '3栋2单元1702', relation: 'owner' }], fileNumber: '190801001', rejectsCallbacks: false })]);
  expect(JSON.stringify(list)).not.toContain('0000');
  expect((await w.as('linxiaoyan').get(`/people/${id}`)).statusCode).toBe(400);
  await w.as('linxiaoyan').get(`/people/${id}?purpose=matter`);
  const seen = (await w.as('hejiayi').get(`/people/${id}?purpose=intake`)).json();
  expect(seen).toMatchObject({ phones: ['138-0000-2716', '0731-88021100'], looks: [{ by: { name: '何佳怡' }, purpose: 'intake' }, { by: { name: '林晓燕' }, purpose: 'matter' }] });
});

test('ARC-07 whose post doesn\'t need personal data sees none, and a look that is refused is no look', async () => {
  const { id } = (await person({ name: '不外传', phones: ['13900001111'] })).json();
  for (const who of ['liangwei', 'dengbin'] as const) {
    expect((await w.as(who).get('/people')).json()).toMatchObject({ rule: 'ORG-01' });
    expect((await w.as(who).get(`/people/${id}?purpose=matter`)).json()).toMatchObject({ rule: 'ORG-01' });
    expect((await w.as(who).get('/search?q=1111')).json()).toMatchObject({ people: [] });
  }
  expect((await w.as('qianshen').post('/people', { centreId: w.centre, name: '审计' })).json()).toMatchObject({ rule: 'ORG-01' });
  expect((await w.owner.query('select from customer_look where person_id = $1', [id])).rowCount).toBe(0);
});

test('ARC-05 a correction refuses a stale edit and keeps what stood there', async () => {
  const [first, second] = [await room('5', '1', '0603'), await room('5', '1', '0604')];
  const { id } = (await person({ name: '王秀兰', rooms: [{ roomId: first, relation: 'owner' }], phones: ['13800000603'] })).json();
  expect((await w.as('hejiayi').post(`/people/${id}`, { name: '王秀' })).statusCode).toBe(428);
  expect((await correct(id, 1, { rooms: [{ roomId: second, relation: 'tenant' }], phones: [] })).json()).toMatchObject({ revision: 2 });
  const stale = await correct(id, 1, { name: '错' });
  expect([stale.statusCode, stale.json().newer]).toEqual([409, { id, revision: 2, name: '王秀兰', movedInOn: null, cardNumber: null, important: null, phonesMasked: [], rooms: [{ roomId: second, relation: 'tenant' }] }]);
  expect((await w.as('hejiayi').get(`/people/${id}?purpose=file_keeping`)).json()).toMatchObject({ phones: [], rooms: [{ name: '5栋1单元0604', until: null }, { name: '5栋1单元0603', until: '2026-11-24' }] });
  const { rows } = await w.owner.query(`select data from customer_fact where person_id = $1 and what = 'person_corrected'`, [id]);
  expect(rows).toMatchObject([{ data: { before: { phones: ['13800000603'], rooms: [{ roomId: first, relation: 'owner' }] } } }]);
});

test('one Idempotency-Key is one person, however often it is sent at once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => w.as('hejiayi').post('/people', { centreId: w.centre, name: '只一次', movedInOn: '2018-03-03' }, { 'idempotency-key': 'the-same-key' })));
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
  expect((await w.owner.query(`select from person where name = '只一次'`)).rowCount).toBe(1);
});

test('CBK-04 who rejects callbacks is marked in their words until they lift it; it binds the person or all who live there', async () => {
  const home = await room('9', '1', '2001');
  const [wife, husband] = await Promise.all(['赵太太', '赵文博'].map(async (name) => (await person({ name, rooms: [{ roomId: home, relation: 'owner' }] })).json<{ id: string }>().id)) as [string, string];
  const say = { words: '不要再打电话给我们', reason: '作息不便', saidOn: '2026-11-20', binds: 'household' };
  const bar = (whom: { personId?: string; roomId?: string }) => inCompany(w.db, w.company, (tx) => rejectionInForce(tx, w.company, whom));
  expect(await bar({ personId: husband })).toBeUndefined();
  expect((await w.as('hejiayi').post(`/people/${wife}/callback-rejections`, { ...say, saidOn: '2026-11-25' })).json()).toMatchObject({ rule: 'CAL-13' });
  const { id } = (await w.as('hejiayi').post(`/people/${wife}/callback-rejections`, say)).json();
  expect((await w.as('hejiayi').post(`/people/${wife}/callback-rejections`, say)).json()).toMatchObject({ rule: 'CBK-04', code: 'rejects_already' });
  for (const whom of [{ personId: wife }, { personId: husband }, { roomId: home }]) expect(await bar(whom)).toMatchObject({ id, binds: 'household' });
  expect((await w.as('hejiayi').get(`/people/${husband}?purpose=callback`)).json()).toMatchObject({ rejectsCallbacks: true, callbackRejections: [{ personName: '赵太太', words: say.words, reason: say.reason, saidOn: '2026-11-20', takenBy: { name: '何佳怡' }, lifted: null }] });
  expect((await w.as('hejiayi').get(`/people?roomId=${home}`)).json().rows).toMatchObject([{ rejectsCallbacks: true }, { rejectsCallbacks: true }]);

  const lift = (whose: string, words: string, headers: Record<string, string> = { 'if-match': '"1"' }) => w.as('hejiayi').post(`/people/${whose}/callback-rejections/${id}/liftings`, { words }, headers);
  expect([(await lift(husband, '可以')).statusCode, (await lift(wife, '可以', {})).statusCode, (await lift(wife, '以后可以打了')).statusCode]).toEqual([404, 428, 204]);
  const late = await lift(wife, '我也问过了');
  expect([late.statusCode, late.json().newer]).toMatchObject([409, { id, revision: 2, liftingWords: '以后可以打了' }]);
  expect((await lift(wife, '我也问过了', { 'if-match': '"2"' })).statusCode).toBe(404);
  for (const whom of [{ personId: wife }, { personId: husband }, { roomId: home }]) expect(await bar(whom)).toBeUndefined();
  expect((await w.as('hejiayi').get(`/people/${wife}?purpose=callback`)).json()).toMatchObject({ rejectsCallbacks: false, callbackRejections: [{ lifted: { words: '以后可以打了', by: { name: '何佳怡' } } }] });

  await w.as('hejiayi').post(`/people/${wife}/callback-rejections`, { ...say, binds: 'person' });
  expect(await bar({ personId: wife })).toMatchObject({ binds: 'person' });
  for (const whom of [{ personId: husband }, { roomId: home }]) expect(await bar(whom)).toBeUndefined();
});

test('people are paged by name without loss or repetition, however many share one', async () => {
  for (let i = 0; i < 7; i++) await person({ name: '同名同姓' });
  const seen: string[] = [];
  for (let after = ''; ;) {
    const { rows, next } = (await w.as('hejiayi').get(`/people?limit=3&q=${encodeURIComponent('同名同姓')}${after}`)).json<{ rows: { id: string }[]; next: string | null }>();
    seen.push(...rows.map(({ id }) => id));
    if (next === null) break;
    after = `&after=${next}`;
  }
  expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
});

test('markup and SQL in every field are text', async () => {
  const name = `<img src=x onerror=alert(1)>'; drop table person; --`;
  const { id } = (await person({ name })).json();
  expect((await w.as('hejiayi').get(`/people/${id}?purpose=intake`)).json()).toMatchObject({ name });
  expect((await person({ name: '某', phones: [`1'; drop table person`] })).statusCode).toBe(400);
  expect((await w.as('hejiayi').get(`/people?after=${encodeURIComponent(`'; --`)}`)).statusCode).toBe(400);
});

test('ARC-07 a masked phone never shows more than seven of its digits, and four in a row find it', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{3,20}$/), (phone) => {
    const digits = digitsOf(phone);
    expect(masked(phone).length).toBe(digits.length);
    expect(masked(phone).replaceAll('*', '').length).toBeLessThanOrEqual(Math.min(7, digits.length - 1));
    for (const four of foursOf(digits)) expect(digits).toContain(four);
    expect(foursOf(digits).length).toBe(Math.max(0, digits.length - 3));
  }));
});
