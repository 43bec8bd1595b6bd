import { expect, test } from 'vitest';
import { forgetView, keepView, keptViews } from './kept-views.ts';

function shelf(kept: Record<string, string> = {}) {
  return { getItem: (key: string) => kept[key] ?? null, setItem: (key: string, value: string) => { kept[key] = value; } };
}

test('a view is kept under its name, and a second of that name takes its place', () => {
  const store = shelf();
  keepView(store, 'a', { name: '工程在办', narrowing: { kind: 'repair' } });
  keepView(store, 'a', { name: '工程在办', narrowing: { kind: 'repair', state: 'paused' } });
  expect(keptViews(store, 'a')).toEqual([{ name: '工程在办', narrowing: { kind: 'repair', state: 'paused' } }]);
});
test('each person has their own', () => {
  const store = shelf();
  keepView(store, 'a', { name: 'x', narrowing: {} });
  expect(keptViews(store, 'b')).toEqual([]);
});
test('a forgotten view is gone', () => {
  const store = shelf();
  keepView(store, 'a', { name: 'x', narrowing: {} });
  expect(forgetView(store, 'a', 'x')).toEqual([]);
});
test('what can’t be read is no view', () => {
  for (const broken of ['{', '{}', '[{"name":1}]', 'null']) expect(keptViews(shelf({ 'shouwen.views.a': broken }), 'a')).toEqual([]);
});
