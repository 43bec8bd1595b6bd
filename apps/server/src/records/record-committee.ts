import type { RecordingCommittee } from '@shouwen/contract/records';
import type { Work } from '../db/work.ts';
import { insist, no } from '../policy/refusal.ts';
import { admit } from './admit.ts';
import { addCommitteeEvaluation } from './evaluations.store.ts';
import { centreClock } from './people.queries.ts';
import { setMeasures } from './set-measures.ts';

/** FCR-34: what the owners' committee says of attitude, quality and satisfaction, and the measures that follow it up. @throws Refused, NotFound */
export async function recordCommittee(work: Work, body: RecordingCommittee): Promise<{ id: string }> {
  admit(work.by, 'record_committee', body.centreId);
  const { today } = await centreClock(work.tx, work.by.companyId, body.centreId, work.now);
  insist(body.on <= today ? 'yes' : no('FCR-34', 'lies_ahead', '评估日期不能晚于今天。', 'The evaluation cannot have been held later than today.', 'on'));
  const id = await addCommitteeEvaluation(work, body);
  await setMeasures(work, body.centreId, { committee: id }, body.measures);
  return { id };
}
