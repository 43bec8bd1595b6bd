import type { ChoosingMessages, ChosenKind } from '@shouwen/contract/messages';
import { sql } from 'kysely';
import type { Tx } from '../../db/connect.ts';
import { DEFAULTS } from './goes-out.rules.ts';

export interface Chosen extends ChoosingMessages {
  email: string | null;
  asked: { email: string; token: string; at: Date } | null;
  revision: number;
}
const NOTHING_CHOSEN: Chosen = { ...DEFAULTS, email: null, asked: null, revision: 0 };

/** What each of these people has chosen; whoever isn't in it has chosen nothing. */
export async function choicesOf(tx: Tx, companyId: string, staffIds: readonly string[]): Promise<(staffId: string) => Chosen> {
  const rows = await tx.selectFrom('message_choice').selectAll().where('company_id', '=', companyId).where('staff_id', 'in', ['00000000-0000-0000-0000-000000000000', ...staffIds]).execute();
  const found = new Map(rows.map((row) => [row.staff_id, {
    mailKinds: row.mail_kinds as ChosenKind[], pushKinds: row.push_kinds as ChosenKind[], language: row.language as Chosen['language'], revision: row.revision, email: row.email,
    quiet: row.quiet_from !== null && row.quiet_until !== null ? { from: row.quiet_from.slice(0, 5), until: row.quiet_until.slice(0, 5) } : null,
    asked: row.email_asked !== null && row.email_token !== null && row.email_asked_at !== null ? { email: row.email_asked, token: row.email_token, at: row.email_asked_at } : null,
  }]));
  return (staffId) => found.get(staffId) ?? NOTHING_CHOSEN;
}

/** One's choices, one writer at a time. */
export async function lockChoice(tx: Tx, companyId: string, staffId: string): Promise<Chosen> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`message choice ${staffId}`}, 0))`.execute(tx);
  return (await choicesOf(tx, companyId, [staffId]))(staffId);
}

/** @param now when an address that is new here was confirmed */
export async function saveChoice(tx: Tx, companyId: string, staffId: string, chosen: Chosen, now: Date): Promise<void> {
  const values = {
    email: chosen.email, email_asked: chosen.asked?.email ?? null, email_token: chosen.asked?.token ?? null, email_asked_at: chosen.asked?.at ?? null,
    mail_kinds: [...chosen.mailKinds], push_kinds: [...chosen.pushKinds], quiet_from: chosen.quiet?.from ?? null, quiet_until: chosen.quiet?.until ?? null, language: chosen.language,
    revision: chosen.revision + 1,
  };
  await tx.insertInto('message_choice').values({ company_id: companyId, staff_id: staffId, ...values, email_confirmed_at: chosen.email === null ? null : now })
    .onConflict((same) => same.columns(['company_id', 'staff_id']).doUpdateSet({
      ...values,
      email_confirmed_at: chosen.email === null ? null : sql<Date>`case when message_choice.email = excluded.email then message_choice.email_confirmed_at else ${now} end`,
    })).execute();
}
