import { no, type Verdict } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { may } from '../staff/who-may.rules.ts';
import type { Scene } from './deed.ts';
import type { Standing } from './standing.rules.ts';
import { all, anyEmployee, dispatches, isOpen, notComplainedAbout } from './who.rules.ts';

export const worksIn = (staff: Staff, centreId: string, departmentId: string | undefined): boolean =>
  departmentId !== undefined && staff.posts.some((held) => held.centreId === centreId && held.departmentId === departmentId);

/** FCR-24: offered to this person, or to the department they work in. */
export const offeredTo = (staff: Staff, centreId: string, { offer }: Pick<Standing, 'offer'>): boolean =>
  offer !== undefined && (offer.data.toStaff === staff.id || worksIn(staff, centreId, offer.data.toDepartment));

/** FCR-07, CHO-01: in the queue of the service centre, whose it is to accept; a supervisor or a department may do so first (FCR-19). */
const waits = ({ acceptedAt, state }: Standing): boolean => acceptedAt === undefined || state === 'reopened';

/** Whoever takes it in their own name: it was offered to them, or it waits and theirs is a post that accepts. */
export const takesItself = (staff: Staff, centreId: string, seen: Standing): boolean =>
  offeredTo(staff, centreId, seen) || (waits(seen) && may(staff, 'accept_matters', { centreId }));

/** The acceptor, and whoever records that a named person has taken it in a talk: the first-contact person, or who dispatches. */
export const mayAccept = (scene: Scene): Verdict => all(anyEmployee(scene), isOpen(scene), notComplainedAbout(scene),
  !waits(scene.seen) && !scene.seen.offer ? no('FCR-07', 'accepted_already', '已有人具名接手。', 'It has been accepted by name already.') : 'yes',
  takesItself(scene.by, scene.centreId, scene.seen) || scene.by.id === scene.seen.firstContact || dispatches(scene) ? 'yes'
    : waits(scene.seen) ? no('FCR-07', 'not_receiving_post', '由客服中心或部门接手。', 'It is accepted by the service centre or a department.')
      : no('FCR-24', 'offered_to_another', '这件事转交给了别的部门或同事，由其接手。', 'It was offered to another department or colleague.'));

/** The department in whose name somebody accepts: the one it was offered to, else the one they head or work for on the spot. */
export const departmentOf = (acceptor: Staff, centreId: string, { offer }: Pick<Standing, 'offer'>): string | undefined =>
  (worksIn(acceptor, centreId, offer?.data.toDepartment) ? offer!.data.toDepartment : undefined)
    ?? acceptor.posts.find((held) => ['department_head', 'repairer', 'guard'].includes(held.post) && held.centreId === centreId)?.departmentId ?? undefined;
