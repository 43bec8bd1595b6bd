import { expect, test } from 'vitest';
import { callbackOf, NOT_CALLED, unasked, type Called } from './callback.ts';

const called: Called = { ...NOT_CALLED, satisfied: 'yes', onIntake: ' 及时 ', onMeasures: '可以', onResult: '修好了' };

test('CBK-03 intake, measures and result are each asked about', () => {
  expect(unasked({ ...called, onMeasures: ' ' })).toEqual(['onMeasures']);
  expect(unasked(called)).toEqual([]);
});
test('what was left empty is not sent', () => expect(callbackOf(called)).toEqual({ way: 'phone', satisfied: true, onIntake: '及时', onMeasures: '可以', onResult: '修好了' }));
test('CBK-09 each opinion is an item, an emptied one is none', () =>
  expect(callbackOf({ ...called, items: [{ kind: 'suggestion', whatHappened: '多放一个快递柜 ' }, { kind: 'complaint', whatHappened: ' ' }] })).toMatchObject({ newMatters: [{ kind: 'suggestion', whatHappened: '多放一个快递柜' }] }));
test('CMP-16 new facts typed before the customer turned out satisfied are not sent', () => {
  expect(callbackOf({ ...called, newFacts: '又漏了' })).not.toHaveProperty('newFacts');
  expect(callbackOf({ ...called, satisfied: 'no', newFacts: '又漏了' })).toMatchObject({ satisfied: false, newFacts: '又漏了' });
});
