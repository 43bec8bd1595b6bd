import { expect, test } from 'vitest';
import { correctionOf, NO_PERSON } from './person-body.ts';

test('ARC-01 phones are one a line, or parted as one happens to write them; twice the same is once', () =>
  expect(correctionOf({ ...NO_PERSON, name: ' 陈桂芳 ', phones: '13800002716\n 020-8802 1100，13800002716；' })).toMatchObject({ name: '陈桂芳', phones: ['13800002716', '020-8802 1100'] }));
test('what was emptied is emptied in the file', () => expect(correctionOf(NO_PERSON)).toEqual({ name: '', phones: [], rooms: [], movedInOn: null, cardNumber: null, important: null }));
