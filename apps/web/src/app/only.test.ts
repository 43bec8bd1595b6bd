import { expect, test } from 'vitest';
import { only } from './only.ts';

test('what a screen does not read of an address, or reads as wrong, is undefined there', () => {
  const read = only((search): { tab?: 'rooms' } => (search['tab'] === 'rooms' ? { tab: 'rooms' } : {}));
  expect([read({ tab: 'rooms', other: 1 }), read({ tab: 'nonsense' })]).toStrictEqual([{ tab: 'rooms', other: undefined }, { tab: undefined }]);
});
