import { sendMessages } from '../alarms/messages.store.ts';
import type { GroundOf } from '../alarms/sweep.ts';
import type { Db } from '../db/connect.ts';
import { companyIds, inCompany } from '../db/in-company.ts';
import { whoHolds } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { committeeDue, openCentres } from './committee-due.queries.ts';

/** FCR-34: tells the customer-service lead of each centre, once, that the committee's next evaluation is due. Called every hour; a repeat does nothing. */
export async function remindOfCommittee(db: Db, now: Date, groundOf: GroundOf): Promise<void> {
  for (const companyId of await companyIds(db))
    await inCompany(db, companyId, async (tx) => {
      for (const centre of await openCentres(tx, companyId)) {
        const next = await committeeDue(tx, companyId, centre.id, await groundOf(tx, companyId, centre.id), now);
        if (!next || next.due > now.getTime()) continue;
        const roster = await rosterOf(tx, companyId, now, now, [centre.id]);
        await sendMessages(tx, companyId, whoHolds('customer_service_lead', { centreId: centre.id }, now.getTime(), roster).staff.map((staffId) => ({
          staffId, centreId: centre.id, kind: 'check' as const, matterId: null, clockId: null, step: `committee ${centre.id} ${next.last}`, as: 'customer_service_lead', due: new Date(next.due), urgent: false, rule: 'FCR-34',
          duty: { zh: '请业委会评估服务', en: "ask the owners' committee to evaluate the service" },
          zh: `${centre.name}：又到请业委会评估服务态度、质量和满意度的时间了，评估后请登记（FCR-34）。`, en: `${centre.name}: it is time for the owners' committee to evaluate attitude, quality and satisfaction; record it afterwards (FCR-34).`,
        })), now);
      }
    });
}
