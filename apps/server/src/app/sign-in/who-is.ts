import type { Db } from '../../db/connect.ts';
import { inCompany } from '../../db/in-company.ts';
import { staffEntering } from '../../staff/second-step.queries.ts';
import type { Staff } from '../../staff/staff.ts';
import { useToken } from '../../staff/tokens.store.ts';
import type { Identity } from './identity.ts';

/**
 * Who sends a request: by the bearer token it carries, else by its cookie; never by the cookie where an authorization header was sent.
 * Looked up every time, so that a revoked session, a revoked token or an ended post counts at once.
 */
export function whoIsBy(db: Db, identity: Identity, now: () => Date) {
  return async (headers: Headers): Promise<Staff | undefined> => {
    const found = headers.has('authorization') ? await byToken(headers) : await byCookie(headers);
    return found && inCompany(db, found.companyId, (tx) => staffEntering(tx, found.companyId, found.id, found.secondFactor, now()));
  };

  async function byToken(headers: Headers) {
    const token = /^Bearer (swt_\S{1,100})$/i.exec(headers.get('authorization')!)?.[1];
    const found = token ? await useToken(db, token, now()) : undefined;
    return found && { ...found, secondFactor: true }; // a machine has no phone: its token stands for both steps
  }
  async function byCookie(headers: Headers) {
    const session = headers.has('cookie') ? await identity.api.getSession({ headers, query: { disableRefresh: true } }) : null;
    return session ? { id: session.user.id, companyId: session.user.companyId, secondFactor: session.session.secondFactor ?? false } : undefined;
  }
}
