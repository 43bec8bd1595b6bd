import type { Post } from '@shouwen/contract/facts';
import type { PostCode } from '@shouwen/contract/posts';
import type { Choices } from './choices.ts';

/**
 * CHO-08: to whom what is unsolved or overdue goes, rung by rung. Each is held in the centre or for the company; where nobody holds it ORG-01 says who
 * stands in. Where a functional department coordinates, the centre manager comes last: reaching them is an escalated conflict (FCR-28).
 */
export const LADDERS: Readonly<Record<Choices['escalation_ladder'], readonly (PostCode & Post)[]>> = {
  full_ladder: ['department_head', 'centre_manager', 'functional_department', 'quality_department'],
  quality_department: ['quality_department'],
  centre_manager: ['department_head', 'centre_manager'],
  functional_department: ['relations_lead', 'functional_department', 'centre_manager'],
};
