import { expect, test } from 'vitest';
import { bodyAt, isKnown, nextOf, ownRevision, type Entry } from './entry.ts';

const at = '2026-11-20T07:30:00.000Z';
const entry = (nth: number, path: string, more: Partial<Entry> = {}): Entry => ({ nth, key: `key-${nth}`, person: 'deng', path, body: { text: '滴水' }, at, says: { zh: '', en: '', about: '' }, photos: [], tried: false, ...more });
const after = (ms: number) => new Date(Date.parse(at) + ms);

test('CAL-13 what is sent later says when it was done; at once the server’s clock says it; a stated time stays', () => {
  expect(bodyAt(entry(1, '/matters/LH1/notes'), after(5_000))).toEqual({ text: '滴水' });
  expect(bodyAt(entry(1, '/matters/LH1/notes'), after(60_000))).toEqual({ text: '滴水', happenedAt: at });
  expect(bodyAt(entry(1, '/matters'), after(60_000))).toEqual({ text: '滴水', receivedAt: at });
  expect(bodyAt(entry(1, '/matters/LH1/notes', { body: { happenedAt: 'earlier' } }), after(60_000))).toEqual({ happenedAt: 'earlier' });
  expect(bodyAt(entry(1, '/matters/LH1/time-corrections'), after(60_000))).toEqual({ text: '滴水' });
});
test('in the order it was done, only one’s own; what follows a refused one about the same matter waits, others go on', () => {
  const refused = { refused: { kind: 'stale' as const, said: null } };
  const entries = [entry(3, '/matters/LH2/notes'), entry(1, '/matters/LH1/acceptances', refused), entry(2, '/matters/LH1/work-done'), entry(0, '/matters', { person: 'liang' })];
  expect(nextOf(entries, 'deng')?.nth).toBe(3);
  expect(nextOf(entries.filter(({ nth }) => nth !== 1), 'deng')?.nth).toBe(2);
  expect(nextOf([entry(1, '/matters', refused), entry(2, '/matters')], 'deng')?.nth).toBe(2);
});
test('one’s own earlier deeds don’t stand in the way of the next; a colleague’s does', () => {
  expect(ownRevision({ revision: 4, facts: [{ by: 'deng' }] }, 'deng')).toBe(4);
  expect(ownRevision({ revision: 4, facts: [{ by: 'deng' }, { by: 'liang' }] }, 'deng')).toBeUndefined();
  expect(ownRevision(null, 'deng')).toBeUndefined();
});
test('what was tried and heard nothing of for a week isn’t sent again by itself', () => {
  expect([isKnown(entry(1, '/matters', { tried: true }), after(7 * 86_400_000)), isKnown(entry(1, '/matters'), after(7 * 86_400_000))]).toEqual([false, true]);
});
