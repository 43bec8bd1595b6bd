import type { EstablishingBreach } from '@shouwen/contract/records';
import type { Static } from 'typebox';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { admit } from './admit.ts';
import { addBreach, addStatement, breachOf } from './breaches.store.ts';
import { isSign } from './breach-signs.queries.ts';
import { matterNumbered } from './matter.queries.ts';
import { isDepartmentOf, staffOfCentre } from './people.queries.ts';

/** FCR-32: by name, by the lead, of a person or a department: what the record shows, or what was found otherwise. Nobody judges themselves. @throws Refused, NotFound */
export async function establishBreach(work: Work, body: Static<typeof EstablishingBreach>): Promise<{ id: string }> {
  const { tx, by: { companyId } } = work;
  const matter = await matterNumbered(work, body.number);
  admit(work.by, 'establish_breaches', matter.centreId);
  insist(body.staffId !== undefined || body.departmentId !== undefined ? 'yes' : no('FCR-32', 'nobody_named', '请指明违规的员工或部门。', 'Name the person or the department.', 'staffId'),
    body.staffId === work.by.id ? no('FCR-32', 'own_breach', '涉及本人的违规由他人认定。', 'A breach of your own is established by somebody else.', 'staffId') : 'yes');
  if (body.staffId !== undefined && !(await staffOfCentre(tx, companyId, matter.centreId, [body.staffId], work.now)).has(body.staffId)) throw new NotFound(body.staffId);
  if (body.departmentId !== undefined && !await isDepartmentOf(tx, companyId, matter.centreId, body.departmentId)) throw new NotFound(body.departmentId);
  if (body.source !== undefined && !await isSign(tx, companyId, matter.id, body.source, work.now)) throw new NotFound(body.source);
  const id = await addBreach(work, matter, body);
  if (id === undefined) throw new Refused(no('FCR-32', 'established_already', '这一条已经认定过了。', 'This one has been established already.'));
  return { id };
}

/** FCR-32: the person concerned states their side, as often as they wish. @throws Refused, NotFound */
export async function stateSide(work: Work, id: string, words: string): Promise<void> {
  const breach = await breachOf(work, id);
  if (!breach) throw new NotFound(id);
  insist(breach.staffId === work.by.id ? 'yes' : no('FCR-32', 'not_concerned', '由所涉员工本人陈述。', 'The person concerned states their side.'));
  await addStatement(work, id, words);
}
