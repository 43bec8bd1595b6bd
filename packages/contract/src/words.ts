import type { LookPurpose, Relation } from './customers.ts';
import type { Channel, MatterKind } from './facts.ts';
import type { MatterState } from './matters.ts';
import type { BreachKind } from './records.ts';

/** The glossary's words for closed lists, where both a screen and a file say them; a code without words doesn't compile. */
type Said<K extends string> = Readonly<Record<K, readonly [zh: string, en: string]>>;

export const KIND_SAID: Said<MatterKind> = {
  hazard_or_disaster: ['险情灾害', 'Hazard or disaster'], urgent_help: ['紧急求助', 'Urgent help'], possible_hazard: ['安全隐患', 'Possible hazard'], repair: ['报修', 'Repair'], complaint: ['投诉', 'Complaint'],
  help_request: ['求助', 'Help request'], inquiry: ['咨询', 'Inquiry'], suggestion: ['建议', 'Suggestion'], opinion: ['意见', 'Opinion'], business_application: ['业务办理', 'Application'], paid_order: ['有偿服务', 'Paid order'],
  wrongdoing_report: ['举报', 'Report of wrongdoing'],
};
export const CHANNEL_SAID: Said<Channel> = {
  in_person: ['来访', 'In person'], phone: ['来电', 'Phone'], oral: ['口头', 'Oral'], letter: ['书信', 'Letter'], fax: ['传真', 'Fax'], email: ['邮件', 'E-mail'], suggestion_box: ['意见箱', 'Suggestion box'], forum: ['网上论坛', 'Forum'],
  social_media: ['社交媒体', 'Social media'], app: ['业主应用', 'App'], wechat: ['微信', 'WeChat'], press: ['报刊', 'Press'], superior: ['上级传递', 'From above'], related_unit: ['相关单位传递', 'Related unit'], owners_committee: ['业委会转达', 'Owners’ committee'], other: ['其他', 'Other'],
};
export const STATE_SAID: Said<MatterState> = {
  registered: ['已登记', 'Registered'], accepted: ['已受理', 'Accepted'], in_progress: ['处理中', 'In progress'], being_handed_over: ['转移中', 'Being handed over'], paused: ['已暂停', 'Paused'], escalated: ['已升级', 'Escalated'],
  answered: ['已答复', 'Answered'], handled: ['处理完毕', 'Handled'], verified: ['验证合格', 'Verified'], unsatisfied: ['不满意', 'Unsatisfied'], closed: ['已关闭', 'Closed'], closed_explained: ['解释结案', 'Closed, explained'], reopened: ['已重开', 'Reopened'], merged: ['已并入', 'Merged'],
};
export const BREACH_SAID: Said<BreachKind> = { refused: ['拒绝受理', 'Refused'], bounced: ['推诿转走', 'Bounced'], unanswered: ['没有答复', 'Unanswered'], late: ['逾期', 'Late'], handed_over_wrongly: ['转错部门', 'Handed over wrongly'], forbidden_words: ['服务忌语', 'Forbidden words'] };
export const PURPOSE_SAID: Said<LookPurpose> = {
  intake: ['受理', 'Intake'], matter: ['办理事项', 'A matter'], callback: ['回访', 'Callback'], visit: ['走访', 'Visit'], file_keeping: ['维护档案', 'Keeping the file'], emergency: ['紧急情况', 'Emergency'],
};
export const RELATION_SAID: Said<Relation> = { owner: ['业主', 'Owner'], tenant: ['租户', 'Tenant'], resident: ['住户', 'Resident'], family: ['家属', 'Family'], other: ['其他', 'Other'] };
