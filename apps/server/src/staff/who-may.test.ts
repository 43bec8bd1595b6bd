import { POST_CODES, type PostCode } from '@shouwen/contract/posts';
import { describe, expect, test } from 'vitest';
import type { Staff } from './staff.ts';
import { ACTIONS, actionsOf, centresWhere, isWrite, may, mayEnter, type Action } from './who-may.rules.ts';

const holding = (...posts: [PostCode, string | null][]): Staff => ({ id: '', companyId: '', name: '', posts: posts.map(([post, centreId]) => ({ post, centreId, departmentId: null })) });
const all = Object.keys(ACTIONS) as Action[];

describe('who may', () => {
  test('ORG-01 a post counts in the centre in which it is held, one of the company in all', () => {
    const officer = holding(['customer_service_officer', 'LH']);
    expect([may(officer, 'accept_matters', { centreId: 'LH' }), may(officer, 'accept_matters', { centreId: 'QF' }), may(officer, 'accept_matters')]).toEqual([true, false, true]);
    expect(may(holding(['quality_department', null]), 'verify_answers', { centreId: 'QF' })).toBe(true);
    expect(centresWhere(holding(['customer_service_officer', 'LH'], ['guard', 'QF']), 'accept_matters')).toEqual(['LH']);
    expect(centresWhere(holding(['auditor', null]), 'see_customers')).toBe('all');
  });
  test('ORG-01 the auditor reads everything and changes nothing', () => {
    const auditor = holding(['auditor', null]);
    for (const action of all) expect([action, may(auditor, action, { centreId: 'LH' })]).toEqual([action, !isWrite(action)]);
  });
  test('CHO-09 every employee may register, and each action is somebody\'s', () => {
    for (const post of POST_CODES) expect([post, may(holding([post, 'LH']), 'register_matters', { centreId: 'LH' })]).toEqual([post, post !== 'auditor']);
    for (const action of all) expect([action, POST_CODES.some((post) => post !== 'auditor' && may(holding([post, 'LH']), action))]).toEqual([action, true]);
  });
  test('ORG-01 posts decide what one may do', () => {
    const who = (action: Action) => POST_CODES.filter((post) => post !== 'auditor' && may(holding([post, 'LH']), action));
    expect(who('approve_explanations')).toEqual(['centre_manager', 'leader_in_charge']);
    expect(who('keep_staff')).toEqual(['company_administrator']);
    expect(who('see_customers')).not.toContain('company_administrator');
    expect(who('dispatch_matters')).not.toContain('repairer');
  });
  test('ORG-01 with no post, or none signed in, nothing opens but what is public or one\'s own', () => {
    const nobody = holding();
    expect(actionsOf(nobody)).toEqual([]);
    expect([mayEnter(undefined, 'public'), mayEnter(undefined, 'oneself'), mayEnter(undefined, 'see_matters')]).toEqual(['yes', 'sign_in', 'sign_in']);
    expect(mayEnter(nobody, 'oneself')).toBe('yes');
    for (const action of all) expect(mayEnter(nobody, action)).toMatchObject({ rule: 'ORG-01', code: 'not_your_post' });
  });
});
