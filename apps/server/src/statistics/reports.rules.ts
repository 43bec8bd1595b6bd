import type { Choices } from '../policy/choices.ts';

/** What the month's report (CMP-33) holds, and how often the deep analysis (ANA-01) is owed. */
export interface Reports { monthly: 'statistics' | 'statistics_with_commentary' | 'full_analysis'; deepAnalysis: 'month' | 'quarter' | 'never' }

/** CHO-12: which reports a centre files. Every centre files something each month; the deep analysis is the large or phased ones' (CMP-22), or everybody's each month. */
export function reportsOwed(choice: Choices['complaint_reports'], largeOrPhased: boolean): Reports {
  switch (choice) {
    case 'monthly_all_quarterly_large': return { monthly: 'statistics_with_commentary', deepAnalysis: largeOrPhased ? 'quarter' : 'never' };
    case 'analysis_monthly_all': return { monthly: 'full_analysis', deepAnalysis: 'month' };
    case 'statistics_monthly_analysis_large': return { monthly: 'statistics', deepAnalysis: largeOrPhased ? 'quarter' : 'never' };
  }
}
