import type { PostCode } from '@shouwen/contract/posts';
import type { Choices } from '../policy/choices.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import { whoHolds, type Role, type Roster } from '../staff/on-duty.rules.ts';
import { postsIn, type Staff } from '../staff/staff.ts';

const ELIGIBLE: Readonly<Record<Exclude<Choices['first_contact_person'], 'any_employee'>, readonly PostCode[]>> = {
  service_desk: ['receptionist', 'customer_service_officer', 'customer_service_lead', 'relations_lead'], receptionist: ['receptionist'],
};
/** CHO-09: whether being reached first makes this employee the first-contact person. */
export const becomesFirstContact = (staff: Staff, centreId: string, who: Choices['first_contact_person']): boolean =>
  who === 'any_employee' || postsIn(staff, centreId).some(({ post }) => ELIGIBLE[who].includes(post));

export const notFirstContact = (who: Choices['first_contact_person']): Verdict => who === 'receptionist'
  ? no('CHO-09', 'not_receptionist', '本公司的首问责任人只能是接待人员，请另选一位。', 'Here only a receptionist becomes the first-contact person: choose another.', 'firstContactId')
  : no('CHO-09', 'not_service_desk', '本公司的首问责任人只能是服务台或客服人员，请另选一位。', 'Here only service-desk or customer-service staff become the first-contact person: choose another.', 'firstContactId');

/** CHO-09, FCR-03: what anybody else is told is taken in all the same, and falls to the one at the desk then, else to customer service. Their staff id. */
export function atTheDesk(centreId: string, at: number, roster: Roster, who: Choices['first_contact_person']): string | undefined {
  const roles: readonly Role[] = who === 'receptionist' ? ['receptionist_on_duty'] : ['receptionist_on_duty', 'customer_service_officer', 'customer_service_lead'];
  return roles.map((role) => whoHolds(role, { centreId }, at, roster)).find(({ found }) => found === 'on_duty' || found === 'by_post')?.staff[0];
}
