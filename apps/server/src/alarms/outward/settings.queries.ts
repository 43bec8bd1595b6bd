import type { MyMessages, WebhookShown } from '@shouwen/contract/messages';
import type { Tx } from '../../db/connect.ts';
import type { Outward } from '../../outside/outward.ts';
import type { Staff } from '../../staff/staff.ts';
import { browsersOf } from './browsers.store.ts';
import { choicesOf } from './choices.store.ts';

/** What one has chosen, and what there is to choose. */
export async function myMessages(tx: Tx, by: Staff, { mail, push }: Outward): Promise<MyMessages> {
  const { asked, ...mine } = (await choicesOf(tx, by.companyId, [by.id]))(by.id);
  const browsers = await browsersOf(tx, by.companyId, [by.id]);
  return {
    ...mine, emailAsked: asked?.email ?? null, mailOffered: mail !== undefined, pushKey: push?.keys.publicKey ?? null,
    browsers: browsers.map(({ id, endpoint, browser, since }) => ({ id, endpoint, browser, since: since.toISOString() })),
  };
}

/** The company's webhook, without its secret. */
export async function webhookShown(tx: Tx, companyId: string): Promise<WebhookShown> {
  const row = await tx.selectFrom('webhook as w').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'w.company_id').onRef('s.staff_id', '=', 'w.made_by'))
    .select(['w.url', 'w.made_at', 's.name', 'w.failing_since', 'w.last_error', 'w.disabled_at', 'w.revision']).where('w.company_id', '=', companyId).executeTakeFirst();
  return {
    revision: row?.revision ?? 0,
    webhook: row ? { url: row.url, since: row.made_at.toISOString(), by: row.name, failingSince: row.failing_since?.toISOString() ?? null, lastError: row.last_error, disabledAt: row.disabled_at?.toISOString() ?? null } : null,
  };
}
