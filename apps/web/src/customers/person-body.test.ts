import { expect, test } from 'vitest';
import { correctionOf, NO_PERSON, type PersonTyped } from './person-body.ts';

const chen: PersonTyped = { name: '陈桂芳', phones: '13800002716', rooms: [{ roomId: 'r', name: '3栋2单元1702', relation: 'owner' }], movedInOn: '2016-05-12', cardNumber: '', important: '' };

test('ARC-01 phones are one a line, or parted as one happens to write them; twice the same is once', () =>
  expect(correctionOf({ ...NO_PERSON, name: ' 陈桂芳 ', phones: '13800002716\n 020-8802 1100，13800002716；' }, NO_PERSON)).toEqual({ name: '陈桂芳', phones: ['13800002716', '020-8802 1100'] }));
test('only what was changed is sent, so that what a colleague has changed meanwhile stays', () =>
  expect(correctionOf({ ...chen, name: '陈桂芬', rooms: [{ roomId: 'r', name: '3栋2单元1702', relation: 'family' }] }, chen)).toEqual({ name: '陈桂芬', rooms: [{ roomId: 'r', relation: 'family' }] }));
test('what was emptied is emptied in the file', () => expect(correctionOf({ ...chen, movedInOn: '', phones: '', rooms: [] }, chen)).toEqual({ movedInOn: null, phones: [], rooms: [] }));
test('nothing changed, nothing sent', () => expect(correctionOf({ ...chen, phones: ' 13800002716 ' }, chen)).toEqual({}));
