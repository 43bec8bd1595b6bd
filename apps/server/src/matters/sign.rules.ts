import type { SignsAs } from '@shouwen/contract/facts';
import { follows, type Policy } from '../policy/policy.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { worksIn } from './accept.rules.ts';
import type { Scene } from './deed.ts';
import { isRelationsLead } from './hand-over.rules.ts';
import { underWay, type Slip } from './slips.rules.ts';

export const departmentOn = (slip: Slip, as: SignsAs): string | undefined => (as === 'from_department' ? slip.from : as === 'to_department' ? slip.to : undefined);

/** The head of a department of the slip; of customer service, which has none, whoever leads it. */
export const heads = (staff: Staff, centreId: string, slip: Slip, as: SignsAs): boolean => {
  const department = departmentOn(slip, as);
  return as !== 'first_contact_person' && (department === undefined ? isRelationsLead(staff, centreId)
    : staff.posts.some((held) => held.post === 'department_head' && held.departmentId === department));
};
export const isDeputy = (staff: Staff, slip: Slip, as: SignsAs): boolean => slip.deputies.findLast((one) => one.as === as)?.deputy === staff.id;
export const isManager = (staff: Staff, centreId: string) => staff.posts.some((held) => held.post === 'centre_manager' && held.centreId === centreId);

/** FCR-38: as whom somebody signs a result. The head of the centre stands in where a department has no head who may (ORG-01, CMP-44): asked besides. */
export function signsAs({ by, centreId, seen }: Pick<Scene, 'by' | 'centreId' | 'seen'>, slip: Slip): SignsAs[] {
  if (!slip.result || seen.complainedAbout.has(by.id)) return [];
  return slip.unsigned.filter((as) => as === 'first_contact_person' ? by.id === seen.firstContact : heads(by, centreId, slip, as) || isDeputy(by, slip, as));
}

const SIGNERS: Readonly<Record<SignsAs, { zh: string; en: string }>> = {
  first_contact_person: { zh: '首问责任人', en: 'the first-contact person' }, from_department: { zh: '转出部门负责人', en: 'the head of the department that issued it' }, to_department: { zh: '承办部门负责人', en: 'the head of the department that handled it' },
};
/** FCR-38: the result is not passed back, to the first-contact person above all, before all have signed. */
export function resultSigned(slips: readonly Slip[], policy: Policy): Verdict {
  const [slip] = underWay(slips);
  if (!slip || !follows(policy, 'FCR-38')) return 'yes';
  return slip.result ? no('FCR-38', 'not_signed', `处理单 ${slip.slip} 的结果还没有签完，不能转回：还缺${slip.unsigned.map((as) => SIGNERS[as].zh).join('、')}的签名。`,
    `The result of slip ${slip.slip} is not signed by all yet and isn't passed back: missing ${slip.unsigned.map((as) => SIGNERS[as].en).join(', ')}.`)
    : no('FCR-38', 'no_result', `处理单 ${slip.slip} 还在承办部门，结果还没有填写、签字。`, `Slip ${slip.slip} is still with the department: its result is neither written nor signed.`);
}

/** Whoever works in the department that has it, or was named for it, writes the result. */
export const handlesSlip = ({ by, centreId }: Pick<Scene, 'by' | 'centreId'>, slip: Slip) => slip.person === by.id || worksIn(by, centreId, slip.to);
