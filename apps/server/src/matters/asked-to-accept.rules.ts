import type { FactOf, Post } from '@shouwen/contract/facts';
import type { MatterClass } from '@shouwen/contract/matters';
import type { PostCode } from '@shouwen/contract/posts';
import type { Seen } from '../clocks/definition.rules.ts';
import type { Choices } from '../policy/choices.ts';
import { MANAGERS } from './hand-over.rules.ts';
import { postsIn, type Staff } from '../staff/staff.ts';
import { classOf } from './standing.rules.ts';

/** In what capacity the customer reached the first-contact person; nothing for those of the service centre. */
export type ReachedAs = NonNullable<FactOf<'received'>['data']['reachedAs']>;
export const OPERATIVE: readonly PostCode[] = ['guard', 'repairer'];

/** FCR-19, FCR-20, CMP-15: as operative staff of a department, as a leader or manager, or as the company's quality department. */
export function reachedAs(staff: Staff, centreId: string): ReachedAs | undefined {
  const held = postsIn(staff, centreId);
  const department = held.find(({ departmentId }) => departmentId)?.departmentId ?? undefined;
  const line = held.some(({ post }) => post === 'quality_department') ? 'quality_department' as const : held.some(({ post }) => MANAGERS.includes(post)) ? 'manager' as const
    : held.length && held.every(({ post }) => OPERATIVE.includes(post)) ? 'operative' as const : undefined;
  return line && { line, ...(department && { department }) };
}

/** CHO-01: who is asked to accept a matter that the first-contact person doesn't solve, in order. Whoever may accept may do so first, asked or not (FCR-07). */
export function askedToAccept(route: Choices['handover_route'], matter: { class: MatterClass; line: ReachedAs['line'] | undefined }): readonly Post[] {
  const dutyManager: readonly Post[] = matter.class === 'I' ? ['duty_manager'] : [];
  switch (route) {
    case 'by_class_then_service': return [...dutyManager, 'customer_service_officer', 'department_head'];
    case 'service_centre': return ['customer_service_officer', 'customer_service_lead'];
    case 'by_class': return matter.class === 'I' ? dutyManager : matter.class === 'II' ? ['receptionist_on_duty'] : ['customer_service_officer'];
    case 'cs_officer': return ['customer_service_officer'];
    case 'by_line': return matter.line === 'operative' ? ['direct_supervisor'] : matter.line === undefined ? ['customer_service_officer'] : ['department_head', 'relations_lead'];
    case 'department': return ['department_head'];
    case 'cs_lead': return ['customer_service_lead'];
  }
}

/** CHO-01: the first of them owes the acceptance (FCR-07). */
export function askedFirst(seen: Seen): Post {
  const received = seen.last('received')!.data;
  return askedToAccept(seen.policy.choices.handover_route, { class: classOf(seen.last('kind_decided')?.data.kind ?? received.kind), line: received.reachedAs?.line })[0]!;
}
