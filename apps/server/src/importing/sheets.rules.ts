import type { Importance, Relation } from '@shouwen/contract/customers';
import { POST_CODES, POSTS, type PostCode } from '@shouwen/contract/posts';
import type { RowNote } from '@shouwen/contract/importing';
import { no, Refused } from '../policy/refusal.ts';
import type { Cell } from '../outside/xlsx/read-xlsx.ts';
import { lineOf } from './texts.rules.ts';

export interface SheetColumn { readonly title: string; readonly width: number; readonly example: string; readonly needed?: true; /** Most characters. */ readonly most: number }
/** The files of our own form: the templates and what is read from them are one and the same table. */
export const SHEETS = {
  rooms: {
    building: { title: '楼栋', width: 10, example: '例：3栋', most: 40 },
    unit: { title: '单元', width: 10, example: '2单元', most: 40 },
    number: { title: '房号', width: 10, example: '1702', most: 40 },
    common: { title: '公共部位', width: 20, example: '（公共部位只填这一栏，如：地库 B1）', most: 100 },
  },
  people: {
    name: { title: '姓名', width: 12, example: '例：陈桂芳', needed: true, most: 100 },
    phone: { title: '电话', width: 16, example: '13800002716', most: 40 },
    otherPhone: { title: '其他电话', width: 16, example: '0731-88021100', most: 40 },
    building: { title: '楼栋', width: 10, example: '3栋', most: 40 },
    unit: { title: '单元', width: 10, example: '2单元', most: 40 },
    number: { title: '房号', width: 10, example: '1702', most: 40 },
    relation: { title: '与房间的关系', width: 14, example: '业主', most: 20 },
    movedInOn: { title: '入住日期', width: 14, example: '2019-08-01', most: 20 },
    cardNumber: { title: 'VIP卡号', width: 12, example: '', most: 30 },
    important: { title: '重要客户', width: 20, example: '', most: 20 },
  },
  staff: {
    name: { title: '姓名', width: 12, example: '例：何佳怡', needed: true, most: 100 },
    userName: { title: '用户名', width: 16, example: 'hejiayi', needed: true, most: 30 },
    post: { title: '岗位', width: 18, example: '前台接待', needed: true, most: 40 },
    department: { title: '部门', width: 18, example: '', most: 200 },
  },
} as const satisfies Record<string, Record<string, SheetColumn>>;
export type SheetKind = keyof typeof SHEETS;
export const SHEET_NAMES: Record<SheetKind, string> = { rooms: '房间', people: '客户', staff: '员工' };

const columnsFor = (kind: SheetKind): [string, SheetColumn][] => Object.entries(SHEETS[kind]);
/** As written in the template: what can't be left empty has an asterisk. */
export const shownTitle = ({ title, needed }: SheetColumn) => (needed ? `${title}*` : title);
/** Where the contract's name of a field is another one than the sheet's. */
const IN_SHEETS: Readonly<Record<string, string>> = { phones: 'phone', rooms: 'number', departmentId: 'department' };
export const fieldOf = (kind: SheetKind, field: string | undefined) => columnsFor(kind).find(([name]) => name === (IN_SHEETS[field ?? ''] ?? field))?.[0];
export const titleOf = (kind: SheetKind, field: string | undefined) => columnsFor(kind).find(([name]) => name === fieldOf(kind, field))?.[1].title;

export type SheetRow<K extends SheetKind> = { readonly row: number; readonly says: { readonly [F in keyof (typeof SHEETS)[K]]?: string } };

/** In which column each field stands. Throws Refused where one that is needed isn't there; a missing one that isn't needed is empty. */
export function columnsIn(kind: SheetKind, titles: readonly Cell[]): ReadonlyMap<string, number> {
  const found = titles.map((title) => lineOf(title)?.replace(/\s*[*＊]$/, ''));
  const columns = new Map(columnsFor(kind).map(([field, { title }]) => [field, found.indexOf(title)]));
  const missing = columnsFor(kind).find(([field, { needed }]) => needed && columns.get(field)! < 0);
  if (missing || [...columns.values()].every((column) => column < 0)) {
    const title = missing?.[1].title ?? columnsFor(kind).map(([, column]) => column.title).join('、');
    throw new Refused(no('input', 'column_missing', `文件第一行没有“${title}”列；可先用 import template ${kind} 生成模板。`, `The first row has no column “${title}”; import template ${kind} writes one`, title));
  }
  return columns;
}

/** A row by its fields; undefined where it is empty or the template's example. */
export function readSheetRow<K extends SheetKind>(kind: K, row: number, cells: readonly Cell[], columns: ReadonlyMap<string, number>): SheetRow<K> | RowNote | undefined {
  const says = Object.fromEntries(columnsFor(kind).flatMap(([field]) => {
    const line = lineOf(cells[columns.get(field)!]);
    return line === undefined ? [] : [[field, line]];
  })) as Record<string, string>;
  const first = Object.values(says)[0];
  if (first === undefined || /^例[:：]/.test(first)) return undefined;
  for (const [field, { title, needed, most }] of columnsFor(kind)) {
    if (needed && says[field] === undefined) return { row, field: title, code: 'missing', zh: '未填写。', en: 'It is empty' };
    if (says[field] !== undefined && isComputed(says[field])) return { row, field: title, code: 'formula', zh: `“${says[field].slice(0, 60)}”是公式或公式的错误值，不作计算。`, en: `“${says[field].slice(0, 60)}” is a formula or its error; nothing is computed here` };
    if ((says[field]?.length ?? 0) > most) return { row, field: title, code: 'too_long', zh: `超过 ${most} 字。`, en: `It has more than ${most} characters` };
  }
  return { row, says: says as SheetRow<K>['says'] };
}

/** A formula as the reader gives it, or what Excel shows where one fails. */
export const isComputed = (text: string) => text.startsWith('=') || /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(text);

export const RELATION_WORDS: Readonly<Record<string, Relation>> = { 业主: 'owner', 租户: 'tenant', 租客: 'tenant', 住户: 'resident', 家属: 'family', 家人: 'family', 其他: 'other' };
const IMPORTANCE_WORDS: Readonly<Record<string, Importance>> = { 政府或媒体: 'authority_or_media', 业委会或团体负责人: 'committee_or_group_lead', 本公司员工: 'own_staff', 重点投诉客户: 'key_complainant', 大客户: 'big_customer' };

function oneOf<T extends string>(words: Readonly<Record<string, T>>, said: string, field: string): T {
  const found = words[said] ?? Object.values(words).find((code) => code === said);
  if (found !== undefined && (Object.hasOwn(words, said) || found === said)) return found;
  throw new Refused(no('input', 'unknown_word', `“${said}”不在可填范围：${Object.keys(words).join('、')}。`, `“${said}” is none of: ${Object.values(words).join(', ')}`, field));
}
export const relationOf = (said: string) => oneOf(RELATION_WORDS, said, 'relation');
export const importanceOf = (said: string) => oneOf(IMPORTANCE_WORDS, said, 'important');
export const postOf = (said: string) => oneOf(Object.fromEntries(POST_CODES.map((code) => [POSTS[code].zh, code])) as Record<string, PostCode>, said, 'post');
