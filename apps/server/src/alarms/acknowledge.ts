import type { Work } from '../db/work.ts';
import { openMatter } from '../matters/open-matter.ts';
import { record } from '../matters/record.ts';
import { reportIsOwed } from '../matters/report-to-duty-manager.ts';
import { standingOf } from '../matters/standing.rules.ts';
import { NotFound } from '../policy/refusal.ts';
import { belongsTo } from '../staff/staff.ts';
import { may } from '../staff/who-may.rules.ts';
import { markAcknowledged, markRead, messageOf } from './messages.store.ts';

/**
 * By name: of a rung it is taking note, and the ladder ends (CAL-10); a manager who acknowledges a class I alarm has received the report and
 * takes charge (FCR-11). A repeat changes nothing.
 * @throws NotFound for a message of somebody else's
 */
export async function acknowledge(work: Work, messageId: string): Promise<void> {
  const { by, tx, now } = work;
  const message = await messageOf(tx, by.companyId, by.id, messageId);
  if (!message) throw new NotFound('message');
  if (message.acknowledgedAt) return;
  const rung = message.step.startsWith('rung ');
  if (message.matter && message.centreId !== null && (rung || message.kind === 'class_one') && belongsTo(by, message.centreId)) {
    const matter = await openMatter(work, message.matter, null);
    const open = !standingOf(matter.facts).closed;
    const takesCharge = message.kind === 'class_one' && (message.toldAs === 'duty_manager' || (rung && may(by, 'take_charge', { centreId: matter.centreId })));
    if (open && takesCharge && reportIsOwed(matter.facts)) record(work, matter, 'reported', { to: 'duty_manager' });
    else if (open && rung && !matter.facts.some((fact) => fact.what === 'alarm_noted' && fact.data.clock === message.clockId)) record(work, matter, 'alarm_noted', { clock: message.clockId! });
  }
  await markAcknowledged(tx, by.companyId, message.id, by.id, now);
}

/** @throws NotFound for a message of somebody else's */
export async function readMessage(work: Work, messageId: string): Promise<void> {
  const message = await messageOf(work.tx, work.by.companyId, work.by.id, messageId);
  if (!message) throw new NotFound('message');
  await markRead(work.tx, work.by.companyId, message.id, work.now);
}
