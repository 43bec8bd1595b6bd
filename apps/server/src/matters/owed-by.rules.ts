import type { Post } from '@shouwen/contract/facts';
import type { Standing } from './standing.rules.ts';

/** Who in this matter a role means; where it means nobody yet, the post stays and the roster decides (ORG-01). */
export function owedBy(post: Post, seen: Standing): { post: string; by: string | null; department: string | null } {
  switch (post) {
    case 'holder': return { post, by: seen.holder.staff, department: null };
    case 'first_contact_person': return { post, by: seen.firstContact, department: null };
    case 'receiver': return { post, by: seen.receiver, department: null };
    case 'responsible_department': case 'repairer': {
      if (seen.responsiblePerson) return { post, by: seen.responsiblePerson, department: null };
      if (seen.holder.department) return { post: 'department_head', by: null, department: seen.holder.department };
      return { post: 'customer_service_officer', by: seen.acceptedAt === undefined ? null : seen.holder.staff, department: null };
    }
    case 'direct_supervisor': return seen.reachedIn ? { post: 'department_head', by: null, department: seen.reachedIn } : { post: 'centre_manager', by: null, department: null };
    case 'department_head': return { post, by: null, department: seen.holder.department ?? null };
    case 'caller': return { post: 'customer_service_officer', by: null, department: null };
    case 'responsible_manager': if (seen.class !== 'I' && !seen.responsibleManager) return seen.holder.department ? { post: 'department_head', by: null, department: seen.holder.department } : { post: 'centre_manager', by: null, department: null };
      return { post: 'duty_manager', by: seen.responsibleManager ?? null, department: null };
    case 'receptionist_on_duty': return { post: 'receptionist', by: null, department: null };
    case 'customer_service_supervisor': case 'designated_person': return { post: 'customer_service_lead', by: null, department: null };
    default: return { post, by: null, department: null };
  }
}
