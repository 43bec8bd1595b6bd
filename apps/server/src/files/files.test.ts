import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { forgetRequests } from '../app/forget-requests.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type TestWorld } from '../testing/world.ts';
import { nameOf, typeOf } from './file-type.rules.ts';

let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-20T07:34:00Z'); });
afterAll(() => w.end());
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64');
const send = (bytes: Buffer, name = '现场.png', who = 'dengbin', key = `file-${Math.random()}`) => {
  const mark = '----shouwen';
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`;
  return w.house.inject({ method: 'POST', url: `/api/v1/files?centre=${w.centre}`, payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]),
    headers: { authorization: who, 'idempotency-key': key, 'content-type': `multipart/form-data; boundary=${mark}` } });
};

describe('files', () => {
  test('a photo is kept as it was sent, and shown so that nothing in it can run', async () => {
    const { id } = (await send(PNG, '../../etc/现场.png')).json();
    const shown = await w.house.inject({ url: `/api/v1/files/${id}`, headers: { authorization: 'linxiaoyan' } });
    expect([shown.statusCode, shown.headers['content-type'], shown.headers['x-content-type-options'], shown.rawPayload.equals(PNG)]).toEqual([200, 'image/png', 'nosniff', true]);
    expect(shown.headers['content-disposition']).toBe(`inline; filename*=UTF-8''${encodeURIComponent('现场.png')}`);
  });
  test('a page that calls itself a photo is refused, in Chinese, and leaves nothing behind', async () => {
    const refused = await send(Buffer.from('<svg onload=alert(1)>'));
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'file_type']);
    expect((await w.owner.query(`select count(*)::int as n from file where type <> 'image/png'`)).rows[0].n).toBe(0);
  });
  test('more than 10 MB is refused, saying how much is allowed', async () => {
    const refused = await send(Buffer.concat([PNG, Buffer.alloc(11 * 2 ** 20)]));
    expect([413, 422]).toContain(refused.statusCode);
    expect([refused.json().code, refused.json().field]).toEqual(['file_too_large', 'file']);
    expect(refused.json().zh).toContain('10 MB');
  });
  test('an upload that breaks off is refused, in Chinese, and no bug', async () => {
    const refused = await w.house.inject({ method: 'POST', url: `/api/v1/files?centre=${w.centre}`, payload: Buffer.alloc(1000), headers: { authorization: 'dengbin', 'idempotency-key': 'file-broken', 'content-type': 'multipart/form-data; boundary=x' } });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'file_broken']);
  });
  test('sent again with the same key a file is kept once; other bytes or another name with that key are refused', async () => {
    const first = await send(PNG, 'a.png', 'dengbin', 'one-file-key');
    expect((await send(PNG, 'a.png', 'dengbin', 'one-file-key')).json()).toEqual(first.json());
    for (const other of [await send(Buffer.concat([PNG, Buffer.alloc(1)]), 'a.png', 'dengbin', 'one-file-key'), await send(PNG, 'b.png', 'dengbin', 'one-file-key')])
      expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency_key_reused']);
    expect((await w.owner.query(`select count(*)::int as n from file where name in ('a.png', 'b.png')`)).rows[0].n).toBe(1);
  });
  test('FCR-22 ARC-07 a colleague of another centre opens the photos of the matter they were brought into, and no others of that centre', async () => {
    const [there, colleague] = [v7(), v7()];
    await w.owner.query(`insert into centre (company_id, centre_id, code, name, zone, created_at) values ($1, $2, 'YS', '云栖苑', 'Asia/Shanghai', '2020-01-01')`, [w.company, there]);
    await w.owner.query(`insert into staff (company_id, staff_id, name, kind, entered_at) values ($1, $2, '云栖员', 'person', '2020-01-01')`, [w.company, colleague]);
    await w.owner.query(`insert into post_held (company_id, held_id, staff_id, post, centre_id, held_from, given_at) values ($1, $2, $3, 'repairer', $4, '2020-01-01', '2020-01-01')`, [w.company, v7(), colleague, there]);
    Object.assign(w.staff, { yunqi: { id: colleague, companyId: w.company, name: '云栖员', posts: [{ post: 'repairer', centreId: there, departmentId: null }] } });
    const c = complaintsIn(w);
    const [photo, other] = [(await send(PNG, '漏水.png')).json().id, (await send(PNG, '别的.png')).json().id];
    const number = await c.accepted();
    await c.done('linxiaoyan', number, 'notes', { text: '现场', files: [photo] });
    const open = async (id: string) => (await w.house.inject({ url: `/api/v1/files/${id}`, headers: { authorization: 'yunqi' } })).statusCode;
    expect(await open(photo)).toBe(404);
    await c.done('linxiaoyan', number, 'centre-crossings', { centreId: there, to: 'centre_manager', text: '共用管道，请云栖苑查明' });
    await c.done('zhenghaitao', number, 'centre-coordinations', { staffId: colleague, text: '查管道' });
    expect([await open(photo), await open(other)]).toEqual([200, 404]);
  });
  const metadata = (id: string) => Object.entries({ id, centre: w.centre, filename: '现场.png' }).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
  const begin = (id: string, length: number, who = 'dengbin') => w.house.inject({ method: 'POST', url: '/api/v1/uploads', headers: { authorization: who, 'idempotency-key': `begin-${id}`, 'upload-length': String(length), 'upload-metadata': metadata(id) } });
  const goOn = (id: string, from: number, bytes: Buffer, who = 'dengbin') => w.house.inject({ method: 'PATCH', url: `/api/v1/uploads/${id}`, payload: bytes, headers: { authorization: who, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) } });
  const farAs = async (id: string, who = 'dengbin') => { const { statusCode, headers } = await w.house.inject({ method: 'HEAD', url: `/api/v1/uploads/${id}`, headers: { authorization: who } }); return [statusCode, headers['upload-offset']]; };
  test('an upload that was cut off goes on where it was, once; nobody else goes on with it; whole it is the file of its id', async () => {
    const id = v7();
    const begun = await begin(id, PNG.length);
    expect([begun.statusCode, begun.headers.location, begun.headers['tus-resumable']]).toEqual([201, `/api/v1/uploads/${id}`, '1.0.0']);
    expect((await goOn(id, 0, PNG.subarray(0, 30))).statusCode).toBe(204);
    expect((await goOn(id, 0, PNG.subarray(0, 30))).json().code).toBe('upload_offset'); // sent twice, its answer lost
    expect([await farAs(id), await farAs(id, 'liangwei')]).toEqual([[204, '30'], [404, undefined]]);
    expect((await goOn(id, 30, PNG.subarray(30), 'liangwei')).statusCode).toBe(404);
    expect((await goOn(id, 30, Buffer.concat([PNG.subarray(30), Buffer.alloc(1)]))).statusCode).toBe(409); // more than was said
    const last = await goOn(id, 30, PNG.subarray(30));
    expect([last.statusCode, last.headers['upload-offset'], await farAs(id)]).toEqual([204, String(PNG.length), [204, String(PNG.length)]]);
    expect((await w.house.inject({ url: `/api/v1/files/${id}`, headers: { authorization: 'linxiaoyan' } })).rawPayload.equals(PNG)).toBe(true);
    expect((await begin(id, PNG.length, 'liangwei')).json().code).toBe('upload_id_taken');
    expect((await begin(v7(), 11 * 2 ** 20)).json().code).toBe('file_too_large');
  });
  test('what is never finished is forgotten after a day; the files that came of uploads stay', async () => {
    const [left, whole] = [v7(), v7()];
    await begin(left, 100);
    await begin(whole, PNG.length);
    await goOn(whole, 0, PNG);
    await forgetRequests(w.db, new Date(w.now().getTime() + 86_400_001));
    expect([await farAs(left), (await w.owner.query('select count(*)::int as n from upload_piece')).rows[0].n]).toEqual([[404, undefined], 0]);
    expect((await w.house.inject({ url: `/api/v1/files/${whole}`, headers: { authorization: 'linxiaoyan' } })).statusCode).toBe(200);
  });
  test('a photo that reaches the server with its position is kept without, whichever way it came', async () => {
    const place = Buffer.from('GPS 31.2304N 121.4737E');
    const piece = Buffer.concat([Buffer.from([0, 0, 0, place.length]), Buffer.from('eXIf'), place, Buffer.alloc(4)]);
    const { id } = (await send(Buffer.concat([PNG.subarray(0, 33), piece, PNG.subarray(33)]), 'gps.png')).json();
    expect((await w.house.inject({ url: `/api/v1/files/${id}`, headers: { authorization: 'linxiaoyan' } })).rawPayload.equals(PNG)).toBe(true);
  });
  test('what a colleague entered is not sent in the name of whoever is signed in by then', async () => {
    const body = { centreId: w.centre, kind: 'repair', channel: 'oral', reporter: { place: '地库', withheld: 'anonymous' }, whatHappened: '滴水', readBack: true };
    const another = await w.as('liangwei').post('/matters', body, { 'entered-by': w.ids.dengbin });
    expect([another.statusCode, another.json().code]).toEqual([422, 'entered_by_another']);
    expect((await w.as('dengbin').post('/matters', body, { 'entered-by': w.ids.dengbin })).statusCode).toBe(201);
  });
  test('an auditor sends none', async () => { expect((await send(PNG, 'a.png', 'qianshen')).statusCode).toBe(403); });
  test('whatever it is called, a name has no folders and no control characters, and whatever it holds, only its bytes say what it is', () => {
    fc.assert(fc.property(fc.string(), fc.uint8Array({ maxLength: 40 }), (name, bytes) => {
      expect(nameOf(name)).toMatch(/^[^\\/\p{C}]+$/u);
      expect([undefined, 'image/jpeg', 'image/png', 'image/webp', 'application/pdf']).toContain(typeOf(bytes));
    }));
  });
});
