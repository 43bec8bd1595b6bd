import type { Post } from '@shouwen/contract/facts';
import type { PostCode } from '@shouwen/contract/posts';
import type { Seen } from '../clocks/definition.rules.ts';
import type { Scene } from '../matters/deed.ts';
import type { Standing } from '../matters/standing.rules.ts';
import type { Policy } from '../policy/policy.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import { postsIn } from '../staff/staff.ts';
import { ACTIONS, mayDo } from '../staff/who-may.rules.ts';

/** CHO-04, CMP-14, CMP-15: the posts that call back; once the company has taken a matter over, or took it in itself, its quality department alone. */
export function callersOf({ choices }: Policy, { companyHasIt }: Standing): readonly PostCode[] {
  if (companyHasIt) return ['quality_department'];
  switch (choices.called_back_by) {
    case 'cs_officer_not_handler': return ACTIONS.call_back.by;
    case 'cs_lead': return ['customer_service_lead', 'relations_lead'];
    case 'front_desk_or_butler': return ['receptionist', 'butler'];
    case 'first_contact_person': return [];
  }
}

/** CBK-01, CHO-04: who calls the customer back. The first-contact person may be of any post, or who took over from them (FCR-35). */
export function mayCallBack({ by, centreId, seen, policy }: Scene): Verdict {
  const { called_back_by: chosen } = policy.choices;
  if (chosen === 'first_contact_person' && !seen.companyHasIt)
    return by.id === seen.firstContact ? 'yes' : no('CHO-04', 'first_contact_calls', '本公司由首问责任人（或接替人）回访。', 'Here the first-contact person, or who took over, calls back.');
  if (postsIn(by, centreId).some(({ post }) => callersOf(policy, seen).includes(post))) return 'yes';
  if (seen.companyHasIt) return no('CMP-14', 'company_calls', '已由公司品质管理部接手或受理，由品质管理部回访，服务中心不再回访。', 'The company has it: its quality department calls back, and no longer the centre.');
  if (chosen === 'cs_lead') return no('CHO-04', 'lead_calls', '本公司由客服负责人回访。', 'Here the customer-service lead calls back.');
  if (chosen === 'front_desk_or_butler') return no('CHO-04', 'desk_calls', '本公司由前台或管家回访。', 'Here the front desk or the butler calls back.');
  return mayDo(by, 'call_back', { centreId });
}

const COMPANY_HAS_IT = (seen: Seen): boolean => seen.last('received')?.data.reachedAs?.line === 'quality_department' || seen.has('accepted', (d) => d.as === 'quality_department');
/** CHO-04: the post that owes the callback. */
export function callerOwing(seen: Seen): Post {
  if (COMPANY_HAS_IT(seen)) return 'quality_department';
  switch (seen.policy.choices.called_back_by) {
    case 'cs_officer_not_handler': return 'caller';
    case 'cs_lead': return 'customer_service_lead';
    case 'first_contact_person': return 'first_contact_person';
    case 'front_desk_or_butler': return 'receptionist_on_duty';
  }
}
