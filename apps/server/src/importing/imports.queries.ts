import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';

/** Which of these numbers at the source this centre has already. */
export async function sourcesThere(tx: Tx, companyId: string, centreId: string, sources: readonly string[]): Promise<Set<string>> {
  const rows = await tx.selectFrom('matter').select('source').where('company_id', '=', companyId).where('centre_id', '=', centreId).where('source', 'in', sources).execute();
  return new Set(rows.map(({ source }) => source!));
}

/** Whom imported matters are held by until somebody accepts them: the customer-service lead of the centre, else its head. */
export async function receiverOf(tx: Tx, companyId: string, centreId: string): Promise<string | undefined> {
  const found = await tx.selectFrom('post_held').select('staff_id').where('company_id', '=', companyId).where('centre_id', '=', centreId).where('held_until', 'is', null)
    .where('post', 'in', ['customer_service_lead', 'centre_manager']).orderBy(sql`post = 'customer_service_lead'`, 'desc').orderBy('held_from').orderBy('held_id').executeTakeFirst();
  return found?.staff_id;
}

export interface PersonThere { id: string; revision: number; name: string; movedInOn: string | null; cardNumber: string | null; important: string | null; phones: string[]; digits: string[]; rooms: { roomId: string; relation: string }[] }
/** The centre's people of that name, with what tells one from another. */
export async function peopleNamed(tx: Tx, companyId: string, centreId: string, name: string): Promise<PersonThere[]> {
  const { rows } = await sql<PersonThere>`
    select person_id as id, revision, name, moved_in_on::text as "movedInOn", card_number as "cardNumber", important,
      array(select phone from person_phone h where h.company_id = p.company_id and h.person_id = p.person_id order by place) as phones,
      array(select digits from person_phone h where h.company_id = p.company_id and h.person_id = p.person_id order by place) as digits,
      coalesce((select jsonb_agg(jsonb_build_object('roomId', room_id, 'relation', relation)) from lives_in l where l.company_id = p.company_id and l.person_id = p.person_id and until is null), '[]') as rooms
    from person p where company_id = ${companyId} and centre_id = ${centreId} and name = ${name} order by person_id`.execute(tx);
  return rows;
}
