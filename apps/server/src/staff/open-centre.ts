import type { OpeningCentre } from '@shouwen/contract/staff';
import type { Work } from '../db/work.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import { param } from '../policy/rulebook.ts';
import { zoneExists } from './centres.rules.ts';
import { insertCentre } from './centres.store.ts';
import { mayDo } from './who-may.rules.ts';

/** ORG-01: a service centre. Until its hours are set it keeps those of the rulebook (CAL-11); without a zone of its own it lies in the rulebook's (CAL-01). */
export async function openCentre(work: Work, centre: OpeningCentre): Promise<{ id: string }> {
  insist(mayDo(work.by, 'keep_centres'), zoneExists(centre.zone));
  const id = await insertCentre(work.tx, work.by, { zone: param('CAL-01/timezone') as string, ...centre, name: centre.name.trim() }, work.now);
  if (!id) throw new Refused(no('input', 'centre_exists', '已有同代码或同名的服务中心。', 'There is a centre with that code or name.', 'code'));
  return { id };
}
