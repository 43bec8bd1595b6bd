import { expect, test } from 'vitest';
import { CHOICES, type Choices } from './choices.ts';
import { SETTINGS } from './rulebook.ts';

const KNOWN = {
  handover_route: ['by_class_then_service', 'service_centre', 'by_class', 'cs_officer', 'by_line', 'department', 'cs_lead'],
  answered_by: ['responsible_department', 'service_centre', 'responsible_manager', 'intake_person', 'through_reception'],
  finished: ['satisfied_or_quiet', 'clearly_answered', 'until_satisfied', 'result_recorded'],
  called_back_by: ['cs_officer_not_handler', 'cs_lead', 'first_contact_person', 'front_desk_or_butler'],
  callback_exemptions: ['exempt_grounds', 'none'],
  answer_clocks: ['all_run_earliest_first', 'by_channel', 'slip_replaces', 'by_class'],
  second_transfer: ['never', 'once_by_relations_lead'],
  connect_by_phone: ['desk_only', 'everywhere', 'nowhere'],
  escalation_ladder: ['full_ladder', 'quality_department', 'centre_manager', 'functional_department'],
  first_contact_person: ['any_employee', 'service_desk', 'receptionist'],
  respond_within: ['30min', '24h'],
  room_and_name: ['first_except_cmp06', 'always_first', 'never_required'],
  complaint_reports: ['monthly_all_quarterly_large', 'analysis_monthly_all', 'statistics_monthly_analysis_large'],
  visit_on_request: ['owed_made_asked_with_consent', 'always_made', 'always_consent'],
  accident_reported_to: ['manager_leader_general', 'general_manager', 'leader_in_charge', 'leaders_concerned'],
  cases_shared: ['anonymised', 'anonymised_sensitive_withheld'],
  first_contact_scheme: ['combined', 's4_1', 's4_2', 's4_3', 's4_4', 's4_5', 's4_6', 's4_7', 's4_8', 's4_9'],
} satisfies { [S in keyof Choices]: readonly Choices[S][] };

test('every option of the rulebook is one that the code knows, and the other way round', () => {
  expect(Object.fromEntries([...SETTINGS].map(([setting, { values }]) => [setting, values]))).toEqual(KNOWN);
});
test('the default is one of the options', () => {
  for (const [setting, { values, standard }] of SETTINGS) {
    expect(values).toContain(standard);
    expect(CHOICES[setting as keyof Choices]).toBe(standard);
  }
});
