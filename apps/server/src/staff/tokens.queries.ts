import type { Tx } from '../db/connect.ts';
import { auth } from './auth-tables.ts';

export interface TokenRow { id: string; name: string; posts: string[]; madeAt: string; lastUsedAt: string | null; revokedAt: string | null }
/** The machines of a company, the revoked ones too; never a token or its hash. */
export async function tokenList(tx: Tx, companyId: string): Promise<TokenRow[]> {
  const rows = await auth(tx).selectFrom('auth.machine_token as t').innerJoin('staff as s', 's.staff_id', 't.id').select(['t.id', 's.name', 't.made_at', 't.last_used_at', 't.revoked_at'])
    .where('t.company_id', '=', companyId).where('s.company_id', '=', companyId).orderBy('t.made_at').execute();
  const posts = rows.length ? await tx.selectFrom('post_held').select(['staff_id', 'post']).where('company_id', '=', companyId).where('staff_id', 'in', rows.map((r) => r.id)).orderBy('held_id').execute() : [];
  return rows.map((r) => ({
    id: r.id, name: r.name, posts: posts.filter((p) => p.staff_id === r.id).map((p) => p.post),
    madeAt: r.made_at.toISOString(), lastUsedAt: r.last_used_at?.toISOString() ?? null, revokedAt: r.revoked_at?.toISOString() ?? null,
  }));
}
