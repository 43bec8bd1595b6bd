import type { PolicyDraft } from '@shouwen/contract/policy';
import type { Tx } from '../../db/connect.ts';
import type { Work } from '../../db/work.ts';
import { takeNumbersIn } from '../../matters/matters.store.ts';
import { changeDraft } from '../../policy/change-draft.ts';
import { decideOnDraft } from '../../policy/decide-on-draft.ts';
import { openDraft } from '../../policy/open-draft.ts';
import { publishDraft } from '../../policy/publish-draft.ts';
import { openDepartment } from '../../staff/open-department.ts';
import { operatorOf } from '../../staff/operator.ts';
import type { Staff } from '../../staff/staff.ts';
import { takeOnStaff } from '../../staff/take-on-staff.ts';
import { COLLEAGUES, MORE_DEPARTMENTS } from './colleagues.ts';
import { insertFilling } from './filling.store.ts';
import { planOf } from './plan.ts';
import { ROSTER_AT_ONCE, rosterOfDay } from './roster-of-day.ts';
import { staffByName } from './staff.queries.ts';
import { numbersInOrder, type Extent } from './tell-history.ts';
import { DAY, HOUR } from './turns.ts';

type At = <T>(by: Staff, moment: Date, use: (work: Work) => Promise<T>) => Promise<T>;
interface Beginning { tx: Tx; companyId: string; centreId: string; now: Date; extent: Extent; departments: Map<string, string> }

/**
 * What the present stands on and can't wait: the colleagues, the company's policy since before anything was received, the roster of these days, and the
 * numbers, so that what is written down later has those of its time. Answers the numbers of the present matters, received at these moments.
 */
export async function beginHistory({ tx, companyId, centreId, now, extent, departments }: Beginning, at: At, present: readonly number[]): Promise<string[]> {
  const opened = new Date(now.getTime() - 399 * DAY);
  await at(operatorOf(companyId), opened, async (work) => {
    for (const name of MORE_DEPARTMENTS) departments.set(name, (await openDepartment(work, centreId, name)).id);
    for (const [userName, name, post, place] of COLLEAGUES) {
      const departmentId = departments.get(place ?? '');
      await takeOnStaff(work, { name, userName, posts: [{ post, ...(place !== 'company' && { centreId }), ...(departmentId && { departmentId }) }] });
    }
  });
  const staff = await staffByName(tx, companyId, now);
  await setPolicy(at, staff, centreId, now.getTime());
  for (const day of ROSTER_AT_ONCE) await at(staff.sumin!, opened, (work) => rosterOfDay(work, centreId, staff, now.getTime(), day));

  const plan = planOf({ ...extent, seeded: now.getTime(), ids: Object.fromEntries(Object.entries(staff).map(([name, { id }]) => [name, id])), departments });
  const numbers = numbersInOrder('LH', [...plan.numbersTaken, ...present.map((moment) => ({ at: moment, receivedAt: moment }))]);
  for (const [month, taken] of Map.groupBy(numbers, (number) => number.slice(2, 6))) await takeNumbersIn(tx, companyId, { id: centreId, code: 'LH' }, month, taken.length);
  await insertFilling(tx, companyId, extent, now, plan.acts.length);
  return numbers.slice(plan.numbersTaken.length);
}

/** CAL-09: two versions that were approved by a second person and published, and the draft of a third. */
async function setPolicy(at: At, staff: Readonly<Record<string, Staff>>, centreId: string, now: number): Promise<void> {
  const day = (days: number, hours = 0) => new Date(now + days * DAY + hours * HOUR);
  const drafted = (who: string, moment: Date, centre: string | null, why: string, numbers: Record<string, string | number>): Promise<PolicyDraft> => at(staff[who]!, moment, async (work) => {
    const draft = await openDraft(work, { centreId: centre, why });
    return changeDraft(work, draft.id, draft.revision, { numbers });
  });
  const published = async (who: string, moment: Date, draft: PolicyDraft) => {
    const submitted = await at(staff[who]!, moment, (work) => decideOnDraft(work, draft.id, draft.revision, 'submit', '请审批。'));
    const approved = await at(staff.xuguoliang!, new Date(moment.getTime() + 5 * HOUR), (work) => decideOnDraft(work, draft.id, submitted.revision, 'approve', '同意，按此执行。'));
    await at(staff[who]!, new Date(moment.getTime() + 6 * HOUR), (work) => publishDraft(work, draft.id, approved.revision, { mode: 'new' }));
  };
  await published('fangmin', day(-119), await drafted('fangmin', day(-121), null, '半年度评审：承诺未定时间的，按两个工作日兑现。', { 'STD-03/default_due': '2wd' }));
  await published('fangmin', day(-41), await drafted('fangmin', day(-43), null, '三季度客户满意度分析：回访提前到两日内。', { 'CBK-06/within': '2d' }));
  await drafted('zhenghaitao', day(-4), centreId, '业委会建议：本中心把接手时限收紧到 20 分钟，先征求意见。', { 'FCR-07/handover_within': '20min' });
}
