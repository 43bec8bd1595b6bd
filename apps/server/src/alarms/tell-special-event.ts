import type { Fact } from '@shouwen/contract/facts';
import type { OpenMatter, Work } from '../db/work.ts';
import { standingOf } from '../matters/standing.rules.ts';
import { sendMessages } from './messages.store.ts';

/** FCR-12: each of those the special event report was filed with hears of it, and takes note by name on the matter; whoever filed it knows. */
export async function tellSpecialEvent(work: Work, matter: OpenMatter, fact: Fact): Promise<void> {
  if (fact.what !== 'special_event_reported') return;
  const { title } = standingOf(matter.facts);
  await sendMessages(work.tx, work.by.companyId, fact.data.to.filter((staffId) => staffId !== work.by.id).map((staffId) => ({
    staffId, centreId: matter.centreId, kind: 'warning' as const, matterId: matter.id, clockId: null, step: `special_event ${fact.id}`, as: 'special_event', due: null, urgent: true, rule: 'FCR-12',
    duty: { zh: '特别事件报告，请具名知悉', en: 'a special event report: take note by name' },
    zh: `特别事件报告 · ${matter.number}「${title}」：${work.by.name}已报送，请在事项中具名知悉（FCR-12）。`,
    en: `Special event report · ${matter.number} “${title}”: filed by ${work.by.name}; take note by name on the matter (FCR-12).`,
  })), work.now);
}
