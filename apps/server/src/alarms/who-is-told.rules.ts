import type { Moment } from '@shouwen/contract/facts';
import { POST_CODES, type PostCode } from '@shouwen/contract/posts';
import type { Alarm } from '../clocks/alarms.rules.ts';
import { directSupervisor, managersOnDuty, whoHolds, type Role, type Roster } from '../staff/on-duty.rules.ts';

/** Who owes it, as the matter stands: a definite person, or a post of a department or of the centre. */
export interface Owed { centreId: string; post: string; by: string | null; department: string | null }
export interface Told { staff: string; as: string }

/** CAL-10, CHO-08: who hears of a step. Read off posts and roster at the moment of sending, so that it reaches whoever is in charge then. */
export function whoIsTold({ step, to }: Pick<Alarm, 'step' | 'to'>, owed: Owed, at: Moment, roster: Roster): Told[] {
  if (step.startsWith('rung')) {
    const post = to[0] as PostCode;
    return onRung(post, owed, at, roster).map((staff) => ({ staff, as: post }));
  }
  const holders = debtors(owed, at, roster);
  const supervisors = holders.flatMap((staff) => directSupervisor(staff, owed.centreId, at, roster).staff).filter((staff) => !holders.includes(staff));
  return [...holders.map((staff) => ({ staff, as: 'holder' })), ...[...new Set(supervisors)].map((staff) => ({ staff, as: 'supervisor' }))];
}

/**
 * FCR-11: the highest manager on duty, else the head of the centre (ORG-01); then those to whom an accident is reported, in the order of CHO-14; and, for want
 * of a contingency plan, the leader in charge. Each once.
 */
export function whoHearsOfClassOne(centreId: string, at: Moment, roster: Roster, up: readonly Role[]): { told: (Told & { accident: boolean })[]; gap: boolean } {
  const duty = whoHolds('duty_manager', { centreId }, at, roster);
  const all = [...duty.staff.map((staff) => ({ staff, as: 'duty_manager', accident: false })),
    ...[...up, 'leader_in_charge' as const].flatMap((as, i) => whoHolds(as, { centreId }, at, roster).staff.map((staff) => ({ staff, as: as as string, accident: i < up.length })))];
  return { told: all.filter(({ staff }, i) => all.findIndex((other) => other.staff === staff) === i), gap: duty.gap };
}

/** CAL-10: in what order people are called for a class I matter: the managers on duty from the highest down, then the head of the centre, at last the leader in charge. */
export function callOrder(centreId: string, at: Moment, roster: Roster): Told[] {
  const order = [
    ...managersOnDuty(centreId, at, roster).map((staff) => ({ staff, as: 'duty_manager' })),
    ...whoHolds('centre_manager', { centreId }, at, roster).staff.map((staff) => ({ staff, as: 'centre_manager' })),
    ...whoHolds('leader_in_charge', { centreId }, at, roster).staff.map((staff) => ({ staff, as: 'leader_in_charge' })),
  ];
  return order.filter(({ staff }, i) => order.findIndex((other) => other.staff === staff) === i);
}

/**
 * CAL-10: who is called at a rung for a class I matter nobody has taken charge of: the next on the roster who hasn't been. A rung that stands for others passed
 * in an outage calls theirs too, the last one all that are left; where nobody is left it rings at the last one again.
 */
export function whoIsCalled(rung: number, rungs: number, order: readonly Told[], called: ReadonlySet<string>): Told[] {
  const left = order.filter(({ staff }) => !called.has(staff));
  if (!left.length) return order.slice(-1);
  return rung >= rungs ? left : left.slice(0, Math.max(1, rung + 1 - called.size));
}

/** Somebody who has left, or holds no post any more, owes nothing: it falls to the post. */
function debtors({ by, post, centreId, department }: Owed, at: Moment, roster: Roster): readonly string[] {
  if (by && roster.posts.some((held) => held.staffId === by && held.from <= at && (held.until === null || at < held.until))) return [by];
  return whoHolds(roleOf(post), { centreId, departmentId: department }, at, roster).staff;
}

/** Front desk and officers have no department of their own on the ladder: their head is the customer-service lead. */
function onRung(post: PostCode, owed: Owed, at: Moment, roster: Roster): readonly string[] {
  if (post !== 'department_head') return whoHolds(post, owed, at, roster).staff;
  const departmentId = owed.department ?? roster.posts.find((held) => held.staffId === owed.by && held.centreId === owed.centreId && held.departmentId)?.departmentId;
  return whoHolds(departmentId ? 'department_head' : 'customer_service_lead', { centreId: owed.centreId, ...(departmentId && { departmentId }) }, at, roster).staff;
}

const ROLES: readonly string[] = [...POST_CODES, 'duty_manager', 'receptionist_on_duty', 'customer_service_supervisor'];
/** What is no post here (an owners' committee, a holder who has gone) falls to the head of the centre (ORG-01). */
const roleOf = (post: string) => (ROLES.includes(post) ? post : 'centre_manager') as Role;
