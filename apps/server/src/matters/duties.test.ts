import { expect, test } from 'vitest';
import { clocksOfMatters } from '../app/all-clocks.ts';
import { DEEDS } from '../app/deeds.ts';
import { DUTIES } from './duties.rules.ts';

test('CAL-10 every clock that runs says in words what it asks for, and nothing else does', () => {
  expect(Object.keys(DUTIES).sort()).toEqual([...new Set(clocksOfMatters.map((definition) => definition.clock))].sort());
});
test('the act that fulfils a duty is one that can be done', () => {
  const verbs = Object.values(DUTIES).flatMap(({ verb }) => verb ?? []);
  expect(verbs.filter((verb) => !DEEDS.has(verb))).toEqual([]);
  expect(verbs.length).toBeGreaterThan(20);
});
