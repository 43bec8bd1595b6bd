import type { ImportField, ImportKind, MappedField } from '@shouwen/contract/importing';
import { SHEETS, type SheetColumn } from './sheets.rules.ts';

const ENGLISH: Readonly<Record<string, string>> = {
  building: 'Building', unit: 'Unit', number: 'Room', common: 'Common part', name: 'Name', phone: 'Phone', otherPhone: 'Other phone', relation: 'Relation to the room', movedInOn: 'Moved in on',
  cardNumber: 'VIP card', important: 'Important customer', userName: 'User name', post: 'Post', department: 'Department',
};
const ofSheet = (columns: Readonly<Record<string, SheetColumn>>): ImportField[] =>
  Object.entries(columns).map(([field, { title, needed }]) => ({ field, zh: title, en: ENGLISH[field] ?? field, needed: needed ?? false }));
const field = (name: MappedField, zh: string, en: string, needed = false): ImportField => ({ field: name, zh, en, needed });

/** What can be taken from a file of each kind, in the order in which it is shown. */
export const FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  rooms: ofSheet(SHEETS.rooms), people: ofSheet(SHEETS.people), staff: ofSheet(SHEETS.staff),
  matters: [
    field('number', '来源编号', 'Number at the source', true), field('received', '收到时间', 'Received at', true), field('title', '主题', 'Title'), field('text', '内容', 'Text', true),
    field('author', '提出人', 'Author'), field('place', '地点', 'Place'), field('answer', '答复内容', 'Answer'), field('answered', '答复时间', 'Answered at'),
  ],
};
