import type { OpenMatter, Work } from '../db/work.ts';
import { happened, type Deed } from '../matters/deed.ts';
import { notBefore } from '../matters/order.rules.ts';
import { record } from '../matters/record.ts';
import { registerMatter } from '../matters/register-matter.ts';
import { standingOf, type Standing } from '../matters/standing.rules.ts';
import { all, anyEmployee } from '../matters/who.rules.ts';
import { insist, no } from '../policy/refusal.ts';
import { closeQuietWeek } from './close-quiet-week.ts';

/**
 * CNT-08: the customer brings it up again after it was handled. Until it is closed that sends it back to handling; afterwards it is a new
 * matter linked to the first, whose closing has not held (CNT-04). Judged by when the customer said so, not by when it was entered.
 */
export const repeatComplaint: Deed<'repeats'> = {
  verb: 'repeats', adds: true,
  may: (scene) => all(anyEmployee(scene), scene.seen.closed || scene.seen.handledAt !== undefined ? 'yes'
    : no('FCR-18', 'still_open', '事项还在处理中：请登记“客户再次来访、来电”。', 'It is still being handled: record that the customer came again.')),
  async perform(work, matter, body) {
    const at = happened(body) ?? work.now.getTime();
    await closeQuietWeek(work, matter, at);
    const seen = standingOf(matter.facts);
    if (seen.closed && !(seen.closed.data.way === 'quiet_week' && at <= seen.closed.at)) return registerAgain(work, matter, seen, body, at);
    insist(notBefore(at, seen.handledAt));
    record(work, matter, 'reopened', { channel: body.channel, why: 'repeat', text: body.text }, at);
  },
};

async function registerAgain(work: Work, matter: OpenMatter, seen: Standing, { channel, text }: { channel: Standing['channel']; text: string }, at: number): Promise<void> {
  const [first, ...others] = seen.complainedAbout;
  const again = await registerMatter(work, {
    centreId: matter.centreId, kind: seen.kind, channel, receivedAt: new Date(at).toISOString(), reporter: seen.reporter, title: seen.title,
    whatHappened: text, readBack: false, linkedTo: matter.number, ...(first && { personComplainedAbout: first }),
  });
  for (const staff of others) record(work, again, 'complained_about', { staff, reason: `前案 ${matter.number} 的被投诉人` }, at);
  record(work, matter, 'repeated', { ledTo: again.number }, at);
}
