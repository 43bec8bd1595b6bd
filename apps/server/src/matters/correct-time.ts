import { corrected } from '../clocks/timeline.rules.ts';
import { insist, no, NotFound } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import type { Deed } from './deed.ts';
import { notBefore } from './order.rules.ts';
import { record } from './record.ts';
import { all, notComplainedAbout } from './who.rules.ts';

/** CAL-13: by the customer-service lead, with a reason; the first value stays. One that turns a breach into none is refused to those it concerns. */
export const correctTime: Deed<'time-corrections'> = {
  verb: 'time-corrections',
  may: (scene) => all(notComplainedAbout(scene), mayDo(scene.by, 'correct_times', { centreId: scene.centreId })),
  async perform(work, matter, body, seen) {
    const fact = matter.facts.find((f) => f.id === body.factId);
    if (!fact) throw new NotFound(body.factId);
    const to = new Date(body.to).getTime();
    // what was registered in the same breath as the receipt moves along with it
    const moved = fact.what === 'received' ? matter.facts.filter((f) => f.at === fact.at && f.recordedAt === fact.recordedAt) : [fact];
    const later = corrected(matter.facts).filter((other) => other.what !== 'posted' && other.what !== 'time_corrected' && !moved.some((f) => f.id === other.id));
    const now = work.now.getTime();
    insist(to <= now ? 'yes' : no('CAL-13', 'lies_ahead', '发生时间不能晚于现在。', 'It cannot have happened later than now.', 'to'),
      fact.what === 'received' ? later.every((other) => other.at >= to) ? 'yes' : no('CAL-13', 'after_what_followed', '受理时间不能晚于其后发生的事。', 'It cannot have been received after what followed from it.', 'to')
        : fact.what === 'posted' ? 'yes' : notBefore(to, seen.receivedAt));
    const timekeeping = await work.timekeepingOf(matter.centreId);
    const breaches = () => new Set(timekeeping.derive(matter.facts, now).filter((clock) => clock.state === 'breached').map((clock) => clock.id));
    const before = breaches();
    for (const { id } of moved) record(work, matter, 'time_corrected', { fact: id, to, reason: body.reason });
    const after = breaches();
    const concerned = [fact.by, seen.holder.staff, seen.responsiblePerson].includes(work.by.id);
    insist(concerned && [...before].some((id) => !after.has(id))
      ? no('CAL-13', 'own_breach', '更正会使您本人的逾期变为未逾期，须由其他负责人办理。', 'The correction would undo a breach of your own: somebody else must make it.') : 'yes');
  },
};
