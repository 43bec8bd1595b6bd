import type { MessageKind } from '@shouwen/contract/messages';
import type { Tx } from '../../db/connect.ts';

/** A message with what may leave the house of it, and whom it is for. */
export async function outgoingOf(tx: Tx, companyId: string, messageId: string) {
  const row = await tx.selectFrom('message as m').innerJoin('staff as s', (on) => on.onRef('s.company_id', '=', 'm.company_id').onRef('s.staff_id', '=', 'm.staff_id'))
    .leftJoin('centre as c', (on) => on.onRef('c.company_id', '=', 'm.company_id').onRef('c.centre_id', '=', 'm.centre_id'))
    .leftJoin('matter as t', (on) => on.onRef('t.company_id', '=', 'm.company_id').onRef('t.matter_id', '=', 'm.matter_id'))
    .select(['m.message_id as id', 'm.kind', 'm.urgent', 'm.rule', 'm.duty_zh', 'm.duty_en', 'm.due_at', 'm.created_at as at', 'm.told_as as as', 's.staff_id as staffId', 's.name', 'c.name as centre',
      'c.zone', 't.number', 't.place', 'm.leads_to as leadsTo', 'm.clock_id as clockId'])
    .where('m.company_id', '=', companyId).where('m.message_id', '=', messageId).executeTakeFirstOrThrow();
  return { ...row, kind: row.kind as MessageKind };
}
