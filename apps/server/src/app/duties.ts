import { openEntries } from '../matters/open-entries.queries.ts';
import { openMatter } from '../matters/open-matter.ts';
import { record } from '../matters/record.ts';
import { standingOf } from '../matters/standing.rules.ts';
import { followedBy, passFollowed } from '../roster/followed.store.ts';
import type { Duties } from '../staff/duties.ts';

/** FCR-35: what staff asks of matters, so that nobody goes over open entries and each has somebody afterwards. */
export const duties: Duties = {
  openEntries: async ({ tx, by }, staffId, centreId) => [...await openEntries(tx, by.companyId, staffId, centreId), ...await followedBy(tx, by.companyId, staffId, centreId)],
  async takeOver(work, from, to, centreId, only) {
    if (!only) await passFollowed(work.tx, work.by.companyId, from, to, centreId);
    for (const number of await openEntries(work.tx, work.by.companyId, from, centreId)) {
      if (only && !only.includes(number)) continue;
      const matter = await openMatter(work, number, null);
      const { holder, firstContact } = standingOf(matter.facts);
      const reason = '交接：原承担人下班或离任';
      const standing = '按现状接手';
      if (firstContact === from) record(work, matter, 'taken_over', { role: 'first_contact_person', from, to, reason, standing });
      if (holder.staff === from) record(work, matter, 'taken_over', { role: 'holder', from, to, reason, standing });
    }
  },
};
