import { POST_CODES, type PostCode } from '@shouwen/contract/posts';
import { no, type Verdict } from '../policy/refusal.ts';
import type { Staff } from './staff.ts';

const customerService = ['receptionist', 'customer_service_officer', 'customer_service_lead', 'relations_lead'] as const;
const leads = ['customer_service_lead', 'relations_lead'] as const;
const managers = ['department_head', 'centre_manager'] as const;
const ofTheCompany = ['functional_department', 'quality_department', 'leader_in_charge', 'general_manager'] as const;
const administrator = 'company_administrator';
/** CHO-09: any employee may be reached first. The auditor is not one of them. */
const anyEmployee = POST_CODES.filter((post) => post !== 'auditor');

interface Permission { writes: boolean; by: readonly PostCode[]; zh: string; en: string }
const permits = (writes: boolean) => (zh: string, en: string, ...by: readonly PostCode[]): Permission => ({ writes, by, zh, en });
const reads = permits(false);
const writes = permits(true);

/** ORG-01: what there is to do, and which posts may do it in the centre in which they are held. The auditor reads everything besides. */
export const ACTIONS = {
  see_matters: reads('查看事项', 'see matters', ...anyEmployee),
  see_customers: reads('查看客户资料', 'see personal data of customers', ...customerService, 'butler', ...managers, 'quality_department', 'leader_in_charge', 'general_manager'),
  see_staff: reads('查看员工与岗位', 'see staff and their posts', ...anyEmployee),
  see_roster: reads('查看值班表', 'see the roster', ...anyEmployee),
  see_centres: reads('查看服务中心', 'see the centres', ...anyEmployee),
  see_statistics: reads('查看统计', 'see statistics', ...customerService, ...managers, ...ofTheCompany, administrator),
  see_looks: reads('查看查阅记录', 'see who looked at personal data', 'quality_department', administrator, 'centre_manager'),
  see_records: reads('查看首问检查与评估', 'see records, checks and evaluations', ...leads, ...managers, ...ofTheCompany),
  see_policy: reads('查看制度', 'see the policy', ...anyEmployee),
  see_webhook: reads('查看消息推送地址', 'see the webhook', administrator),
  see_backups: reads('查看备份情况', 'see how the backups stand', administrator),
  see_imports: reads('查看导入', 'see imports', administrator, 'customer_service_lead', 'centre_manager'),
  see_displays: reads('查看大屏链接', 'see the links of the duty wall', administrator, 'centre_manager'),
  see_sign_ins: reads('查看他人的登录', 'see where others are signed in', administrator),

  register_matters: writes('登记事项', 'register a matter', ...anyEmployee),
  work_on_matters: writes('办理事项', 'work on a matter', ...anyEmployee),
  call_customers: writes('致电客户、查看完整电话', 'call a customer by the phone in full', ...customerService, 'butler', ...managers, 'quality_department', 'leader_in_charge', 'general_manager'),
  accept_matters: writes('代表服务中心受理', 'accept for the service centre', ...customerService, ...managers, ...ofTheCompany),
  dispatch_matters: writes('派发、转移事项', 'dispatch a matter', ...customerService, ...managers, ...ofTheCompany),
  take_charge: writes('负责一类信息', 'take charge of a class I matter', ...leads, ...managers, 'leader_in_charge', 'general_manager'),
  verify_answers: writes('验证处理结果', 'verify the handling', ...customerService, 'centre_manager', 'quality_department'),
  call_back: writes('回访', 'call a customer back', 'customer_service_officer', ...leads, 'centre_manager', 'quality_department'),
  close_matters: writes('关闭事项', 'close a matter', ...customerService, 'centre_manager', 'quality_department'),
  approve_explanations: writes('批准按已解释关闭', 'approve closing as explained', 'centre_manager', 'leader_in_charge'),
  check_records: writes('检查接待记录', 'check reception records', ...leads, 'centre_manager', 'quality_department'),
  establish_breaches: writes('认定违规', 'establish a breach', ...leads),
  evaluate_matters: writes('评估已办结的事项', 'evaluate a solved matter', 'customer_service_officer', ...leads, ...managers, 'quality_department'),
  record_committee: writes('登记业委会评估', "record the owners' committee's evaluation", ...leads, 'centre_manager', 'quality_department'),
  correct_times: writes('更正发生时间', 'correct when something happened', 'customer_service_lead'),
  keep_customers: writes('维护客户资料', 'keep the customer files', ...customerService, 'butler', 'centre_manager'),
  keep_roster: writes('排班', 'keep the roster', ...leads, ...managers, administrator),
  work_shifts: writes('上班、交接班', 'work shifts', ...anyEmployee),
  keep_staff: writes('管理员工与岗位', 'keep staff and posts', administrator),
  keep_centres: writes('管理服务中心与工作时间', 'keep the centres and their hours', administrator),
  keep_duties: writes('编写部门职责', 'write what a department does', administrator, 'centre_manager'),
  keep_handbook: writes('编写岗位职责手册', "write the posts' duty handbook", administrator),
  keep_webhook: writes('管理消息推送地址', 'keep the webhook', administrator),
  keep_displays: writes('管理大屏链接', 'keep the links of the duty wall', administrator, 'centre_manager'),
  export_lists: writes('导出清单', 'export lists', ...leads, ...managers, 'quality_department', 'leader_in_charge', 'general_manager', administrator),
  keep_policy: writes('修改公司制度', "change the company's policy", administrator, 'quality_department'),
  draft_policy: writes('起草本中心的制度版本', "draft a version of a centre's policy", administrator, 'quality_department', 'centre_manager'),
  approve_policy: writes('审批制度版本', 'approve a version of the policy', 'leader_in_charge'),
  keep_sign_in: writes('设置登录方式', 'set how people sign in', administrator),
  import_data: writes('导入数据', 'import data', administrator, 'customer_service_lead', 'centre_manager'),
} satisfies Record<string, Permission>;
export type Action = keyof typeof ACTIONS;
const permission = (action: Action): Permission => ACTIONS[action];

/**
 * Who may use a route; every route names one. `public`: nobody need be signed in. `oneself`: whoever is signed in, about their own
 * sign-in and what is theirs alone. `entering`: they too, even while their post still asks for a second step. `display`: a screen by its link, and no person. Any other: whoever may do that in some centre; the use case asks again with the centre.
 */
export type Audience = Action | 'public' | 'oneself' | 'entering' | 'display';

/** A post of another centre counts for nothing; one of the company counts in all. Without a centre: may they anywhere? */
export function may(staff: Staff, action: Action, at: { centreId?: string | null } = {}): boolean {
  const { by, writes } = permission(action);
  return staff.posts.some(({ post, centreId }) =>
    (by.includes(post) || (post === 'auditor' && !writes)) && (at.centreId === undefined || centreId === null || centreId === at.centreId));
}

/** The centres in which they may: for lists. */
export function centresWhere(staff: Staff, action: Action): 'all' | readonly string[] {
  if (may(staff, action, { centreId: null })) return 'all';
  return [...new Set(staff.posts.flatMap(({ centreId }) => (centreId !== null && may(staff, action, { centreId }) ? [centreId] : [])))];
}

/** ORG-01, as a verdict to insist on. */
export function mayDo(staff: Staff, action: Action, at: { centreId?: string | null } = {}): Verdict {
  if (may(staff, action, at)) return 'yes';
  const { zh, en } = permission(action);
  return no('ORG-01', 'not_your_post', `您的岗位不能${zh}。请由有此权限的岗位办理，或请公司管理员授予岗位。`, `Your posts don't let you ${en}. Ask someone whose post does, or the company administrator for the post.`);
}

/** At the door: 'sign_in' where nobody is signed in and somebody must be. */
export function mayEnter(staff: Staff | undefined, audience: Exclude<Audience, 'display'>): Verdict | 'sign_in' {
  if (audience === 'public') return 'yes';
  if (!staff) return 'sign_in';
  if (audience === 'entering') return 'yes';
  if (staff.mustSetUpTotp)
    return no('input', 'second_step_first', '您的岗位须先开启两步验证，才能继续。请在“登录与密码”里设置。', 'Your post must have a second step: set it up first, at “Sign-ins and password”.');
  return audience === 'oneself' ? 'yes' : mayDo(staff, audience);
}

export const isWrite = (audience: Audience): boolean => audience !== 'public' && audience !== 'oneself' && audience !== 'entering' && audience !== 'display' && permission(audience).writes;
export const actionsOf = (staff: Staff): Action[] => (Object.keys(ACTIONS) as Action[]).filter((action) => may(staff, action));
