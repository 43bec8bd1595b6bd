import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { Refused } from '../policy/refusal.ts';
import { columnsOf, EXAMPLE_MAP, parseMap, readRow } from './map.rules.ts';
import { cleaned } from './texts.rules.ts';
import { DEFAULT_FORMATS, instantOf, readTime } from './times.rules.ts';

const TITLES = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间'];
const context = { map: EXAMPLE_MAP, columns: columnsOf(EXAMPLE_MAP, TITLES), zone: 'Asia/Shanghai', epoch: 1900 as const, now: Date.parse('2026-11-24T00:00:00Z') };
const read = (received: string | number, answered?: string | number, more: Partial<Record<'number' | 'text' | 'answer' | 'title', string>> = {}) =>
  readRow(5, [more.number ?? 2549, 'A00045581', more.title ?? '主题', received, more.text ?? '内容', answered === undefined ? undefined : more.answer ?? '已处理', answered], context)!;
const iso = (at: number) => new Date(at).toISOString();
const matter = (...args: Parameters<typeof read>) => { const found = read(...args); if ('leftOut' in found) throw new Error(found.leftOut.en); return found; };
const leftOut = (...args: Parameters<typeof read>) => { const found = read(...args); return 'leftOut' in found ? found.leftOut : undefined; };
const mapCode = (json: string) => { try { parseMap(json); return 'read'; } catch (error) { return error instanceof Refused ? `${error.refusal.code} ${error.refusal.field ?? ''}`.trim() : error; } };

test('CAL-13 an imported time is the local time of the zone the map names', () => {
  expect(iso(matter('2019/4/25 9:32:09').matter.receivedAt)).toBe('2019-04-25T01:32:09.000Z');
  expect(iso(matter('2019/4/25 9:32').matter.receivedAt)).toBe('2019-04-25T01:32:00.000Z');
});

test('CAL-13 a serial number of Excel is the time it shows, to the second', () => {
  expect(iso(matter(43563.359259259261).matter.receivedAt)).toBe('2019-04-08T00:37:20.000Z');
});

test('CAL-13 an answer with a date and no time counts at the end of that day, and the report says so', () => {
  const { matter: found, notes } = matter('2018/3/19 10:05:04', '2018/4/24');
  expect(iso(found.answer!.at)).toBe('2018-04-24T15:59:59.000Z');
  expect(notes).toMatchObject([{ row: 5, field: '答复时间', code: 'date_only' }]);
});

test('month 13, February 30th, 25 o\'clock and a formula are refused with row and field', () => {
  for (const wrong of ['2019/13/1 9:00:00', '2019/2/30 9:00:00', '2019/4/25 25:00:00', '=NOW()', '昨天', '99999/1/1', -1, 1e300])
    expect(leftOut(wrong)).toMatchObject({ row: 5, field: '留言时间', code: 'no_such_time' });
  expect(leftOut('2019/4/25 9:32:09', '2019/0/1')).toMatchObject({ row: 5, field: '答复时间', code: 'no_such_time' });
});

test('rows that contradict themselves are left out with the reason', () => {
  expect(leftOut('2019/4/25 9:32:09', '2019/4/24 9:00:00')).toMatchObject({ field: '答复时间', code: 'before_receipt' });
  expect(leftOut('2026/11/25 9:00:00')).toMatchObject({ code: 'in_the_future' });
  expect(leftOut('0019/4/25 9:00:00')).toMatchObject({ code: 'too_early' });
  expect(leftOut('2019/4/25 9:32:09', '2019/4/26 9:00:00', { answer: ' \t\n' })).toMatchObject({ field: '答复意见', code: 'missing' });
  expect(leftOut('2019/4/25 9:32:09', undefined, { text: ' \t\n' })).toMatchObject({ field: '留言详情', code: 'missing' });
  expect(leftOut('2019/4/25 9:32:09', undefined, { number: '' })).toMatchObject({ field: '留言编号', code: 'missing' });
  expect(leftOut('2019/4/25 9:32:09', undefined, { text: '长'.repeat(10_001) })).toMatchObject({ field: '留言详情', code: 'too_long' });
});

test('an empty row is nothing, a row without an answer is an open matter', () => {
  expect(readRow(9, [undefined, ' \t', undefined, '', undefined], context)).toBeUndefined();
  expect(matter('2019/4/25 9:32:09').matter.answer).toBeUndefined();
});

test('texts lose tabs and blank lines and keep their words', () => {
  expect(cleaned('\n\t\t\t\n\t\t 2019年4月以来，  小区\u00A0物业 \r\n\r\n\t第二段\u0000\t完\u3000\n\n')).toBe('2019年4月以来， 小区 物业\n第二段 完');
});

test('cleaning twice changes nothing, and no letter is lost', () => {
  const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(cleaned(cleaned(text))).toBe(cleaned(text));
    expect(letters(cleaned(text))).toBe(letters(text));
  }));
});

test('every local time comes back from each way of writing it', () => {
  const time = fc.date({ min: new Date('1995-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => Math.floor(date.getTime() / 1000) * 1000);
  fc.assert(fc.property(time, (at) => {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Shanghai');
    const [date, time] = [[local.year, local.month, local.day], `${local.hour}:${local.minute}:${local.second}`];
    const serial = local.toPlainDateTime().since(new Temporal.PlainDateTime(1899, 12, 30), { largestUnit: 'day' }).total({ unit: 'second', relativeTo: new Temporal.PlainDate(1899, 12, 30) }) / 86_400;
    for (const text of [`${date.join('/')} ${time}`, ` ${date.join('-')}  ${time} `]) expect(instantOf(readTime(text, DEFAULT_FORMATS, 1900)!, 'Asia/Shanghai', 'first_second')).toBe(at);
    for (const text of [date.join('.'), `${date[0]}年${date[1]}月${date[2]}日`]) expect(readTime(text, DEFAULT_FORMATS, 1900)).toEqual({ date: local.toPlainDate() });
    expect(instantOf(readTime(serial, DEFAULT_FORMATS, 1900)!, 'Asia/Shanghai', 'first_second')).toBe(at);
    expect(instantOf(readTime(serial - 1462, DEFAULT_FORMATS, 1904)!, 'Asia/Shanghai', 'first_second')).toBe(at);
  }));
});

test('a map that can\'t be used is refused by its field', () => {
  const wrong = (change: object) => mapCode(JSON.stringify({ ...EXAMPLE_MAP, ...change }));
  expect(mapCode(JSON.stringify(EXAMPLE_MAP))).toBe('read');
  expect(mapCode('{')).toBe('map_not_json');
  expect(mapCode('[]')).toBe('map_invalid MAP');
  expect(wrong({ channel: 'pigeon' })).toBe('map_invalid channel');
  expect(wrong({ zone: 'Asia/Nowhere' })).toBe('map_invalid zone');
  expect(wrong({ formats: ['dd.MM'] })).toBe('map_invalid formats');
  expect(wrong({ columns: { ...EXAMPLE_MAP.columns, answered: undefined } })).toBe('map_invalid columns.answered');
  expect(wrong({ columns: { ...EXAMPLE_MAP.columns, answer: 7 } })).toBe('map_invalid columns.answer');
});

test('a column that the file doesn\'t have is refused with the titles it has', () => {
  expect(() => columnsOf(EXAMPLE_MAP, TITLES.slice(1))).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ code: 'column_missing', field: 'columns.number', zh: expect.stringContaining('答复时间') }) }));
});
