import { expect, test } from 'vitest';
import { board, fact, lakeside } from '../testing/lakeside.ts';
import { DEFAULTS } from '../policy/defaults.ts';
import { statisticsDuties } from './clocks.rules.ts';
import { reportsOwed } from './reports.rules.ts';

test('CHO-12 what a centre files each month, and which centres analyse in depth', () => {
  const owed = (choice: Parameters<typeof reportsOwed>[0]) => [true, false].map((large) => { const { monthly, deepAnalysis } = reportsOwed(choice, large); return `${monthly} ${deepAnalysis}`; });
  expect(owed('monthly_all_quarterly_large')).toEqual(['statistics_with_commentary quarter', 'statistics_with_commentary never']);
  expect(owed('analysis_monthly_all')).toEqual(['full_analysis month', 'full_analysis month']);
  expect(owed('statistics_monthly_analysis_large')).toEqual(['statistics quarter', 'statistics never']);
});
test('CHO-12 ANA-01 the quarter\'s clock of a large centre runs but where everybody analyses monthly', () => {
  const quarters = (complaint_reports: Parameters<typeof reportsOwed>[0]) => Object.keys(board([fact('2026-01-01 00:00', 'centre_described', { largeOrPhased: true })], '2026-04-10 09:00',
    { ...lakeside, definitions: statisticsDuties, policies: [{ ...DEFAULTS, choices: { ...DEFAULTS.choices, complaint_reports } }] })).filter((id) => id.startsWith('ANA-01'));
  expect([quarters('monthly_all_quarterly_large').length, quarters('statistics_monthly_analysis_large').length, quarters('analysis_monthly_all').length]).toEqual([1, 1, 0]);
});
