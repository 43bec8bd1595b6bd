import { expect, test } from 'vitest';
import { clearDraft, completed, draftKey, readDraft, writeDraft, type Store } from './drafts.ts';

function shelf(room = Infinity): Store & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => { if (value.length > room) throw new Error('QuotaExceededError'); kept.set(key, value); },
    removeItem: key => { kept.delete(key); },
  };
}
const now = new Date('2026-11-20T07:42:00Z');

test('a draft comes back as it was, with the time it was kept', () => {
  const store = shelf();
  writeDraft(store, 'k', { happened: 'B 梯停运', points: ['原因'] }, now);
  expect(readDraft(store, 'k')).toEqual({ value: { happened: 'B 梯停运', points: ['原因'] }, savedAt: now.toISOString() });
});
test('two people at one desk have two drafts', () => {
  const store = shelf();
  writeDraft(store, draftKey('hejiayi', 'reception'), '她的', now);
  expect(readDraft(store, draftKey('tanjing', 'reception'))).toBeNull();
});
test('a draft is gone once it is cleared', () => {
  const store = shelf();
  writeDraft(store, 'k', 'x', now);
  clearDraft(store, 'k');
  expect(readDraft(store, 'k')).toBeNull();
});
test('what can’t be read is no draft and breaks nothing', () => {
  const store = shelf();
  for (const broken of ['{', 'null', '42', '{"value":1}']) {
    store.kept.set('k', broken);
    expect(readDraft(store, 'k')).toBeNull();
  }
});
test('a full browser is said, and what was kept before stays', () => {
  const store = shelf(60);
  expect(writeDraft(store, 'k', '短', now)).toBe(true);
  expect(writeDraft(store, 'k', '长'.repeat(99), now)).toBe(false);
  expect(readDraft(store, 'k')?.value).toBe('短');
});
test('a draft kept before its form had a field gets that field; a list or a word stays as it was typed', () => {
  expect(completed<{ name: string; link: string }>({ name: '陈桂芳' } as { name: string; link: string }, { name: '', link: '' })).toEqual({ name: '陈桂芳', link: '' });
  expect(completed<string | null>('原因', null)).toBe('原因');
  expect(completed<readonly string[]>(['原因'], ['a', 'b'])).toEqual(['原因']);
  expect(completed(undefined, { name: '' })).toEqual({ name: '' });
});
