import type { JudgingRecord } from '@shouwen/contract/records';
import type { Static } from 'typebox';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Stale } from '../policy/refusal.ts';
import { admit } from './admit.ts';
import { checkOf, itemOf, judge } from './checks.store.ts';
import { matterNumbered } from './matter.queries.ts';

/** FCR-32: the checker says of each record drawn that it is in order, or which breach they see and in what words; once. @throws Refused, NotFound, Stale */
export async function judgeRecord(work: Work, id: string, body: Static<typeof JudgingRecord>, seenRevision: number): Promise<void> {
  const check = await checkOf(work, id);
  if (!check) throw new NotFound(id);
  admit(work.by, 'check_records', check.centreId);
  if (check.revision !== seenRevision) throw new Stale({ revision: check.revision });
  const matter = await matterNumbered(work, body.number);
  const item = await itemOf(work, id, matter.id);
  if (!item) throw new NotFound(body.number);
  insist(item.verdict === null ? 'yes' : no('FCR-32', 'judged_already', '这条记录已经检查过了。', 'This record has been judged already.'),
    body.verdict === 'ok' || body.kind !== undefined ? 'yes' : no('FCR-32', 'kind_missing', '请选择违规的种类。', 'Say which kind of breach it is.', 'kind'),
    body.verdict === 'ok' || body.words !== undefined ? 'yes' : no('FCR-32', 'words_missing', '请写明违规的情况。', 'Say what the breach is.', 'words'));
  await judge(work, id, matter.id, { verdict: body.verdict, kind: body.verdict === 'breach' ? body.kind! : null, words: body.words ?? null });
}
