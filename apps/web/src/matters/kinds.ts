import type { CallbackGround, Channel, Coordinator, HandoverWay, MatterKind, SignsAs, Stance, WayOfContact } from '@shouwen/contract/facts';
import type { MatterClass, MatterState } from '@shouwen/contract/matters';
import { codeWords as all } from '../ui/language.tsx';

/** The words of the glossary for the closed lists of the contract; a code without words doesn't compile. */
export const KIND_WORDS = all<MatterKind>({
  hazard_or_disaster: ['险情灾害', 'Hazard or disaster'], urgent_help: ['紧急求助', 'Urgent help'], possible_hazard: ['安全隐患', 'Possible hazard'], repair: ['报修', 'Repair'], complaint: ['投诉', 'Complaint'],
  help_request: ['求助', 'Help request'], inquiry: ['咨询', 'Inquiry'], suggestion: ['建议', 'Suggestion'], opinion: ['意见', 'Opinion'], business_application: ['业务办理', 'Application'], paid_order: ['有偿服务', 'Paid order'],
  wrongdoing_report: ['举报', 'Report of wrongdoing'],
});
export const CHANNEL_WORDS = all<Channel>({
  in_person: ['来访', 'In person'], phone: ['来电', 'Phone'], oral: ['口头', 'Oral'], letter: ['书信', 'Letter'], fax: ['传真', 'Fax'], email: ['邮件', 'E-mail'], suggestion_box: ['意见箱', 'Suggestion box'], forum: ['网上论坛', 'Forum'],
  social_media: ['社交媒体', 'Social media'], app: ['业主应用', 'App'], wechat: ['微信', 'WeChat'], press: ['报刊', 'Press'], superior: ['上级传递', 'From above'], related_unit: ['相关单位传递', 'Related unit'], owners_committee: ['业委会转达', 'Owners’ committee'], other: ['其他', 'Other'],
});
export const STATE_WORDS = all<MatterState>({
  registered: ['已登记', 'Registered'], accepted: ['已受理', 'Accepted'], in_progress: ['处理中', 'In progress'], being_handed_over: ['转移中', 'Being handed over'], paused: ['已暂停', 'Paused'], escalated: ['已升级', 'Escalated'],
  answered: ['已答复', 'Answered'], handled: ['处理完毕', 'Handled'], verified: ['验证合格', 'Verified'], unsatisfied: ['不满意', 'Unsatisfied'], closed: ['已关闭', 'Closed'], closed_explained: ['解释结案', 'Closed, explained'], reopened: ['已重开', 'Reopened'], merged: ['已并入', 'Merged'],
});
export const CLASS_WORDS = all<MatterClass>({ I: ['一类信息', 'Class I'], II: ['二类信息', 'Class II'], III: ['三类信息', 'Class III'], IV: ['业务类', 'Class IV'], V: ['举报类', 'Class V'] });
export const STANCE_WORDS = all<Stance | 'not_recorded'>({ responsible: ['我方有责', 'We are responsible'], partly_responsible: ['部分有责', 'Partly responsible'], not_responsible: ['我方无责', 'Not responsible'], not_recorded: ['立场未记录', 'Stance not recorded'] });
export const CONTACT_WORDS = all<WayOfContact | 'questionnaire'>({ phone: ['电话', 'Phone'], in_person: ['当面', 'In person'], message: ['短信', 'Message'], letter: ['书面', 'Letter'], email: ['邮件', 'E-mail'], online: ['网上', 'Online'], questionnaire: ['问卷', 'Questionnaire'] });
export const HANDOVER_WORDS = all<HandoverWay>({ dispatched: ['派单', 'Dispatched'], connected_by_phone: ['电话接通', 'Connected by phone'], came_to_customer: ['到客户处接待', 'Came to the customer'], escorted_customer: ['陪同客户前往', 'Escorted the customer'] });
export const SIGNS_AS_WORDS = all<SignsAs>({ first_contact_person: ['首问责任人', 'First-contact person'], from_department: ['转出部门负责人', 'Issuing department'], to_department: ['承办部门负责人', 'Handling department'] });
export const COORDINATOR_WORDS = all<Coordinator>({ centre_manager: ['服务中心负责人', 'Centre manager'], functional_department: ['职能部门', 'Functional department'], quality_department: ['品质管理部', 'Quality department'] });
export const GROUND_WORDS = all<CallbackGround>({ solved_on_spot_confirmed: ['当场解决并确认', 'Solved on the spot and confirmed'], anonymous_or_no_contact: ['匿名或无联系方式', 'Anonymous or no contact'], sensitive: ['敏感投诉', 'Sensitive'], rejects_callbacks: ['客户拒绝回访', 'Refuses callbacks'] });
