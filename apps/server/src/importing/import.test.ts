import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ImportReport } from '@shouwen/contract/importing';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cli } from '../app/cli.ts';
import { readXlsx } from '../outside/xlsx/read-xlsx.ts';
import { writeXlsx, type Written } from '../outside/xlsx/write-xlsx.ts';
import { world, type TestWorld } from '../testing/world.ts';
import { workbookOf, zipOf } from '../testing/zip-of.ts';
import { EXAMPLE_MAP } from './map.rules.ts';

const CLI = fileURLToPath(new URL('../app/cli.ts', import.meta.url));
/** 2,816 real messages with their answers; not part of the product, so that these tests say when they were left out. */
const REAL = fileURLToPath(new URL('../../../../../shared/data/messages-with-replies.xlsx', import.meta.url));

let w: TestWorld, folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'import-')); });
beforeEach(async () => {
  w = await world('2026-11-24T10:00:00+08:00');
  return () => w.end();
});
afterAll(() => rm(folder, { recursive: true }));

const environment = () => ({ DATABASE_URL: w.url.owner, DATABASE_APP_URL: w.url.app, SHOUWEN_HOME: join(folder, 'home'), BASE_URL: '' });
/** A process of its own, for what needs two of them, or a kill. */
const start = (args: string[]) => spawn(process.execPath, [CLI, 'import', ...args, '--centre', 'LH', '--json'], { env: { ...process.env, ...environment() } });
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value);
  const [out, err] = [vi.spyOn(console, 'log').mockReturnValue(), vi.spyOn(console, 'error').mockReturnValue()];
  try {
    const code = await cli(['import', ...args]);
    return { code, out: out.mock.calls.join('\n'), err: err.mock.calls.join('\n') };
  } finally {
    out.mockRestore();
    err.mockRestore();
    vi.unstubAllEnvs();
  }
}
async function report(...args: string[]): Promise<ImportReport> {
  const { code, out, err } = await run(...args, '--centre', 'LH', '--json');
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as ImportReport;
}
async function refused(...args: string[]): Promise<{ exit: number; code: string; field?: string }> {
  const { code: exit, err } = await run(...args, '--json');
  return { exit, ...(JSON.parse(err.split('\n').at(-1)!) as { code: string; field?: string }) };
}
async function file(name: string, titles: readonly string[], rows: Written[][]): Promise<string> {
  const path = join(folder, name);
  await writeXlsx(createWriteStream(path), '表', titles.map((title) => ({ title, width: 10 })), rows);
  return path;
}
const TITLES = Object.values(EXAMPLE_MAP.columns);
const mapFile = async (change: object = {}) => { const path = join(folder, 'map.json'); await writeFile(path, JSON.stringify({ ...EXAMPLE_MAP, ...change })); return path; };
const messages = (count: number): Written[][] => Array.from({ length: count }, (_, i) =>
  [1000 + i, `A${i}`, `电梯第${i}次停运`, `2019/4/${1 + i % 28} 9:32:09`, `\n\t\t电梯停运，第${i}次。\n\n\t请处理`, '已修复', `2019/5/${1 + i % 28} 10:00:00`]);
const ask = async <T>(query: string) => (await w.owner.query(query)).rows as T[];

test.skipIf(!existsSync(REAL))(`CAL-13 the whole real file (${existsSync(REAL) ? 'here' : 'not here: left out'}): every message at its true time, judged by it, closed as imported, without an alarm, and none twice`, async () => {
  const map = await mapFile();
  const first = await report('matters', REAL, '--map', map);
  expect(first).toMatchObject({ rows: 2816, taken: 2816, alreadyThere: 0, leftOut: [] });
  expect(first.notes).toMatchObject([{ row: 1141, field: '答复时间', code: 'date_only' }]);
  const again = await report('matters', REAL, '--map', map);
  expect(again).toMatchObject({ taken: 0, alreadyThere: 2816, leftOut: [] });

  expect(await ask(`select count(*)::int, count(distinct number)::int as numbers, count(distinct source)::int as sources from matter where imported and state = 'closed' and closed_way = 'imported'`)).toEqual([{ count: 2816, numbers: 2816, sources: 2816 }]);
  expect(await ask(`select what, count(*)::int from matter_fact group by what order by what`)).toEqual(['closed', 'conclusive_reply', 'received'].map((what) => ({ what, count: 2816 })));
  expect(await ask(`select count(*)::int from clock where next_alarm_at is not null or verdict is null`)).toEqual([{ count: 0 }]);
  const met = await ask<{ count: number }>(`select count(*)::int from clock where rule = 'CMP-28' and verdict = 'met'`);
  // what was answered on the day it came, in working hours or not, was answered in time, whatever the calendar; few others were
  const [{ same } = { same: 0 }] = await ask<{ same: number }>(`select count(*)::int as same from matter where (received_at at time zone 'Asia/Shanghai')::date = (closed_at at time zone 'Asia/Shanghai')::date`);
  expect(met[0]!.count).toBeGreaterThanOrEqual(same);
  expect(await ask(`select count(*)::int from clock where rule = 'CMP-28' and verdict in ('met', 'breached') and imported`)).toEqual([{ count: 2816 }]);
  // an Excel serial number among the texts, and an answer that has a date alone
  expect(await ask(`select received_at from matter where source = '2759'`)).toEqual([{ received_at: new Date('2019-04-08T00:37:20Z') }]);
  expect(await ask(`select count(*)::int from matter where closed_at = '2018-04-24T23:59:59+08:00'`)).toEqual([{ count: 1 }]);
  expect(await ask(`select count(*)::int from matter_fact where data::text ~ '\\\\t|\\\\r|_x000D_|\uFFFD'`)).toEqual([{ count: 0 }]);
  const found = (await w.as('hejiayi').get(`/search?q=${encodeURIComponent('景蓉华苑')}`)).json<{ matters: unknown[] }>();
  expect(found.matters.length).toBeGreaterThan(0);
}, 300_000);

test('cut off by kill -9 at any point, running again takes exactly what is missing', async () => {
  const path = await file('killed.xlsx', TITLES, messages(1000)), map = await mapFile();
  const child = start(['matters', path, '--map', map]);
  for await (const line of child.stderr) if (String(line).includes('400 / 1000')) break;
  child.kill('SIGKILL');
  await once(child, 'exit');
  const [{ count } = { count: 0 }] = await ask<{ count: number }>('select count(*)::int from matter');
  expect(count).toBeGreaterThanOrEqual(400);
  expect(count).toBeLessThan(1000);
  expect(await report('matters', path, '--map', map)).toMatchObject({ rows: 1000, taken: 1000 - count, alreadyThere: count });
  expect(await ask('select count(*)::int, count(distinct source)::int as sources, (select count(*)::int from matter_fact) as facts from matter')).toEqual([{ count: 1000, sources: 1000, facts: 3000 }]);
  expect(await ask('select count(*)::int from import_run where ended_at is null')).toEqual([{ count: 1 }]);
});

test('two imports of one file at the same time double nothing', async () => {
  const path = await file('twice.xlsx', TITLES, messages(450)), map = await mapFile();
  const both = await Promise.all([1, 2].map(async () => JSON.parse(await text(start(['matters', path, '--map', map]).stdout)) as ImportReport));
  expect(both.reduce((sum, one) => sum + one.taken, 0)).toBe(450);
  expect(await ask('select count(*)::int from matter')).toEqual([{ count: 450 }]);
});

test('each row left out has its reason, printed and kept; the others are taken', async () => {
  const good = messages(1)[0]!;
  const change = (column: number, to: Written, number: number) => good.map((cell, i) => i === column ? to : i === 0 ? number : cell);
  const path = await file('bad-rows.xlsx', TITLES, [
    good, change(3, '2019/13/1 9:00:00', 1), change(6, '2018/1/1 9:00:00', 2), change(4, ' ', 3), change(0, null, 4), good, change(5, '长'.repeat(10_001), 5),
    [null, null, null], change(4, `<script>alert(1)</script>'; drop table matter; -- =1+1`, 6),
  ]);
  const map = await mapFile();
  const found = await report('matters', path, '--map', map);
  expect(found).toMatchObject({ rows: 8, taken: 2 });
  expect(found.leftOut.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual(['3 留言时间 no_such_time', '4 答复时间 before_receipt', '5 留言详情 missing', '6 留言编号 missing', '7 留言编号 twice', '8 答复意见 too_long']);
  expect(await ask('select row, outcome from import_row order by row')).toEqual([2, 3, 4, 5, 6, 7, 8, 10].map((row) => ({ row, outcome: row === 2 || row === 10 ? 'taken' : 'left_out' })));
  expect(await ask(`select data ->> 'whatHappened' as said from matter_fact f join matter using (company_id, matter_id) where what = 'received' and source = '6'`)).toEqual([{ said: `<script>alert(1)</script>'; drop table matter; -- =1+1` }]);
  const shown = await run('matters', path, '--map', map, '--centre', '丽湖花园');
  expect(shown.out).toContain('第 3 行［留言时间］：“2019/13/1 9:00:00”不是有效的时间');
  expect(shown.err).toContain('2 / 2');
});

test('CAL-13 formulas in cells are kept as texts or refused, never evaluated', async () => {
  const cell = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (number: number, received: string, said: string) => `<row r="${number}"><c r="A${number}"><v>${number}</v></c>${cell(`B${number}`, 'u')}${cell(`C${number}`, '主题')}${received}${said}</row>`;
  const path = join(folder, 'formulas.xlsx');
  await writeFile(path, zipOf(workbookOf(`<row r="1">${TITLES.map((title, i) => cell(`${'ABCDEFG'[i]}1`, title)).join('')}</row>`
    + row(2, '<c r="D2"><f>NOW()</f><v>43563.5</v></c>', cell('E2', '内容')) + row(3, cell('D3', '2019/4/25 9:32:09'), '<c r="E3" t="str"><f>HYPERLINK("http://127.0.0.1")</f><v>点这里</v></c>'))));
  expect(await report('matters', path, '--map', await mapFile({ columns: { number: '留言编号', author: '留言用户', title: '留言主题', received: '留言时间', text: '留言详情' } })))
    .toMatchObject({ taken: 1, leftOut: [{ row: 2, field: '留言时间', code: 'no_such_time' }] });
  expect(await ask(`select data ->> 'whatHappened' as said from matter_fact where what = 'received'`)).toEqual([{ said: '=HYPERLINK("http://127.0.0.1")' }]);
});

test('CAL-13 with --answered keep, and where no answer was given, matters stay open with the customer-service lead, and climb from the import on', async () => {
  const [answered, open] = messages(2) as [Written[], Written[]];
  const path = await file('keep.xlsx', TITLES, [answered, [...open.slice(0, 5), null, null]]);
  await report('matters', path, '--map', await mapFile(), '--answered', 'keep');
  expect(await ask('select source, state, holder_id, reporter_name, channel from matter order by source')).toEqual([
    { source: '1000', state: 'answered', holder_id: w.ids.sumin, reporter_name: 'A0', channel: 'forum' }, { source: '1001', state: 'registered', holder_id: w.ids.sumin, reporter_name: 'A1', channel: 'forum' }]);
  expect(await ask(`select source, verdict from clock join matter using (company_id, matter_id) where rule = 'CMP-28' order by source`)).toEqual([{ source: '1000', verdict: 'breached' }, { source: '1001', verdict: null }]);
  expect(await ask(`select data ->> 'stance' as stance from matter_fact where what = 'conclusive_reply'`)).toEqual([{ stance: 'not_recorded' }]);
});

test('what can\'t be used at all is refused by name, with exit code 2, and leaves nothing', async () => {
  const path = await file('fine.xlsx', TITLES, messages(1)), map = await mapFile();
  const renamed = join(folder, 'renamed.xlsx');
  await copyFile(map, renamed);
  expect(await refused('matters', renamed, '--centre', 'LH', '--map', map)).toMatchObject({ code: 'not_xlsx', exit: 2 });
  expect(await refused('matters', path, '--centre', '无此中心', '--map', map)).toMatchObject({ code: 'no_such_centre', exit: 2 });
  expect(await refused('matters', path, '--centre', 'LH')).toMatchObject({ code: 'missing', field: '--map' });
  expect(await refused('matters', path, '--map', map)).toMatchObject({ code: 'missing', field: '--centre' });
  expect(await refused('matters', path, '--centre', 'LH', '--map', renamed.replace('renamed.xlsx', 'none.json'))).toMatchObject({ code: 'unreadable_file' });
  expect(await refused('matters', path, '--centre', 'LH', '--map', map, '--answered', 'perhaps')).toMatchObject({ code: 'bad_option', field: 'answered' });
  expect(await refused('animals', path, '--centre', 'LH')).toMatchObject({ code: 'bad_option' });
  expect(await refused('rooms', path, '--centre', 'LH')).toMatchObject({ code: 'column_missing' });
  const other = await file('other.xlsx', TITLES.slice(1), [['a']]);
  expect(await refused('matters', other, '--centre', 'LH', '--map', map)).toMatchObject({ code: 'column_missing', field: 'columns.number' });
  expect(await ask('select count(*)::int from matter')).toEqual([{ count: 0 }]);
});

test('of two companies with centres of one name the company must be said', async () => {
  await w.owner.query(`insert into company values ('00000000-0000-7000-8000-000000000001', '另一家', now())`);
  await w.owner.query(`insert into centre values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 'LH', '丽湖花园', null, 'Asia/Shanghai', now())`);
  const path = await file('companies.xlsx', TITLES, messages(1)), map = await mapFile();
  expect(await refused('matters', path, '--centre', 'LH', '--map', map)).toMatchObject({ code: 'company_missing', field: 'company' });
  await report('matters', path, '--map', map, '--company', '另一家');
  expect(await ask('select company_id from matter')).toEqual([{ company_id: '00000000-0000-7000-8000-000000000001' }]);
});

test('--help shows an example of MAP.json that can be used as it stands', async () => {
  const { out, code } = await run('--help');
  expect(code).toBe(0);
  expect(JSON.parse(/^\{[^]*?^\}/m.exec(out)![0])).toEqual(EXAMPLE_MAP);
});

test('templates are written with an example that is read as one, and never over a file', async () => {
  for (const kind of ['rooms', 'people', 'staff']) {
    const path = join(folder, `${kind}-template.xlsx`);
    expect(await run('template', kind, path)).toMatchObject({ code: 0, out: path });
    expect(await report(kind, path)).toMatchObject({ rows: 0, taken: 0, leftOut: [] });
    expect(await refused('template', kind, path)).toMatchObject({ code: 'cannot_write' });
  }
  const rows: unknown[] = [];
  for await (const { cells } of (await readXlsx(join(folder, 'staff-template.xlsx'))).rows()) rows.push(cells);
  expect(rows).toEqual([['姓名*', '用户名*', '岗位*', '部门'], ['例：何佳怡', 'hejiayi', '前台接待', '']]);
});

test('rooms and people: taken, completed when run again, never doubled, each bad row with its reason', async () => {
  const rooms = await file('rooms.xlsx', ['楼栋', '单元', '房号', '公共部位'], [['3栋', 2, 1702, null], [7, 1, 1105, null], ['3', '2单元', '1702', null], [null, null, null, '地库 B1'], ['3栋', null, null, null], ['3栋', null, '1', '大堂']]);
  expect(await report('rooms', rooms)).toMatchObject({ taken: 3, alreadyThere: 1, leftOut: [{ row: 6, field: '房号', code: 'missing' }, { row: 7, field: '公共部位', code: 'room_or_common' }] });
  expect(await report('rooms', rooms)).toMatchObject({ taken: 0, alreadyThere: 4 });

  const titles = ['姓名*', '电话', '其他电话', '楼栋', '单元', '房号', '与房间的关系', '入住日期', 'VIP卡号', '重要客户'];
  const people = (...rows: Written[][]) => file('people.xlsx', titles, rows);
  const first = await report('people', await people(
    ['陈桂芳', 13800002716, null, '3栋', '2单元', 1702, '业主', '2019-08-01', null, null], ['陈桂芳', '138 0000 2716', null, '7栋', '1单元', '1105', '租户', null, null, null],
    ['李建国', '13912345678', null, null, null, null, null, 43678, null, '大客户'], ['王秀兰', 'abc', null, null, null, null, null, null, null, null],
    ['赵文博', null, null, '9栋', '1', '2001', null, null, null, null], ['钱某', null, null, null, null, null, null, '2019/13/1', null, null], ['孙某', null, null, null, null, null, null, null, null, '名人'], ['', '13800000000']));
  expect(first).toMatchObject({ taken: 2, changed: 1 });
  expect(first.leftOut.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual(['5 电话 no_phone', '6 房号 no_such_room', '7 入住日期 no_such_time', '8 重要客户 unknown_word', '9 姓名 missing']);
  expect((await w.as('hejiayi').get('/people')).json()).toMatchObject({ rows: [
    { name: '李建国', phonesMasked: ['139****5678'], fileNumber: '190801002', important: 'big_customer' },
    { name: '陈桂芳', phonesMasked: ['138****2716'], fileNumber: '190801001', rooms: [{ name: '3栋2单元1702', relation: 'owner' }, { name: '7栋1单元1105', relation: 'tenant' }] }] });

  const again = await people(['陈桂芳', '13800002716', '0731-88021100', '3栋', '2单元', '1702', '业主', null, null, null], ['李建国', '13912345678', null, null, null, null, null, null, 'gold-1', null], ['李建国', null, null, null, null, null, null, null, null, null]);
  expect(await report('people', again)).toMatchObject({ taken: 0, changed: 2, alreadyThere: 1, leftOut: [] });
  expect(await report('people', again)).toMatchObject({ taken: 0, changed: 0, alreadyThere: 3 });
  expect(await ask('select name, coalesce(card_number, file_number) as number from person order by name')).toEqual([{ name: '李建国', number: 'GOLD-1' }, { name: '陈桂芳', number: '190801001' }]);
});

test('ORG-01 staff: several posts by several rows, a new department noted, a user name of somebody else left out', async () => {
  const staff = await file('staff.xlsx', ['姓名*', '用户名*', '岗位*', '部门'], [
    ['郭小雨', 'guoxiaoyu', '前台接待', null], ['郭小雨', 'GuoXiaoYu', '管家', null], ['马力', 'mali', '部门负责人', '环境部'], ['马力', 'mali', 'department_head', '工程维护部'],
    ['别人', 'mali', '管家', null], ['何某', 'x', '管家', null], ['何某', 'hemou', '总统', null], ['何某', 'hemou2', '部门负责人', null]]);
  const first = await report('staff', staff);
  expect(first).toMatchObject({ taken: 2, changed: 2, notes: [{ row: 4, field: '部门', code: 'department_opened' }] });
  expect(first.leftOut.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual(['6 用户名 user_name_taken', '7 用户名 user_name', '8 岗位 unknown_word', '9 部门 department_missing']);
  expect(await report('staff', staff)).toMatchObject({ taken: 0, changed: 0, alreadyThere: 4 });
  expect(await ask(`select name, count(*)::int from staff join post_held using (company_id, staff_id) where name in ('郭小雨', '马力', '何某') group by name order by name`)).toEqual([{ name: '郭小雨', count: 2 }, { name: '马力', count: 2 }]);
});
