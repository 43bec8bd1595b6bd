import type { ClockShown, Verb } from '@shouwen/contract/matters';
import { expect, test } from 'vitest';
import { arranged, groupOf } from './deed-groups.ts';

const clock = (name: string, due: number, verdict: ClockShown['verdict'] = null) => ({ name, rule: name.split('/')[0]!, about: '', due, verdict }) as ClockShown;
const may: Verb[] = ['notes', 'contacts', 'promises', 'handovers', 'acceptances', 'interim-replies', 'conclusive-replies', 'risk-flags'];

test('what fulfils a clock comes first, the earliest due first, then the usual, five in all', () =>
  expect(arranged(may, [clock('CMP-31/within', 20), clock('FCR-07/handover_within', 10)])).toEqual({ due: ['acceptances', 'conclusive-replies'], usual: ['handovers', 'interim-replies', 'contacts'] }));
test('an ended clock and what one may not do are no duty', () =>
  expect(arranged(['notes'], [clock('CMP-31/within', 20), clock('FCR-07/handover_within', 10, 'met')])).toEqual({ due: [], usual: ['notes'] }));
test('each act is found under its sense', () => expect((['contacts', 'handovers', 'work-done', 'promise-moves', 'time-corrections'] as const).map(groupOf)).toEqual(['contact', 'custody', 'work', 'promise', 'correct']));
