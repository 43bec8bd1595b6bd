import { expect, test } from 'vitest';
import { suggestKinds } from './suggest-kinds.ts';

test('the words say the kind', () => {
  expect(suggestKinds('厨房水管滴水')[0]).toBe('repair');
  expect(suggestKinds('楼上装修噪音扰民')[0]).toBe('complaint');
  expect(suggestKinds('井盖松动')[0]).toBe('possible_hazard');
});
test('FCR-08 what is grave stands first whatever else is said', () => expect(suggestKinds('电梯坏了，有老人被困')[0]).toBe('hazard_or_disaster'));
test('three are offered where nothing is said', () => expect(suggestKinds('')).toEqual(['repair', 'possible_hazard', 'complaint']));
