import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refused } from '../../policy/refusal.ts';
import { workbookOf, zipOf } from '../../testing/zip-of.ts';
import { LIMITS } from './open-zip.ts';
import { readXlsx, type Cell } from './read-xlsx.ts';
import { writeXlsx, type Written } from './write-xlsx.ts';

async function read(file: Buffer | string): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const row of (await readXlsx(file)).rows()) rows.push(row.cells);
  return rows;
}
async function written(rows: Written[][]): Promise<Buffer> {
  const out = new PassThrough(), bytes = buffer(out);
  await writeXlsx(out, '表', [{ title: '甲', width: 10 }], rows);
  return bytes;
}
const codeOf = (file: Buffer | string) => read(file).then(() => 'read', (error: unknown) => error instanceof Refused ? error.refusal.code : String(error));
const bytesOf = (rows: string, strings = '') => zipOf(workbookOf(rows, strings));
const without = (name: string) => workbookOf('').filter((part) => part.name !== name);

test('texts with several styles, escapes, readings, prefixes and cells without a place are read whole', async () => {
  const strings = '<si><r><t>小区</t></r><r><t xml:space="preserve"> 物业</t></r></si><si><t>一</t><rPh sb="0" eb="1"><t>yi</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>';
  const rows = '<x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row>'
    + '<row><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><v>43563.5</v></c></row>';
  expect(await read(bytesOf(rows, strings).subarray(0))).toEqual([[undefined, '小区 物业', '一'], ['a\rb_x0041_', '甲乙', true, '#N/A', 43563.5]]);
});

test('a formula is read as its text, not evaluated, and the value it claims is not believed', async () => {
  const rows = '<row r="1"><c r="A1" t="str"><f>WEBSERVICE("http://127.0.0.1/"&amp;A2)</f><v>13800002716</v></c><c r="B1"><f>1+1</f><v>7</v></c></row>';
  expect(await read(bytesOf(rows))).toEqual([['=WEBSERVICE("http://127.0.0.1/"&A2)', '=1+1']]);
});

test('no character is broken where two pieces of the stream meet', async () => {
  const text = '物业管理𠮷'.repeat(2_000);
  for (const shift of ['', 'a', 'ab', 'abc']) {
    const cells = Array.from({ length: 12 }, (_, i) => `<c t="inlineStr"><is><t>${shift}${i}${text}</t></is></c>`).join('');
    expect((await read(bytesOf(`<row r="1">${cells}</row>`)))[0]).toEqual(Array.from({ length: 12 }, (_, i) => `${shift}${i}${text}`));
  }
});

test('files that are not what they say are refused by name', async () => {
  expect(await codeOf(Buffer.from('编号,内容\n1,坏了'))).toBe('not_xlsx');
  expect(await codeOf(Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old', 'latin1'))).toBe('not_xlsx');
  expect(await codeOf(Buffer.from('%PDF-1.7'))).toBe('not_xlsx');
  expect(await codeOf(Buffer.alloc(0))).toBe('not_xlsx');
  expect(await codeOf(zipOf([{ name: 'word/document.xml', data: '<document/>' }]))).toBe('not_xlsx');
  expect(await codeOf(zipOf(without('xl/worksheets/sheet1.xml')))).toBe('sheet_missing');
  expect(await codeOf('/nowhere/at-all.xlsx')).toBe('file_missing');
  expect(await codeOf(tmpdir())).toBe('file_missing');
});

test('macros, passwords and document types are refused', async () => {
  expect(await codeOf(zipOf([...workbookOf(''), { name: 'xl/vbaProject.bin', data: 'Sub Auto_Open()' }]))).toBe('file_has_macros');
  expect(await codeOf(zipOf(workbookOf('').map((part) => ({ ...part, says: { flags: 1 } }))))).toBe('file_encrypted');
  const laughs = '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
  expect(await codeOf(zipOf([...without('xl/sharedStrings.xml'), { name: 'xl/sharedStrings.xml', data: laughs }]))).toBe('file_damaged');
});

test('a bomb is refused before it is inflated, a lying one as soon as it lies', async () => {
  const blank = Buffer.alloc(8 * 2 ** 20, ' ');
  const sheet = (data: Buffer | string, says?: { size: number }) => zipOf([...without('xl/worksheets/sheet1.xml'), { name: 'xl/worksheets/sheet1.xml', data, ...(says && { says }) }]);
  expect(await codeOf(sheet(blank))).toBe('file_too_big');
  expect(await codeOf(sheet('<worksheet/>', { size: 2 ** 31 }))).toBe('file_too_big');
  expect(await codeOf(sheet(blank, { size: 1000 }))).toBe('file_too_big');
  expect(await codeOf(zipOf(Array.from({ length: LIMITS.entries + 1 }, (_, i) => ({ name: `${i}`, data: '' }))))).toBe('file_too_big');
});

test('200 MB are refused without being read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xlsx-'));
  try {
    const path = join(folder, 'big.xlsx'), file = await open(path, 'w');
    await file.write('PK\x03\x04');
    await file.truncate(200 * 2 ** 20);
    await file.close();
    const before = process.memoryUsage().arrayBuffers;
    expect(await codeOf(path)).toBe('file_too_big');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 2 ** 20);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('whatever is cut off or flipped in a file, it is read or refused, and nothing else happens', async () => {
  const whole = bytesOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', '<si><t>物业</t></si>');
  await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
    const broken = Buffer.from(cut ? whole.subarray(0, at) : whole);
    if (!cut) broken[at] = byte;
    expect(await codeOf(broken)).toMatch(/^(read|not_xlsx|file_damaged|file_too_big|file_encrypted|sheet_missing)$/);
  }));
});

test('no text becomes a formula in an export: tab, line break, full-width signs, spaces and invisible characters before them', async () => {
  const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠x', '  =1', '\u200B=1', '\uFEFF=1', '\u00A0=1', '−1', '\t', '=HYPERLINK("http://x")'];
  for (const [cell] of (await read(await written(hostile.map((text) => [text])))).slice(1)) expect(cell).toMatch(/^'/);
});

test('other texts come back as they were written, markup and escapes included', async () => {
  const texts = ['小区 物业', '<b>&amp;"\'</b>', '_x000D_', '__x005F_x', '1-2', 'a=b', '𠮷', '13800002716', "'; drop table matter; --"];
  expect((await read(await written(texts.map((text) => [text])))).slice(1)).toEqual(texts.map((text) => [text]));
});

test('a text too long for a cell is cut and says so, and half characters and control signs do no harm', async () => {
  const [, [long], [odd]] = await read(await written([['𠮷'.repeat(20_000)], ['a\u0000\u0007b\uD800c']])) as [unknown, [string], [string]];
  expect(long.length).toBeLessThanOrEqual(32_767);
  expect(long.endsWith('……（过长，全文见系统）')).toBe(true);
  expect(odd).toBe('ab\uFFFDc');
});
