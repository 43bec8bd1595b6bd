import type { Db, Tx } from '../db/connect.ts';

/** The schema `auth` stands before tenancy, so these tables are reached by name alone, through `auth(tx)`. */
type AuthTables = {
  'auth.installation': { one?: boolean; secret: string; push_public?: string | null; push_private?: string | null };
  'auth.login': { id: string; company_id: string; username: string; name: string; email: string; email_verified: boolean; image: string | null; created_at: Date; updated_at: Date };
  'auth.account': { id: string; user_id: string; account_id: string; provider_id: string; password: string; created_at: Date; updated_at: Date };
  'auth.session': { id: string; user_id: string; token: string; expires_at: Date; ip_address: string | null; user_agent: string | null; created_at: Date; updated_at: Date; second_factor: boolean };
  'auth.attempts': { key: string; tries: number; since: Date };
  'auth.one_time_link': { hash: Buffer; purpose: 'set_password' | 'sign_in' | 'set_up'; login_id: string | null; made_by: string | null; made_at: Date; expires_at: Date; used_at: Date | null };
  'auth.totp': { login_id: string; sealed: string; made_at: Date; confirmed_at: Date | null; last_step?: number };
  'auth.recovery_code': { login_id: string; hash: Buffer; used_at: Date | null };
  'auth.machine_token': { id: string; company_id: string; hash: Buffer; made_at: Date; last_used_at: Date | null; revoked_at: Date | null };
};
export const auth = (db: Tx | Db) => db.withTables<AuthTables>();
