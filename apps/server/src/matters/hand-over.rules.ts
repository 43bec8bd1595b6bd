import type { VerbBody } from '@shouwen/contract/matters';
import type { PostCode } from '@shouwen/contract/staff';
import { no, type Verdict } from '../policy/refusal.ts';
import { postsIn, type Staff } from '../staff/staff.ts';
import { worksIn } from './accept.rules.ts';
import { lacking } from './intake.rules.ts';
import type { Standing } from './standing.rules.ts';
import { all } from './who.rules.ts';

type Asked = Pick<VerbBody<'handovers'>, 'toDepartmentId' | 'way' | 'customerConsents' | 'note'>;
const LEADS: readonly PostCode[] = ['customer_service_lead', 'relations_lead'];
/** FCR-20, FCR-36: leaders and managers. */
export const MANAGERS: readonly PostCode[] = ['department_head', 'centre_manager', 'leader_in_charge', 'functional_department', 'quality_department'];
const ABOVE: readonly PostCode[] = [...LEADS, 'centre_manager', 'leader_in_charge', 'functional_department', 'quality_department'];
const holds = (staff: Staff, centreId: string, posts: readonly PostCode[]) =>
  postsIn(staff, centreId).some((held) => posts.includes(held.post));

/** FCR-24, CHO-07: to somebody, and in one of the manual's ways. */
export const wayHolds = ({ toDepartmentId, way, customerConsents }: Asked, to: Staff | undefined, { channel }: Pick<Standing, 'channel'>): Verdict => all(
  to || toDepartmentId ? 'yes' : no('FCR-24', 'to_whom', '请选择转给哪个部门或哪位同事。', 'Choose the department or the person.', 'toDepartmentId'),
  way === 'connected_by_phone' && channel === 'phone' ? no('CHO-07', 'hotline_keeps', '热线来电不转接，由接听人跟到底；柜台来访才可转接。', 'A hotline call is not connected on: whoever took it keeps it.', 'way') : 'yes',
  way === 'escorted_customer' && !customerConsents ? no('FCR-24', 'consent', '陪同前往须经客户同意。', 'Escorting the customer needs their consent.', 'customerConsents') : 'yes');

/** FCR-20: a leader or manager gives what belongs to one department to its head, and what is unclear or belongs to several to the relations lead. */
export const routeHolds = (by: Staff, to: Staff | undefined, centreId: string): Verdict =>
  to && holds(by, centreId, MANAGERS) && !holds(by, centreId, LEADS) && !holds(to, centreId, ['department_head', ...LEADS]) && !colleagues(by, to, centreId)
    ? no('FCR-20', 'to_the_head', '管理人员转交：属于一个部门的，转该部门负责人；不明确或涉及多个部门的，转客户关系主管。',
      'Managers hand over to the head of the department concerned, or to the relations lead where it is unclear or belongs to several.', 'toStaffId') : 'yes';
const colleagues = (by: Staff, to: Staff, centreId: string) => by.posts.some((held) => worksIn(to, centreId, held.departmentId ?? undefined));

/** FCR-31: who and where are known, and what goes up says what is asked; the records so far and their attachments go with the matter by themselves. */
export function handUpComplete({ note }: Asked, to: Staff | undefined, centreId: string, seen: Pick<Standing, 'class' | 'reporter'>): Verdict {
  const lacks = seen.class === 'I' ? [] : lacking(seen.reporter);
  const missing = [...lacks, ...(to && holds(to, centreId, ABOVE) && !note ? [{ zh: '上报说明（要上级做什么、已做了什么）', en: 'a note saying what is asked and what was done so far' }] : [])];
  return missing.length ? no('FCR-31', 'incomplete', `上报材料不完整，还缺：${missing.map(({ zh }) => zh).join('、')}。`, `The hand-up is incomplete; missing: ${missing.map(({ en }) => en).join(', ')}.`,
    lacks.length ? `reporter.${lacks[0]!.field}` : 'note') : 'yes';
}

/** CHO-06, FCR-23: the department that has accepted keeps it, whoever tries to send it on; inside the department it may go from hand to hand. */
export const leavesDepartment = ({ toDepartmentId }: Asked, to: Staff | undefined, centreId: string, { acceptedDepartment }: Pick<Standing, 'acceptedDepartment'>): boolean =>
  acceptedDepartment !== undefined && !(to ? worksIn(to, centreId, acceptedDepartment) : toDepartmentId === acceptedDepartment);
export const settledInside = no('FCR-23', 'second_transfer', '部门接手后不得再转：先接待客户，请填“转错说明”由客户关系主管内部协调，答复仍由本部门作出。',
  'A department that has accepted may not hand it on: take care of the customer, note the wrong transfer, and the relations lead settles it inside.');
