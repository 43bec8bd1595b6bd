import type { Work } from '../db/work.ts';
import { openMatter } from '../matters/open-matter.ts';
import { record } from '../matters/record.ts';
import { standingOf } from '../matters/standing.rules.ts';
import type { Duties } from '../staff/duties.ts';

/** FCR-35: what staff asks of matters, so that nobody goes over open entries and each has somebody afterwards. */
export const duties: Duties = {
  openEntries,
  async takeOver(work, from, to, centreId) {
    for (const number of await openEntries(work, from, centreId)) {
      const matter = await openMatter(work, number, null);
      const { holder, firstContact } = standingOf(matter.facts);
      const reason = '交接：原承担人下班或离任';
      const standing = '按现状接手';
      if (firstContact === from) record(work, matter, 'taken_over', { role: 'first_contact_person', from, to, reason, standing });
      if (holder.staff === from) record(work, matter, 'taken_over', { role: 'holder', from, to, reason, standing });
    }
  },
};

async function openEntries(work: Work, staffId: string, centreId: string | null): Promise<string[]> {
  const rows = await work.tx.selectFrom('matter').select('number').where('company_id', '=', work.by.companyId).where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('holder_id', '=', staffId), eb('first_contact_id', '=', staffId)]))
    .$if(centreId !== null, (matters) => matters.where('centre_id', '=', centreId)).orderBy('number').execute();
  return rows.map((row) => row.number);
}
