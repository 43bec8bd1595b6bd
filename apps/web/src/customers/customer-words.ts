import type { Importance, LookPurpose, Relation } from '@shouwen/contract/customers';
import { codeWords } from '../ui/language.tsx';

export const RELATION_WORDS = codeWords<Relation>({ owner: ['业主', 'Owner'], tenant: ['租户', 'Tenant'], resident: ['住户', 'Resident'], family: ['家属', 'Family'], other: ['其他', 'Other'] });
/** ARC-02 */
export const IMPORTANCE_WORDS = codeWords<Importance>({
  authority_or_media: ['政府或媒体', 'Authority or media'], committee_or_group_lead: ['业委会或团体负责人', 'Committee or group lead'], own_staff: ['本公司员工', 'Own staff'],
  key_complainant: ['重点投诉客户', 'Key complainant'], big_customer: ['大客户', 'Big customer'],
});
/** ARC-07 */
export const PURPOSE_WORDS = codeWords<LookPurpose>({
  intake: ['受理', 'Intake'], matter: ['办理事项', 'A matter'], callback: ['回访', 'Callback'], visit: ['走访', 'Visit'], file_keeping: ['维护档案', 'Keeping the file'], emergency: ['紧急情况', 'Emergency'],
});
