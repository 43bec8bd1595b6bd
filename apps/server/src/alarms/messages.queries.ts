import type { Delivery, Message, MessageKind, MessageList } from '@shouwen/contract/messages';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { isId, NoPageKey } from '../search/page-key.rules.ts';

/** A person's own messages: unread ones first, the newest first among each; on every page all class I alarms that still ring. */
export async function messagesOf(tx: Tx, companyId: string, staffId: string, { after, limit = 30 }: { after?: string | undefined; limit?: number | undefined }): Promise<MessageList> {
  const page = mine(tx, companyId, staffId).orderBy(isRead).orderBy('m.message_id', 'desc').limit(limit + 1);
  const rows = await (after === undefined ? page : page.where(beyond(after))).execute();
  const ringing = await mine(tx, companyId, staffId).where('m.kind', '=', 'class_one').where('m.acknowledged_at', 'is', null).orderBy('m.message_id').execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit).map(shown), next: last ? `${last.read_at ? 1 : 0}.${last.message_id}` : null, ringing: ringing.map(shown) };
}

const isRead = sql<boolean>`(m.read_at is not null)`;
function beyond(key: string) {
  const [, read, id] = /^([01])\.(.+)$/.exec(key) ?? [];
  if (!id || !isId(id)) throw new NoPageKey();
  const wasRead = read === '1';
  return sql<boolean>`(${isRead} > ${wasRead} or (${isRead} = ${wasRead} and m.message_id < ${id}))`;
}

function mine(tx: Tx, companyId: string, staffId: string) {
  return tx.selectFrom('message as m').leftJoin('matter as t', (on) => on.onRef('t.company_id', '=', 'm.company_id').onRef('t.matter_id', '=', 'm.matter_id'))
    .leftJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'm.company_id').onRef('s.staff_id', '=', 'm.acknowledged_by'))
    .select(['m.message_id', 'm.kind', 'm.centre_id', 't.number', 'm.clock_id', 'm.leads_to', 'm.zh', 'm.en', 'm.due_at', 'm.created_at', 'm.read_at', 'm.acknowledged_at', 's.name'])
    .select(sql<Delivery[]>`coalesce((select jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state, 'at', coalesce(d.settled_at, d.next_at)) order by d.delivery_id)
      from delivery d where d.company_id = m.company_id and d.message_id = m.message_id), '[]')`.as('deliveries'))
    .where('m.company_id', '=', companyId).where('m.staff_id', '=', staffId);
}
type Row = Awaited<ReturnType<ReturnType<typeof mine>['execute']>>[number];
const shown = (row: Row): Message => ({
  id: row.message_id, kind: row.kind as MessageKind, centreId: row.centre_id, matter: row.number, clockId: row.clock_id, leadsTo: row.leads_to, zh: row.zh, en: row.en,
  due: row.due_at?.toISOString() ?? null, at: row.created_at.toISOString(), readAt: row.read_at?.toISOString() ?? null,
  acknowledgedAt: row.acknowledged_at?.toISOString() ?? null, acknowledgedBy: row.name,
  deliveries: row.deliveries.map((way) => ({ ...way, at: new Date(way.at).toISOString() })),
});
