import type { Tx } from '../db/connect.ts';
import { directSupervisor } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import type { Names } from './names.queries.ts';
import type { Standing } from './standing.rules.ts';

/** CMP-44: a superior of the person complained about who worked on it is shown; it is theirs to do, and everybody may see that they did. */
export async function superiorsAtWork(tx: Tx, companyId: string, centreId: string, seen: Standing, names: Names, now: Date): Promise<{ rule: string; zh: string; en: string }[]> {
  if (!seen.complainedAbout.size) return [];
  const roster = await rosterOf(tx, companyId, now, now, [centreId]);
  const worked = new Set([seen.holder.staff, seen.responsiblePerson, seen.conclusive?.by, seen.verified?.by, seen.closed?.by, ...seen.handlers]);
  const superiors = new Set([...seen.complainedAbout].flatMap((staff) => directSupervisor(staff, centreId, now.getTime(), roster).staff));
  return [...superiors].filter((id) => worked.has(id) && !seen.complainedAbout.has(id)).map((id) => {
    const name = names.person(id)?.name ?? '';
    return { rule: 'CMP-44', zh: `被投诉人的直接上级${name}参与了办理`, en: `${name}, the direct superior of the person complained about, worked on it` };
  });
}
