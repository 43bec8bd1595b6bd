import type { Fact } from '@shouwen/contract/facts';
import type { Said } from './say-alarm.rules.ts';

/** Whom a paper concerns: departments by their heads, staff by name, posts of the centre. */
export interface PaperTold { rule: string; departments: readonly string[]; staff: readonly string[]; posts: readonly ('centre_manager' | 'functional_department' | 'quality_department' | 'relations_lead')[]; duty: Said; said: Said }
interface About { number: string; title: string; firstContact: string; slipTo(slip: string): { from: string | undefined; to: string } | undefined }

/** FCR-21 to FCR-23, FCR-28, FCR-38, FCR-40: who hears of a slip or a form, and what; nothing of the customer's words. Customer service has no department of its own: its head is the relations lead. */
export function sayPaper(fact: Fact, about: About): PaperTold | undefined {
  const matter = `${about.number}「${about.title}」`;
  const say = (rule: string, to: Partial<Pick<PaperTold, 'departments' | 'staff' | 'posts'>>, zh: string, en: string): PaperTold => ({
    rule, departments: to.departments ?? [], staff: to.staff ?? [], posts: to.posts ?? [], duty: { zh, en }, said: { zh: `${zh} · ${matter}（${rule}）。`, en: `${en} · ${about.number} “${about.title}” (${rule}).` } });
  const head = (department: string | undefined) => (department ? { departments: [department] } : { posts: ['relations_lead' as const] });
  switch (fact.what) {
    case 'handed_over': {
      const { slip, form, toDepartment, fromDepartment } = fact.data;
      if (slip && toDepartment) {
        const own = head(fromDepartment);
        return say('FCR-40', { departments: [toDepartment, ...(own.departments ?? [])], posts: own.posts ?? [] }, `处理单 ${slip} 已开出，待接单；抄送转出部门负责人`, `Slip ${slip} is out and waits to be accepted; copy to the head of the department it comes from`);
      }
      return form && toDepartment ? say('FCR-21', { departments: [toDepartment] }, `协调单 ${form} 指定本部门主办，待接手`, `Coordination form ${form} names your department as lead`) : undefined;
    }
    case 'coordination_issued': return say('FCR-21', { departments: fact.data.departments.filter((id) => id !== fact.data.lead) }, `协调单 ${fact.data.form}：本部门须配合`, `Coordination form ${fact.data.form}: your department takes part`);
    case 'wrongly_received': return fact.data.form ? say('FCR-23', { posts: ['relations_lead'] }, `转错，协调单 ${fact.data.form} 待内部协调`, `Wrongly handed over: coordination form ${fact.data.form} is to be settled inside`) : undefined;
    case 'result_written': {
      const slip = about.slipTo(fact.data.slip);
      const from = head(slip?.from);
      return say('FCR-38', { departments: [...(slip ? [slip.to] : []), ...(from.departments ?? [])], staff: [about.firstContact], posts: from.posts ?? [] }, `处理单 ${fact.data.slip} 的结果待签名`, `The result of slip ${fact.data.slip} waits to be signed`);
    }
    case 'deputy_named': return say('FCR-38', { staff: [fact.data.deputy] }, `您被指定代签处理单 ${fact.data.slip}`, `You were named to sign slip ${fact.data.slip}`);
    case 'conflict_escalated': return say('FCR-28', { posts: ['centre_manager'] }, `矛盾升级：处理单 ${fact.data.slip} 报服务中心负责人`, `Escalated conflict: slip ${fact.data.slip} has reached the centre manager`);
    case 'crossing_reported': return say('FCR-22', { posts: [fact.data.to] }, '跨服务中心事项待协调', 'A matter across service centres waits to be coordinated');
    case 'centre_brought_in': return say('FCR-22', { staff: [fact.data.staff] }, '请参与办理另一服务中心的事项', 'You were brought into a matter of another centre');
    default: return undefined;
  }
}
