import { Temporal } from 'temporal-polyfill';
import { sendMessages } from '../alarms/messages.store.ts';
import type { GroundOf } from '../alarms/sweep.ts';
import type { Db, Tx } from '../db/connect.ts';
import { companyIds, inCompany } from '../db/in-company.ts';
import { whoHolds } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { centresToCheck, unboundFindings } from './check.queries.ts';
import { checkCentre, type Checked } from './check-company.ts';
import { keepCheck, wasChecked } from './checks.store.ts';
import type { Finding } from './invariants.rules.ts';

/** The hour of a centre's day from which its check is due; past those that summer time skips or doubles. */
const HOUR = 4;

/**
 * CMP-46: checks each centre once a day, from four in the morning of its own zone on, and tells its customer-service lead and its manager what was found.
 * Called every hour, so that a night that was missed is made up for; a repeat does nothing.
 */
export async function checkTonight(db: Db, now: Date, groundOf: GroundOf): Promise<void> {
  const unbound = await unboundFindings(db);
  for (const companyId of await companyIds(db)) {
    const centres = await inCompany(db, companyId, (tx) => centresToCheck(tx, companyId));
    for (const centre of centres) {
      const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(centre.zone);
      const day = local.toPlainDate().toString();
      if (local.hour < HOUR || await inCompany(db, companyId, (tx) => wasChecked(tx, companyId, centre.id, day))) continue;
      const checked = await checkCentre(db, companyId, centre, now, groundOf);
      const findings = [...unbound, ...checked.findings];
      await inCompany(db, companyId, async (tx) => {
        if (await keepCheck(tx, companyId, centre.id, day, findings, now) && findings.length) await tell(tx, companyId, centre, day, findings, now);
      });
    }
  }
}

async function tell(tx: Tx, companyId: string, centre: Checked['centre'], day: string, findings: readonly Finding[], now: Date) {
  const roster = await rosterOf(tx, companyId, now, now, [centre.id]);
  const told = new Set((['customer_service_lead', 'centre_manager'] as const).flatMap((post) => whoHolds(post, { centreId: centre.id }, now.getTime(), roster).staff));
  const said = (lang: 'zh' | 'en') => findings.slice(0, 5).map((f) => `${f.matter ? `${f.matter} ` : ''}${f[lang]}（${f.rule}）`).join(lang === 'zh' ? '；' : '; ');
  await sendMessages(tx, companyId, [...told].map((staffId) => ({
    staffId, centreId: centre.id, kind: 'check' as const, matterId: null, clockId: null, step: `check ${centre.id} ${day}`, as: 'check', due: null, urgent: false, rule: 'CMP-46',
    duty: { zh: `${centre.name}夜间检查发现 ${findings.length} 处不符`, en: `the nightly check of ${centre.name} found ${findings.length}` },
    zh: `${centre.name}夜间检查发现 ${findings.length} 处不符：${said('zh')}${findings.length > 5 ? '……' : ''}`, en: `The nightly check of ${centre.name} found ${findings.length}: ${said('en')}${findings.length > 5 ? ' …' : ''}`,
  })), now);
}
