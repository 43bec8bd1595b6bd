import type { RuleParam } from '@shouwen/contract/policy';
import { describe, expect, test } from 'vitest';
import { readValue, sayValue } from './values.ts';

const allowed = (kind: RuleParam['allowed']['kind'], more: Partial<RuleParam['allowed']> = {}, usual: unknown = 1) => ({ usual, allowed: { kind, zh: '', en: '', none: false, ...more } });
const COUNT = allowed('number', { least: 0, most: 1_000_000_000, none: true }, 1000);
const SHARE = allowed('number', { least: 0, most: 1 }, 0.75);

describe('values', () => {
  test.each([['1000', 1000], ['１，０００', 1000], ['不设', 'none'], ['2.5', null], ['-1', null], ['30%', null], ['很多', null]])('CAL-09 a count %s', (typed, value) => { expect(readValue(COUNT, typed)).toBe(value); });
  test.each([['75%', 0.75], ['0.75', 0.75], ['150%', null], ['无', null]])('CAL-10 a share %s', (typed, value) => { expect(readValue(SHARE, typed)).toBe(value); });
  test('CAL-09 a period that must be set can\'t be none', () => {
    expect([readValue(allowed('period', { none: true }), '不设时限'), readValue(allowed('period'), '不设时限')]).toEqual(['none', null]);
  });
  test('CAL-09 values are said in words', () => {
    expect([sayValue(SHARE, 0.75, 'zh'), sayValue(COUNT, 1000, 'zh'), sayValue(allowed('switch'), false, 'zh'), sayValue(allowed('list'), ['letter', 'fax'], 'zh'), sayValue(allowed('option'), 'quarter', 'zh'), sayValue(allowed('period'), '2wd', 'zh'), sayValue(allowed('option'), 'CMP-31', 'zh')])
      .toEqual(['75%', '1,000', '否', '书信、传真', '每季', '2 个工作日', 'CMP-31']);
  });
});
