import type { ChoosingMessages } from '@shouwen/contract/messages';
import type { Work } from '../../db/work.ts';
import { no, Refused, Stale } from '../../policy/refusal.ts';
import { lockChoice, saveChoice } from './choices.store.ts';

/** Which kinds one gets by which way, when it is quiet, and in which language. Class I always goes (FCR-11). @throws Stale */
export async function chooseMessages({ tx, by, now }: Work, seenRevision: number, { mailKinds, pushKinds, quiet, language }: ChoosingMessages): Promise<{ revision: number }> {
  const before = await lockChoice(tx, by.companyId, by.id);
  if (before.revision !== seenRevision) throw new Stale({ revision: before.revision });
  if (quiet && quiet.from === quiet.until) throw new Refused(no('input', 'no_quiet_hours', '免打扰的开始和结束不能相同。', 'Quiet hours must not begin and end at the same time.', 'quiet'));
  await saveChoice(tx, by.companyId, by.id, { ...before, mailKinds, pushKinds, quiet, language }, now);
  return { revision: before.revision + 1 };
}
