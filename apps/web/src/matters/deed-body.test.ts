import { expect, test } from 'vitest';
import { bodyOf, missingOf } from './deed-body.ts';
import { deedOf } from './deeds.ts';

const { fields } = deedOf('handovers');

test('what was left empty isn’t sent, ticks and choices of two become true and false', () =>
  expect(bodyOf(fields, { toDepartmentId: 'd', toStaffId: '', way: 'escorted_customer', customerConsents: 'yes', note: '  ' })).toEqual({ toDepartmentId: 'd', way: 'escorted_customer', customerConsents: true }));
test('a no is sent as well as a yes', () =>
  expect(bodyOf(deedOf('verifications').fields, { passed: 'no', text: '仍渗水' })).toEqual({ passed: false, text: '仍渗水' }));
test('what is missing of the reporter goes within the reporter', () =>
  expect(bodyOf(deedOf('contacts').fields, { whom: 'customer', way: 'phone', text: '说明进展', 'reporter.name': '陈桂芳', 'reporter.place': '', readBack: 'yes' })).toEqual({ whom: 'customer', way: 'phone', text: '说明进展', reporter: { name: '陈桂芳' }, readBack: true }));
test('photos go as the list of their ids, and not at all where there are none', () =>
  expect([{ text: '已修', files: 'a b' }, { text: '已修', files: '' }].map(typed => bodyOf(deedOf('work-done').fields, typed))).toEqual([{ text: '已修', files: ['a', 'b'] }, { text: '已修' }]));
test('when it happened goes along where it was stated', () => expect(bodyOf([], { happenedAt: '2026-11-20T10:00:00Z' })).toEqual({ happenedAt: '2026-11-20T10:00:00Z' }));
test('what must be filled in and isn’t is named', () => {
  expect(missingOf(fields, { toDepartmentId: 'd' }).map(field => field.name)).toEqual(['way']);
  expect(missingOf(fields, { way: 'dispatched' })).toEqual([]);
});
