import type { Gap } from '@shouwen/contract/staff';
import type { Db, Tx } from '../db/connect.ts';
import { companyIds, inCompany } from '../db/in-company.ts';
import { whoHolds } from '../staff/on-duty.rules.ts';
import { centresOfCompany, gapsOf } from '../staff/roster.queries.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { sendMessages } from './messages.store.ts';
import { sayTime } from './say-alarm.rules.ts';

const DAY = 24 * 3600_000;
const WEEK = 7 * DAY;
const SAID: Record<Gap['what'], { rule: string; zh: string; en: string }> = {
  intake: { rule: 'CMP-05', zh: '无人受理', en: 'nobody takes in matters' },
  duty_manager: { rule: 'FCR-11', zh: '无当班最高管理者', en: 'no manager is on duty' },
  front_desk: { rule: 'RCP-03', zh: '前台无人', en: 'nobody is at the front desk' },
};

/** SHF-01, CMP-05, FCR-11: a gap of the roster that begins within a day is said once to the customer-service lead and the centre manager. Any number of processes may. */
export async function warnOfGaps(db: Db, now: Date): Promise<void> {
  for (const companyId of await companyIds(db))
    for (const centre of await inCompany(db, companyId, (tx) => centresOfCompany(tx, companyId)))
      await inCompany(db, companyId, (tx) => warnIn(tx, companyId, centre, now));
}

async function warnIn(tx: Tx, companyId: string, centre: { id: string; name: string; zone: string }, now: Date) {
  // the week is looked through so that the end of one that begins tomorrow is known; one that is there already shows on the roster
  const ahead = (await gapsOf(tx, companyId, centre.id, now, new Date(now.getTime() + WEEK))).filter((gap) => Date.parse(gap.from) > now.getTime() && Date.parse(gap.from) <= now.getTime() + DAY);
  if (ahead.length === 0) return;
  const roster = await rosterOf(tx, companyId, now, now, [centre.id]);
  const told = new Set((['customer_service_lead', 'centre_manager'] as const).flatMap((post) => whoHolds(post, { centreId: centre.id }, now.getTime(), roster).staff));
  await sendMessages(tx, companyId, ahead.flatMap((gap) => [...told].map((staffId) => {
    const { rule, zh, en } = SAID[gap.what];
    const [from, until] = [sayTime(Date.parse(gap.from), centre.zone), sayTime(Date.parse(gap.until), centre.zone)];
    return {
      staffId, centreId: centre.id, kind: 'check' as const, matterId: null, clockId: null, step: `gap ${centre.id} ${gap.what} ${gap.from}`, as: 'roster', due: new Date(gap.from), urgent: false, rule, leadsTo: '/roster',
      duty: { zh: `值班表缺口：${zh}`, en: `gap of the roster: ${en}` },
      zh: `${centre.name}值班表缺口：${from[0]} 至 ${until[0]} ${zh}，请排班（${rule}）。`, en: `Gap of the roster of ${centre.name}: ${en} from ${from[1]} to ${until[1]}; enter a shift (${rule}).`,
    };
  })), now);
}
