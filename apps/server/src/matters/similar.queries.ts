import type { MatterKind } from '@shouwen/contract/facts';
import type { MatterState, SimilarMatter } from '@shouwen/contract/matters';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { NotFound } from '../policy/refusal.ts';
import { bigramsOf } from '../search/bigrams.rules.ts';
import { belongsTo, type Staff } from '../staff/staff.ts';

/**
 * Open matters of the last month in this centre that may be the same, for whoever is typing: same place, and words shared (bigrams).
 * At most five, the likeliest first; a share of the words under a quarter, or under a tenth at the same place, is none.
 * @throws NotFound for a centre that isn't one of theirs
 */
export async function similarMatters(tx: Tx, by: Staff, asked: { centre: string; text: string; place?: string | undefined; kind?: string | undefined }, now: Date): Promise<SimilarMatter[]> {
  if (!belongsTo(by, asked.centre)) throw new NotFound('centre');
  const pairs = bigramsOf(asked.text).filter((pair) => Array.from(pair).length === 2).slice(0, 200);
  if (!pairs.length && !asked.place) return [];
  const building = /^\s*(\d+\s*[栋座号幢])/.exec(asked.place ?? '')?.[1]?.replaceAll(/\s/g, '') ?? asked.place ?? '';
  const { rows } = await sql<{ number: string; title: string; place: string | null; kind: string; state: string; received_at: Date; shared: number; near: boolean }>`
    select number, title, place, kind, state, received_at, shared, near from (
      select number, title, place, kind, state, received_at,
        (select count(*) from unnest(tsvector_to_array(words)) as w where w = any(${pairs}::text[]))::real / greatest(${pairs.length}, 1) as shared,
        ${building} <> '' and coalesce(place, '') like ${`${building.replaceAll(/[\\%_]/g, '\\$&')}%`} as near
      from matter
      where company_id = ${by.companyId} and centre_id = ${asked.centre} and closed_at is null and received_at > ${new Date(now.getTime() - 31 * 86_400_000)}
      order by received_at desc limit 2000
    ) as candidates
    where shared >= case when near then 0.1 else 0.25 end
    order by shared + case when near then 0.3 else 0 end + case when kind = ${asked.kind ?? ''} then 0.1 else 0 end desc limit 5`.execute(tx);
  return rows.map((row) => ({
    number: row.number, title: row.title, place: row.place, kind: row.kind as MatterKind, state: row.state as MatterState, receivedAt: row.received_at.toISOString(),
    because: {
      zh: [row.near ? '同一地点' : '', row.shared > 0 ? `文字相同 ${Math.round(row.shared * 100)}%` : ''].filter(Boolean).join('、'),
      en: [row.near ? 'same place' : '', row.shared > 0 ? `${Math.round(row.shared * 100)} % of the words` : ''].filter(Boolean).join(', '),
    },
  }));
}
