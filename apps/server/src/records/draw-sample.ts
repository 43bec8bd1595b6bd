import { randomInt } from 'node:crypto';
import type { DrawingSample } from '@shouwen/contract/records';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { admit } from './admit.ts';
import { addCheck } from './checks.store.ts';
import { isDepartmentOf } from './people.queries.ts';
import { mattersOnRecord } from './reception-records.queries.ts';
import { drawSample } from './sample.rules.ts';

/** FCR-32: draws from the reception records of a period; who, when and the seed are kept, so that anybody can draw it again. @throws Refused, NotFound */
export async function drawCheck(work: Work, body: DrawingSample): Promise<{ id: string }> {
  admit(work.by, 'check_records', body.centreId);
  insist(body.from <= body.to ? 'yes' : no('FCR-32', 'period', '起始日期不能晚于截止日期。', 'The period cannot begin after it ends.', 'to'));
  if (body.departmentId !== undefined && !await isDepartmentOf(work.tx, work.by.companyId, body.centreId, body.departmentId)) throw new NotFound(body.departmentId);
  const onRecord = await mattersOnRecord(work.tx, work.by.companyId, { centre: body.centreId, department: body.departmentId, from: body.from, to: body.to });
  if (onRecord.length === 0) throw new Refused(no('FCR-32', 'nothing_on_record', '这段时间没有接待记录可抽查，请换一个日期。', 'There are no reception records in this period: choose other days.', 'from'));
  const seed = body.seed ?? randomInt(2 ** 31);
  return { id: await addCheck(work, body, { seed, population: onRecord.length, matters: drawSample(onRecord, body.size, seed) }) };
}
