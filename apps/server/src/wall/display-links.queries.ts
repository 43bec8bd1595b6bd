import type { DisplayLink } from '@shouwen/contract/wall';
import type { Tx } from '../db/connect.ts';

/** Links of a centre that still open its wall, the newest first. */
export async function displayLinks(tx: Tx, companyId: string, centreId: string): Promise<DisplayLink[]> {
  const rows = await tx.selectFrom('display_link as l').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'l.company_id').onRef('s.staff_id', '=', 'l.made_by'))
    .select(['l.link_id as id', 'l.name', 's.name as madeBy', 'l.made_at', 'l.shown_at']).where('l.company_id', '=', companyId).where('l.centre_id', '=', centreId).where('l.withdrawn_at', 'is', null).orderBy('l.link_id', 'desc').execute();
  return rows.map(({ made_at, shown_at, ...link }) => ({ ...link, madeAt: made_at.toISOString(), shownAt: shown_at?.toISOString() ?? null }));
}

export async function linksThatOpen(tx: Tx, companyId: string, centreId: string): Promise<number> {
  return (await tx.selectFrom('display_link').select((eb) => eb.fn.countAll<number>().as('n')).where('company_id', '=', companyId).where('centre_id', '=', centreId).where('withdrawn_at', 'is', null).executeTakeFirstOrThrow()).n;
}
