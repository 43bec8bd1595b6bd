import type { MatterShown } from '@shouwen/contract/matters';
import { dayIn } from '../calendar/calendar.rules.ts';
import { insertOpening, placeOf } from './matters.store.ts';
import { showMatter, type Asked } from './show-matter.queries.ts';

/** ARC-07: opening a matter that names its reporter is a look at personal data, logged once a person, matter and day of the centre. @throws NotFound */
export async function lookAtMatter(asked: Asked, number: string): Promise<MatterShown> {
  const shown = await showMatter(asked, number);
  const { name, place, phoneMasked } = shown.reporter;
  const { tx, by, now } = asked;
  if (name ?? place ?? phoneMasked) await insertOpening(tx, by, (await placeOf(tx, by.companyId, number))!.id, dayIn(shown.zone, now), now);
  return shown;
}
