import { ImportMap, type MappedField, type RowNote } from '@shouwen/contract/importing';
import type { Moment } from '@shouwen/contract/facts';
import Value from 'typebox/value';
import { isZone } from '../calendar/calendar.rules.ts';
import { no, Refused } from '../policy/refusal.ts';
import { cleaned, lineOf } from './texts.rules.ts';
import { DEFAULT_FORMATS, instantOf, patternOf, readTime } from './times.rules.ts';

export const EXAMPLE_MAP: ImportMap = {
  channel: 'forum', kind: 'complaint', zone: 'Asia/Shanghai',
  columns: { number: '留言编号', author: '留言用户', title: '留言主题', received: '留言时间', text: '留言详情', answer: '答复意见', answered: '答复时间' },
  formats: ['yyyy/M/d H:m:s', 'yyyy/M/d H:m', 'yyyy/M/d', 'excel'],
};

/** Throws Refused (rule `input`, the field by its path) for a map that can't be used. */
export function parseMap(json: string): ImportMap {
  let map: unknown;
  try {
    map = JSON.parse(json);
  } catch {
    throw new Refused(no('input', 'map_not_json', 'MAP 文件不是 JSON。用 --help 查看示例。', 'The map is no JSON. See --help for an example.'));
  }
  if (!Value.Check(ImportMap, map)) {
    const [first] = Value.Errors(ImportMap, map);
    const field = first?.instancePath.slice(1).replaceAll('/', '.') || 'MAP';
    throw new Refused(no('input', 'map_invalid', `MAP 文件有误（${field}）：${first?.message ?? ''}。用 --help 查看示例。`, `The map is wrong at ${field}: ${first?.message ?? ''}. See --help for an example.`, field));
  }
  for (const format of map.formats ?? []) if (format !== 'excel' && !patternOf(format))
    throw new Refused(no('input', 'map_invalid', `时间格式“${format}”须含 yyyy、M、d 各一次。`, `The format “${format}” needs yyyy, M and d, each once`, 'formats'));
  if (map.zone !== undefined && !isZone(map.zone)) throw new Refused(no('input', 'map_invalid', `没有时区“${map.zone}”，例：Asia/Shanghai。`, `No zone “${map.zone}”, e.g. Asia/Shanghai`, 'zone'));
  if ((map.columns.answer === undefined) !== (map.columns.answered === undefined))
    throw new Refused(no('input', 'map_invalid', '答复内容（answer）与答复时间（answered）须同时给出。', 'Columns `answer` and `answered` go together', 'columns.answered'));
  return map;
}

/** In which column (from 0) each mapped field stands. Throws Refused where a title is not in the first row. */
export function columnsOf(map: ImportMap, titles: readonly unknown[]): ReadonlyMap<MappedField, number> {
  const found = titles.map((title) => typeof title === 'string' ? lineOf(title) : undefined);
  return new Map(Object.entries(map.columns).map(([field, title]) => {
    const column = found.indexOf(lineOf(title));
    if (column < 0) throw new Refused(no('input', 'column_missing', `文件第一行没有“${title}”列，有：${found.filter(Boolean).join('、')}。`, `The first row has no column “${title}”, it has: ${found.filter(Boolean).join(', ')}`, `columns.${field}`));
    return [field as MappedField, column];
  }));
}

export interface ImportedMatter {
  readonly row: number;
  /** Its number where it came from: together with the centre it is imported once. */
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly author: string | undefined;
  readonly place: string | undefined;
  readonly receivedAt: Moment;
  readonly answer: { readonly text: string; readonly at: Moment } | undefined;
}
/** With what is to be known about it. */
export type Noted = ImportedMatter & { readonly notes: readonly RowNote[] };
export interface MapContext { readonly map: ImportMap; readonly columns: ReadonlyMap<MappedField, number>; readonly zone: string; readonly epoch: 1900 | 1904; readonly now: Moment }
/** Either the matter with what is to be known about it, or why the row is left out. */
export type RowRead = { readonly matter: ImportedMatter; readonly notes: readonly RowNote[] } | { readonly leftOut: RowNote };

const TITLE = 200, TEXT = 10_000, SOURCE = 100, FIRST_YEAR = 1990;
type Cells = readonly (string | number | boolean | undefined)[];

/** Reads one row; undefined where all mapped cells are empty, or it is the template's example. */
export function readRow(row: number, cells: Cells, context: MapContext): RowRead | undefined {
  const { map, columns, now } = context;
  const notes: RowNote[] = [];
  const note = (field: MappedField, code: string, zh: string, en: string): RowNote => ({ row, field: map.columns[field]!, code, zh, en });
  const cell = (field: MappedField) => { const column = columns.get(field); return column === undefined ? undefined : cells[column]; };
  const line = (field: MappedField) => lineOf(cell(field));
  const text = (field: MappedField) => cell(field) === undefined ? '' : cleaned(String(cell(field)));
  if ([...columns.keys()].every((field) => text(field) === '')) return undefined;

  if (/^例[:：]/.test(line('number') ?? '')) return undefined;

  const source = line('number'), words = text('text'), answer = text('answer');
  if (source === undefined) return { leftOut: note('number', 'missing', '没有编号。', 'It has no number') };
  if (source.length > SOURCE) return { leftOut: note('number', 'too_long', `编号超过 ${SOURCE} 字。`, `The number has more than ${SOURCE} characters`) };
  if (words === '') return { leftOut: note('text', 'missing', '没有内容。', 'It has no text') };
  for (const [field, long] of [['text', words], ['answer', answer]] as const)
    if (long.length > TEXT) return { leftOut: note(field, 'too_long', `超过 ${TEXT} 字。`, `It has more than ${TEXT} characters`) };

  const received = timeIn('received');
  if ('leftOut' in received) return received;
  const answered = answer === '' && line('answered') === undefined ? undefined : timeIn('answered');
  if (answered && 'leftOut' in answered) return answered;
  if (answered && answer === '') return { leftOut: note('answer', 'missing', '有答复时间而没有答复内容。', 'It has a time of the answer and no answer') };
  if (answered && answered.at < received.at) return { leftOut: note('answered', 'before_receipt', '答复时间早于收到时间。', 'It was answered before it was received') };

  const title = line('title') ?? firstLine(words);
  if (title.length > TITLE) notes.push(note('title', 'cut', `主题超过 ${TITLE} 字，已截短，全文在内容中。`, `The title has more than ${TITLE} characters and was cut`));
  const author = line('author')?.slice(0, TITLE), place = line('place')?.slice(0, TITLE);
  const keep = title.length > TITLE && !words.includes(title) ? `${title}\n${words}` : words;
  return { matter: { row, source, title: title.slice(0, TITLE).toWellFormed(), text: keep, author, place, receivedAt: received.at, answer: answered && { text: answer, at: answered.at } }, notes };

  function timeIn(field: 'received' | 'answered'): { at: Moment } | { leftOut: RowNote } {
    const value = cell(field), shown = value === undefined ? '' : lineOf(value) ?? '';
    if (shown === '') return { leftOut: note(field, 'missing', '没有时间。', 'It has no time') };
    const written = typeof value === 'boolean' ? undefined : readTime(value!, map.formats ?? DEFAULT_FORMATS, context.epoch);
    if (!written) return { leftOut: note(field, 'no_such_time', `“${shown.slice(0, 60)}”不是有效的时间。`, `“${shown.slice(0, 60)}” is no time that exists`) };
    const taken = instantOf(written, context.zone, field === 'received' ? 'first_second' : 'last_second');
    const at = instantOf(written, context.zone, 'first_second') <= now && !written.time ? Math.min(taken, now) : taken; // a date of today hasn't ended yet
    if (written.date.year < FIRST_YEAR) return { leftOut: note(field, 'too_early', `早于 ${FIRST_YEAR} 年。`, `It is before ${FIRST_YEAR}`) };
    if (at > now) return { leftOut: note(field, 'in_the_future', `“${shown}”还没有到。`, `“${shown}” lies in the future`) };
    if (!written.time) notes.push(field === 'received' ? note(field, 'date_only', `“${shown}”只有日期，按当日 0:00 收到。`, `“${shown}” is a date without a time: taken as received at 0:00`)
      : note(field, 'date_only', `“${shown}”只有日期，按当日结束时答复。`, `“${shown}” is a date without a time: taken as answered at the end of that day`));
    return { at };
  }
}

const firstLine = (words: string) => Array.from(words.split('\n')[0]!).slice(0, 40).join('');
