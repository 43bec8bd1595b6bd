import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
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
  test('an auditor sends none', async () => { expect((await send(PNG, 'a.png', 'qianshen')).statusCode).toBe(403); });
  test('whatever it is called, a name has no folders and no control characters, and whatever it holds, only its bytes say what it is', () => {
    fc.assert(fc.property(fc.string(), fc.uint8Array({ maxLength: 40 }), (name, bytes) => {
      expect(nameOf(name)).toMatch(/^[^\\/\p{C}]+$/u);
      expect([undefined, 'image/jpeg', 'image/png', 'image/webp', 'application/pdf']).toContain(typeOf(bytes));
    }));
  });
});
