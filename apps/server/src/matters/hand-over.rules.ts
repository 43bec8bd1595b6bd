import type { VerbBody } from '@shouwen/contract/matters';
import type { PostCode } from '@shouwen/contract/posts';
import type { Refusal } from '@shouwen/contract/refusal';
import { follows, type Policy } from '../policy/policy.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import { postsIn, type Staff } from '../staff/staff.ts';
import { worksIn } from './accept.rules.ts';
import { lacking } from './intake.rules.ts';
import type { Scene } from './deed.ts';
import type { Standing } from './standing.rules.ts';
import { all } from './who.rules.ts';

type Asked = Pick<VerbBody<'handovers'>, 'toDepartmentId' | 'way' | 'customerConsents' | 'note'>;
const LEADS: readonly PostCode[] = ['customer_service_lead', 'relations_lead'];
/** FCR-20, FCR-36: leaders and managers. */
export const MANAGERS: readonly PostCode[] = ['department_head', 'centre_manager', 'leader_in_charge', 'functional_department', 'quality_department'];
const ABOVE: readonly PostCode[] = [...LEADS, 'centre_manager', 'leader_in_charge', 'functional_department', 'quality_department'];
const holds = (staff: Staff, centreId: string, posts: readonly PostCode[]) =>
  postsIn(staff, centreId).some((held) => posts.includes(held.post));
/** FCR-21: who settles where a matter belongs; by default the customer-service lead (glossary). */
export const isRelationsLead = (staff: Staff, centreId: string) => holds(staff, centreId, LEADS);

/** FCR-24, CHO-07: to somebody, and in one of the manual's ways; connecting the customer on is allowed at the desk, everywhere or nowhere. */
export const wayHolds = ({ toDepartmentId, way, customerConsents }: Asked, to: Staff | undefined, { channel }: Pick<Standing, 'channel'>, policy: Policy): Verdict => all(
  to || toDepartmentId ? 'yes' : no('FCR-24', 'to_whom', '请选择转给哪个部门或哪位同事。', 'Choose the department or the person.', 'toDepartmentId'),
  way === 'connected_by_phone' && policy.choices.connect_by_phone === 'nowhere' ? no('CHO-07', 'never_connected', '本公司一律不转接电话：请到客户处接待，或陪同客户前往。', 'Here nobody is connected on by phone: come to the customer, or escort them.', 'way') : 'yes',
  way === 'connected_by_phone' && channel === 'phone' && policy.choices.connect_by_phone === 'desk_only' ? no('CHO-07', 'hotline_keeps', '热线来电不转接，由接听人跟到底；柜台来访才可转接。', 'A hotline call is not connected on: whoever took it keeps it.', 'way') : 'yes',
  way === 'escorted_customer' && !customerConsents && follows(policy, 'FCR-24') ? no('FCR-24', 'consent', '陪同前往须经客户同意。', 'Escorting the customer needs their consent.', 'customerConsents') : 'yes');

/** FCR-20: a leader or manager gives what belongs to one department to its head, and what is unclear or belongs to several to the relations lead. */
export const routeHolds = (by: Staff, to: Staff | undefined, centreId: string, policy: Policy): Verdict =>
  to && follows(policy, 'FCR-20') && holds(by, centreId, MANAGERS) && !holds(by, centreId, LEADS) && !holds(to, centreId, ['department_head', ...LEADS]) && !colleagues(by, to, centreId)
    ? no('FCR-20', 'to_the_head', '管理人员转交：属于一个部门的，转该部门负责人；不明确或涉及多个部门的，转客户关系主管。',
      'Managers hand over to the head of the department concerned, or to the relations lead where it is unclear or belongs to several.', 'toStaffId') : 'yes';
const colleagues = (by: Staff, to: Staff, centreId: string) => by.posts.some((held) => worksIn(to, centreId, held.departmentId ?? undefined));

/** FCR-31: who and where are known, and what goes up says what is asked; the records so far and their attachments go with the matter by themselves. */
export function handUpComplete({ note }: Asked, to: Staff | undefined, centreId: string, seen: Pick<Standing, 'class' | 'reporter'>, policy: Policy): Verdict {
  if (!follows(policy, 'FCR-31')) return 'yes';
  const lacks = seen.class === 'I' ? [] : lacking(seen.reporter, policy);
  const missing = [...lacks, ...(to && holds(to, centreId, ABOVE) && !note ? [{ zh: '上报说明（要上级做什么、已做了什么）', en: 'a note saying what is asked and what was done so far' }] : [])];
  return missing.length ? no('FCR-31', 'incomplete', `上报材料不完整，还缺：${missing.map(({ zh }) => zh).join('、')}。`, `The hand-up is incomplete; missing: ${missing.map(({ en }) => en).join(', ')}.`,
    lacks.length ? `reporter.${lacks[0]!.field}` : 'note') : 'yes';
}

/** CHO-06, FCR-23: the department that has accepted keeps it, whoever tries to send it on; inside the department it may go from hand to hand. */
export const leavesDepartment = ({ toDepartmentId }: Asked, to: Staff | undefined, centreId: string, { acceptedDepartment }: Pick<Standing, 'acceptedDepartment'>): boolean =>
  acceptedDepartment !== undefined && !(to ? worksIn(to, centreId, acceptedDepartment) : toDepartmentId === acceptedDepartment);
export const settledInside = no('FCR-23', 'second_transfer', '部门接手后不得再转：先接待客户，请填“转错说明”由客户关系主管内部协调，答复仍由本部门作出。',
  'A department that has accepted may not hand it on: take care of the customer, note the wrong transfer, and the relations lead settles it inside.');

/** CHO-06: with `once_by_relations_lead` (after S4.8 (6)) it goes on once more by the relations lead's decision, who says why it truly can't be solved there. */
export function mayGoOn({ by, centreId, seen, policy }: Pick<Scene, 'by' | 'centreId' | 'seen' | 'policy'>, note: string | undefined): Refusal | 'again' {
  if (policy.choices.second_transfer === 'never') return settledInside;
  if (seen.wentOn) return no('FCR-23', 'went_on_already', '已由客户关系主管决定再转过一次，不得再转：由现在的部门答复客户。', 'It has gone on once by the relations lead’s decision: the department that has it now answers the customer.');
  if (!isRelationsLead(by, centreId)) return no('FCR-23', 'relations_lead_decides', '部门接手后，只有客户关系主管可以决定再转一次；请填“转错说明”。', 'Once a department has accepted, only the relations lead may decide that it goes on: note the wrong transfer.');
  return note ? 'again' : no('CHO-06', 'why_again', '再转一次须写明为什么确实不能在本部门解决。', 'Say why it truly cannot be solved there before it goes on once more.', 'note');
}
