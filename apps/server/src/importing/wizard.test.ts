import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ImportDraft, ImportKind, ImportRows, Imports, Mending } from '@shouwen/contract/importing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { importMeans } from '../app/imports.ts';
import { readXlsx } from '../outside/xlsx/read-xlsx.ts';
import { writeXlsx, type Written } from '../outside/xlsx/write-xlsx.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';
import { workbookOf, zipOf } from '../testing/zip-of.ts';
import { carryImport, type Means } from './carry-import.ts';
import { forgetImports } from './forget-imports.ts';

let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-24T10:00:00+08:00'); });
afterAll(() => w.end());

async function xlsx(titles: readonly string[], rows: Written[][]): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeXlsx(out, '表', titles.map((title) => ({ title, width: 10 })), rows)]);
  return bytes;
}
function send(what: ImportKind, name: string, bytes: Buffer, who: Person = 'zhouqiming', key = v7(), centre = w.centre) {
  const mark = '----shouwen', head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return w.house.inject({ method: 'POST', url: `/api/v1/imports?centre=${centre}&what=${what}`, payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]),
    headers: { authorization: who, 'idempotency-key': key, 'content-type': `multipart/form-data; boundary=${mark}` } });
}
const refused = async (what: ImportKind, name: string, bytes: Buffer) => { const answer = await send(what, name, bytes); return `${answer.statusCode} ${answer.json().code}`; };
async function opened(what: ImportKind, titles: readonly string[], rows: Written[][], who: Person = 'zhouqiming'): Promise<ImportDraft> {
  const answer = await send(what, '表.xlsx', await xlsx(titles, rows), who);
  expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
  return answer.json();
}
const seen = async (id: string, who: Person = 'zhouqiming') => (await w.as(who).get(`/imports/${id}`)).json<ImportDraft>();
const means = (): Means => importMeans(w.db, w.counters, w.now);
const carried = async (id: string, by = means()) => { await carryImport(by, { companyId: w.company, importId: id }); return seen(id); };
async function act(draft: ImportDraft, verb: string, body: object = {}, who: Person = 'zhouqiming') {
  const answer = await w.as(who).post(`/imports/${draft.id}/${verb}`, body, { 'if-match': `"${draft.revision}"` });
  expect([verb, answer.statusCode, answer.body]).toEqual([verb, 200, expect.anything()]);
  return answer.json<ImportDraft>();
}
/** The columns as proposed, checked. */
const checked = async (draft: ImportDraft, more: object = {}) => { await act(draft, 'columns', { ...draft.proposed, ...more }); return carried(draft.id); };
const taken = async (draft: ImportDraft, who: Person = 'zhouqiming') => { await act(draft, 'run', {}, who); return carried(draft.id); };
const left = async (id: string, more = '') => {
  const answer = await w.as('zhouqiming').get(`/imports/${id}/rows?show=left_out${more}`);
  expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
  return answer.json<ImportRows>().rows;
};
const counts = (draft: ImportDraft) => Object.values(draft.counts).join(' ');
const ask = async <T>(query: string) => (await w.owner.query(query)).rows as T[];
const mend = (draft: ImportDraft, mending: Mending) => act(draft, 'mend', mending);

describe('a file that can\'t be used is refused in Chinese, and leaves nothing', () => {
  test('not a spreadsheet, empty, a wrong extension, too much when unpacked, data or a merged title where headings should be', async () => {
    const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const merged = workbookOf(`<row r="1">${text('A1', '丽湖花园房间表')}</row><row r="2">${text('A2', '楼栋')}${text('B2', '房号')}</row>`);
    for (const [name, bytes, code] of [
      ['a.pdf', Buffer.from('%PDF-1.7'), 'file_kind'], ['a.xls', Buffer.from('\xD0\xCF\x11\xE0aaaa', 'latin1'), 'file_kind'], ['a.xlsx', Buffer.from('%PDF-1.7'), 'not_xlsx'], ['a.xlsx', Buffer.alloc(0), 'file_empty'],
      ['a.csv', await xlsx(['楼栋'], [['3']]), 'wrong_extension'], ['a.csv', Buffer.from([1, 0, 2, 0]), 'not_csv'], ['a.csv', Buffer.from('楼栋,房号\n3,"17'), 'file_damaged'], ['a.csv', Buffer.from('\n\n'), 'sheet_empty'],
      ['a.xlsx', zipOf([...workbookOf(''), { name: 'xl/media/a.xml', data: ' '.repeat(3_000_000) }]), 'file_too_big'], ['a.csv', Buffer.from('楼栋,房号\n'), 'no_rows'], ['a.csv', Buffer.from('陈桂芳,13800002716\n李建国,13912345678\n'), 'no_headings'],
      ['a.xlsx', zipOf(merged.map((part) => ({ ...part, data: String(part.data).replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>') }))), 'merged_headings'],
    ] as const) expect([name, await refused('rooms', name, bytes)]).toEqual([name, `422 ${code}`]);
    expect(await ask('select count(*)::int as n from import_draft')).toEqual([{ n: 0 }]);
  });
});

describe('columns', () => {
  test.each([['utf-8 with a mark', Buffer.from('\uFEFF楼号,"单元",室号,备注\r\n3,2,1701,"两行\n备注"\r\n', 'utf8')], ['GBK', Buffer.from([0xC2, 0xA5, 0xBA, 0xC5, 0x3B, 0xB5, 0xA5, 0xD4, 0xAA, 0x3B, 0xCA, 0xD2, 0xBA, 0xC5, 0x3B, 0x0A, 0x33, 0x3B, 0x32, 0x3B, 0x31, 0x37, 0x30, 0x31, 0x3B])]])('of a csv in %s are proposed by their headings, with values beside them', async (_, bytes) => {
    const draft = (await send('rooms', '房间.csv', bytes)).json<ImportDraft>();
    expect([draft.proposed.columns, draft.headings.slice(0, 3).map(({ samples }) => samples[0])]).toEqual([{ building: 0, unit: 1, number: 2 }, ['3', '2', '1701']]);
  });
  test('are proposed by what they hold where the heading says nothing, refused where a needed one is missing, and kept for the next file of the form', async () => {
    const titles = ['谁', '怎么找', '何物', '何时'], rows = [['陈桂芳', 13800002716, '业主', '2019-08-01']];
    const draft = await opened('people', titles, rows);
    expect(draft.proposed.columns).toEqual({ phone: 1, relation: 2, movedInOn: 3 });
    const bare = await w.as('zhouqiming').post(`/imports/${draft.id}/columns`, draft.proposed, { 'if-match': '"2"' });
    expect([bare.statusCode, bare.json()]).toEqual([422, expect.objectContaining({ field: 'name', zh: '请选择“姓名”是哪一列。' })]);
    await act(draft, 'columns', { columns: { ...draft.proposed.columns, name: 0 }, keep: true });
    expect(await opened('people', titles, rows, 'sumin')).toMatchObject({ proposed: { columns: { name: 0, phone: 1, relation: 2, movedInOn: 3 } }, keptBy: { name: '周启明' } });
  });
});

describe('a file of rooms and people', () => {
  test('each wrong row says why, is mended beside the file and checked at once, the same value everywhere together; what is left out comes as a file that can be sent again', async () => {
    const rooms = await checked(await opened('rooms', ['楼栋', '单元', '房号', '公共部位'], [['3栋', 2, 1702, null], ['7', 1, 1105, null], ['3', '2单元', '1702', null], [null, null, null, '地库 B1'], ['8栋', null, null, null], ['#REF!', '1', '5', null]]));
    expect([rooms.state, counts(rooms)]).toEqual(['checked', '3 0 1 2 0']);
    expect(await ask('select count(*)::int as n from room')).toEqual([{ n: 0 }]);
    expect(counts(await taken(rooms))).toEqual('3 0 1 2 0');

    const titles = ['姓名', '电话', '楼栋', '单元', '房号', '关系', '备注'];
    const draft = await checked(await opened('people', titles, [['陈桂芳', 13800002716, '三号楼', '2', 1702, '业主', '甲'], ['李建国', '13912345678', '三号楼', '2', '1702', '租户', null], ['王秀兰', 'abc', '7栋', '1单元', '1105', '业主', null],
      ['赵文博', null, '9栋', '1', '2001', null, null], ['陈桂芳', '13800002716', '7栋', '1', '1105', '租户', null]]));
    expect([counts(draft), draft.errors.map(({ code, field, count }) => `${code} ${field} ${count}`)]).toEqual(['1 0 0 4 0', ['no_such_room number 3', 'no_phone phone 1']]);
    const wrong = await left(draft.id, '&code=no_such_room&field=number');
    expect(wrong.map(({ row, same }) => [row, same['building']])).toEqual([[2, 2], [3, 2], [5, undefined]]);
    const once = await mend(draft, { row: 2, says: { building: '3栋' }, everywhere: ['building'] });
    expect(counts(once)).toEqual('2 1 0 2 0');
    expect((await w.as('zhouqiming').post(`/imports/${draft.id}/mend`, { row: 4, says: { phone: '1' } }, { 'if-match': `"${draft.revision}"` })).statusCode).toBe(409);
    const twice = await mend(once, { row: 4, says: { phone: '139 1111 2222' } });
    expect([counts(twice), twice.errors]).toEqual(['3 1 0 1 0', [expect.objectContaining({ zh: '本中心没有房间“9栋1单元2001”，请先导入房间。' })]]);
    expect(await ask(`select cells, mended from import_line where import_id = '${draft.id}' and row = 4`)).toEqual([{ cells: ['王秀兰', 'abc', '7栋', '1单元', '1105', '业主'], mended: { phone: '139 1111 2222' } }]);

    const done = await taken(twice);
    expect([done.state, counts(done), done.done, done.may.run]).toEqual(['done', '3 1 0 1 0', 5, false]);
    expect((await w.as('hejiayi').get('/people')).json().rows.map((row: { name: string }) => row.name).toSorted()).toEqual(['李建国', '王秀兰', '陈桂芳']);
    expect(await ask(`select row, outcome, notes -> 0 ->> 'field' as field from import_row where import_id = '${draft.id}' order by row`)).toEqual(['taken', 'taken', 'taken', 'left_out', 'changed'].map((outcome, i) => ({ row: i + 2, outcome, field: outcome === 'left_out' ? '房号' : null })));

    const out = await w.as('zhouqiming').get(`/imports/${draft.id}/left-out`);
    expect(out.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('表-未导入.xlsx')}`);
    const rows: unknown[][] = [];
    for await (const { cells } of (await readXlsx(out.rawPayload)).rows()) rows.push([...cells]);
    expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([['姓名', '未导入原因'], ['赵文博', '本中心没有房间“9栋1单元2001”，请先导入房间。']]);
    const put = (await send('people', '未导入.xlsx', await xlsx(rows[0] as string[], [rows[1]!.with(2, '7栋').with(4, '1105') as Written[]]))).json<ImportDraft>();
    expect(counts(await taken(await checked(put)))).toEqual('1 0 0 0 0');
  });

  test('run twice doubles nothing; the history says who and when, without the rows', async () => {
    const file = [['周正', '13700001111'], ['吴敏', '13700002222']];
    const first = await taken(await checked(await opened('people', ['姓名', '手机'], file)), 'sumin');
    expect(counts(first)).toBe('2 0 0 0 0');
    const again = await checked(await opened('people', ['姓名', '手机'], file));
    expect([counts(again), counts(await taken(again))]).toEqual(['0 0 2 0 0', '0 0 2 0 0']);
    const { rows } = (await w.as('zhenghaitao').get('/imports?limit=2')).json<Imports>();
    expect(rows.map(({ by, centre, state, counts: its }) => [by, centre, state, its.taken, its.alreadyThere])).toEqual([['周启明', '丽湖花园', 'done', 0, 2], ['苏敏', '丽湖花园', 'done', 2, 0]]);
  });
});

describe('matters', () => {
  const TITLES = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间'];
  const messages = (from: number, count: number): Written[][] => Array.from({ length: count }, (_, i) => [from + i, `A${i}`, `电梯第${i}次停运`, `2019/4/${1 + i % 28} 9:32:09`, `电梯停运，第${i}次。`, '已修复', `2019/5/${1 + i % 28} 10:00:00`]);
  const numbered = async (from: number) => (await ask<{ n: number; sources: number }>(`select count(*)::int as n, count(distinct source)::int as sources from matter where source::int >= ${from} and source::int < ${from + 1000}`))[0];

  test('CAL-13 are taken at their true times; a wrong time is mended, a number that stands twice is said', async () => {
    const rows = messages(1000, 4);
    const draft = await checked(await opened('matters', TITLES, [...rows.with(1, rows[1]!.with(3, '2019/13/1')), rows[0]!]), { channel: 'forum' });
    expect([counts(draft), (await left(draft.id)).map(({ row, notes }) => `${row} ${notes[0]!.field} ${notes[0]!.code}`)]).toEqual(['3 0 0 2 0', ['3 received no_such_time', '6 number twice']]);
    const fine = await mend(draft, { row: 3, says: { received: '2019年4月2日' } });
    expect(counts(await taken(fine))).toBe('4 0 0 1 0');
    expect(await ask(`select source, received_at, state, channel from matter where source = '1001'`)).toEqual([{ source: '1001', received_at: new Date('2019-04-01T16:00:00Z'), state: 'closed', channel: 'forum' }]);
    expect(await ask(`select count(*)::int as n from import_row where import_id = '${draft.id}'`)).toEqual([{ n: 5 }]);
  });

  test('killed half-way, or cancelled, what was taken stays and the rest is taken later, none twice', async () => {
    const draft = await checked(await opened('matters', TITLES, messages(2000, 150)));
    let lives = 1;
    const dying: Means = { ...means(), inWork: (by, use) => { if (lives-- === 0) throw new Error('killed'); return means().inWork(by, use); } };
    await act(draft, 'run');
    await expect(carried(draft.id, dying)).rejects.toThrow('killed');
    expect([await seen(draft.id), await numbered(2000)]).toMatchObject([{ state: 'running', done: 100, total: 150 }, { n: 100 }]);
    const cancelled = await act(await seen(draft.id), 'cancel');
    expect([cancelled.state, (await carried(draft.id)).state, await numbered(2000)]).toEqual(['cancelled', 'cancelled', { n: 100, sources: 100 }]);
    await act(cancelled, 'run');
    const [one, other] = await Promise.all([carried(draft.id), carried(draft.id)]);
    expect([one.state, other.state, counts(one), await numbered(2000)]).toEqual(['done', 'done', '150 0 0 0 0', { n: 150, sources: 150 }]);
    const [first, last] = await ask<{ number: string }>(`select number from matter where source in ('2000', '2001') order by received_at`);
    expect(first!.number < last!.number).toBe(true);
  });
});

describe('ORG-01 who may', () => {
  test('staff is imported by the administrator alone, the rest by the heads of the centre for their centre; nobody else sees an import but the auditor', async () => {
    const titles = ['姓名', '用户名', '岗位', '部门'];
    const draft = await checked(await opened('staff', titles, [['郭小雨', 'guoxiaoyu', '前台接待', null], ['马力', 'mali', '部门负责人', '环境部'], ['别人', 'mali', '管家', null], ['何某', 'hemou', '总统', null]]));
    expect([counts(draft), (await left(draft.id)).map(({ row, notes }) => `${row} ${notes[0]!.field} ${notes[0]!.code}`)]).toEqual(['2 0 0 2 0', ['4 userName user_name_taken', '5 post unknown_word']]);
    expect(counts(await taken(draft))).toBe('2 0 0 2 0');
    for (const who of ['sumin', 'zhenghaitao'] as const) {
      expect([who, (await send('staff', 'a.xlsx', await xlsx(titles, [['a', 'b', 'c', 'd']]), who)).json()]).toEqual([who, expect.objectContaining({ rule: 'ORG-01' })]);
      expect([who, (await w.as(who).get(`/imports/${draft.id}`)).statusCode]).toEqual([who, 404]);
      expect((await w.as(who).get('/imports')).json<Imports>().rows.some(({ what }) => what === 'staff')).toBe(false);
    }
    for (const who of ['hejiayi', 'wuxiuying'] as const) expect([who, (await w.as(who).get('/imports')).statusCode]).toEqual([who, 403]);
    expect((await send('rooms', 'a.xlsx', await xlsx(['楼栋'], [['3']]), 'sumin', v7(), v7())).json()).toMatchObject({ rule: 'ORG-01' });
    const key = v7(), bytes = await xlsx(['楼栋', '房号'], [['5栋', '101']]);
    expect((await send('rooms', 'a.xlsx', bytes, 'zhenghaitao', key)).json()).toEqual((await send('rooms', 'a.xlsx', bytes, 'zhenghaitao', key)).json());
  });

  test('a week after it ended, or a month after it was left alone, the rows\' content is gone and the counts stay; what is discarded goes at once', async () => {
    const done = await taken(await checked(await opened('rooms', ['楼栋', '房号'], [['12栋', '101']])));
    const alone = await opened('rooms', ['楼栋', '房号'], [['12栋', '102']]);
    const gone = await act(await opened('rooms', ['楼栋', '房号'], [['12栋', '103']]), 'discard');
    const lines = async (id: string) => (await ask<{ n: number }>(`select count(*)::int as n from import_line where import_id = '${id}'`))[0]!.n;
    expect([await lines(done.id), await lines(alone.id), await lines(gone.id)]).toEqual([1, 1, 0]);
    w.moveClock('2026-12-01T10:01:00+08:00');
    await forgetImports(w.db, w.now());
    expect([await lines(done.id), await lines(alone.id), counts(await seen(done.id))]).toEqual([0, 1, '1 0 0 0 0']);
    w.moveClock('2026-12-24T10:01:00+08:00');
    await forgetImports(w.db, w.now());
    expect([await lines(alone.id), (await seen(alone.id)).state]).toEqual([0, 'discarded']);
  });

  test('templates have Chinese headings that are proposed as they stand, and their example is never taken', async () => {
    for (const what of ['rooms', 'people', 'staff', 'matters'] as const) {
      const { rawPayload } = await w.as('zhouqiming').get(`/imports/templates/${what}`);
      const draft = (await send(what, '模板.xlsx', rawPayload)).json<ImportDraft>();
      expect([what, Object.keys(draft.proposed.columns).toSorted(), counts(await checked(draft))]).toEqual([what, draft.fields.map(({ field }) => field).toSorted(), '0 0 0 0 0']);
    }
  });
});
