import type { Post } from '@shouwen/contract/facts';
import { POSTS } from '@shouwen/contract/posts';
import type { Language } from '../ui/language.tsx';

/** Who owes or is owed, where no person is named; the roles of the glossary. */
const POST_WORDS: Record<Post, readonly [zh: string, en: string]> = {
  first_contact_person: ['首问责任人', 'first-contact person'], customer_service_officer: ['客服专员', 'customer-service officer'], customer_service_lead: ['客服负责人', 'customer-service lead'],
  customer_service_supervisor: ['客服主管', 'customer-service supervisor'], receptionist_on_duty: ['当值接待人员', 'receptionist on duty'], duty_manager: ['当班最高管理者', 'duty manager'],
  responsible_manager: ['责任主管', 'responsible manager'], department_head: ['部门负责人', 'department head'], responsible_department: ['责任部门', 'responsible department'], holder: ['承接人', 'holder'],
  centre_manager: ['服务中心负责人', 'centre manager'], relations_lead: ['客户关系主管', 'customer-relations lead'], functional_department: ['职能部门', 'functional department'], quality_department: ['品质管理部', 'quality department'],
  leader_in_charge: ['分管领导', 'leader in charge'], developer_customer_centre: ['地产客户服务中心', 'developer’s customer centre'], direct_supervisor: ['直接主管', 'direct supervisor'],
  receiver: ['受理人', 'receiver'], caller: ['回访人', 'caller'], designated_person: ['指定专人', 'designated person'], complaining_unit: ['投诉单位', 'complaining unit'], repairer: ['维修人员', 'repairer'],
  customer: ['客户', 'customer'], first_customer: ['首问业主', 'first customer'], referring_unit: ['转来单位', 'referring unit'], owners_committee: ['业主委员会', 'owners’ committee'], owners_and_residents: ['业主与住户', 'owners and residents'],
};
/** Of a role in a matter, or a post that somebody holds; what isn't known is shown as it came. */
export const postWord = (post: string, language: Language): string =>
  (POST_WORDS as Record<string, readonly [string, string]>)[post]?.[language === 'zh' ? 0 : 1] ?? (POSTS as Record<string, { zh: string; en: string }>)[post]?.[language] ?? post;
