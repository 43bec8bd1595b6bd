import type { CallbackGround, Channel, Coordinator, HandoverWay, MatterKind, SignsAs, Stance, WayOfContact } from '@shouwen/contract/facts';
import type { MatterClass, MatterState } from '@shouwen/contract/matters';
import { KIND_SAID, CHANNEL_SAID, STATE_SAID } from '@shouwen/contract/words';
import { codeWords as all } from '../ui/language.tsx';

/** The words of the glossary for the closed lists of the contract; a code without words doesn't compile. */
export const KIND_WORDS = all<MatterKind>(KIND_SAID);
export const CHANNEL_WORDS = all<Channel>(CHANNEL_SAID);
export const STATE_WORDS = all<MatterState>(STATE_SAID);
export const CLASS_WORDS = all<MatterClass>({ I: ['一类信息', 'Class I'], II: ['二类信息', 'Class II'], III: ['三类信息', 'Class III'], IV: ['业务类', 'Class IV'], V: ['举报类', 'Class V'] });
export const STANCE_WORDS = all<Stance | 'not_recorded'>({ responsible: ['我方有责', 'We are responsible'], partly_responsible: ['部分有责', 'Partly responsible'], not_responsible: ['我方无责', 'Not responsible'], not_recorded: ['立场未记录', 'Stance not recorded'] });
export const CONTACT_WORDS = all<WayOfContact | 'questionnaire'>({ phone: ['电话', 'Phone'], in_person: ['当面', 'In person'], message: ['短信', 'Message'], letter: ['书面', 'Letter'], email: ['邮件', 'E-mail'], online: ['网上', 'Online'], questionnaire: ['问卷', 'Questionnaire'] });
export const HANDOVER_WORDS = all<HandoverWay>({ dispatched: ['派单', 'Dispatched'], connected_by_phone: ['电话接通', 'Connected by phone'], came_to_customer: ['到客户处接待', 'Came to the customer'], escorted_customer: ['陪同客户前往', 'Escorted the customer'] });
export const SIGNS_AS_WORDS = all<SignsAs>({ first_contact_person: ['首问责任人', 'First-contact person'], from_department: ['转出部门负责人', 'Issuing department'], to_department: ['承办部门负责人', 'Handling department'] });
export const COORDINATOR_WORDS = all<Coordinator>({ centre_manager: ['服务中心负责人', 'Centre manager'], functional_department: ['职能部门', 'Functional department'], quality_department: ['品质管理部', 'Quality department'] });
export const GROUND_WORDS = all<CallbackGround>({ solved_on_spot_confirmed: ['当场解决并确认', 'Solved on the spot and confirmed'], anonymous_or_no_contact: ['匿名或无联系方式', 'Anonymous or no contact'], sensitive: ['敏感投诉', 'Sensitive'], rejects_callbacks: ['客户拒绝回访', 'Refuses callbacks'] });
