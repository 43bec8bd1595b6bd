import type { Importance, LookPurpose, Relation } from '@shouwen/contract/customers';
import { PURPOSE_SAID, RELATION_SAID } from '@shouwen/contract/words';
import { codeWords } from '../ui/language.tsx';

export const RELATION_WORDS = codeWords<Relation>(RELATION_SAID);
/** ARC-02 */
export const IMPORTANCE_WORDS = codeWords<Importance>({
  authority_or_media: ['政府或媒体', 'Authority or media'], committee_or_group_lead: ['业委会或团体负责人', 'Committee or group lead'], own_staff: ['本公司员工', 'Own staff'],
  key_complainant: ['重点投诉客户', 'Key complainant'], big_customer: ['大客户', 'Big customer'],
});
/** ARC-07 */
export const PURPOSE_WORDS = codeWords<LookPurpose>(PURPOSE_SAID);
