import type { Tx } from '../../db/connect.ts';
import type { Staff } from '../../staff/staff.ts';
import { auth } from '../../staff/auth-tables.ts';
import { staffOf } from '../../staff/staff.queries.ts';

/** Everybody by the user name under which the demonstration knows them. */
export async function staffByName(tx: Tx, companyId: string, at: Date): Promise<Record<string, Staff>> {
  const logins = await auth(tx).selectFrom('auth.login').select(['id', 'username']).where('company_id', '=', companyId).execute();
  const known: Record<string, Staff> = {};
  for (const { id, username } of logins) {
    const staff = await staffOf(tx, companyId, id, at);
    if (staff) known[username] = staff;
  }
  return known;
}

export async function centreOfDemo(tx: Tx, companyId: string): Promise<{ id: string; departments: Map<string, string> }> {
  const { centre_id: id } = await tx.selectFrom('centre').select('centre_id').where('company_id', '=', companyId).executeTakeFirstOrThrow();
  const rows = await tx.selectFrom('department').select(['name', 'department_id']).where('company_id', '=', companyId).execute();
  return { id, departments: new Map(rows.map((row) => [row.name, row.department_id])) };
}

/** The files by phone, rooms by name: what a customer who comes is known by. */
export async function filesOf(tx: Tx, companyId: string): Promise<{ people: Map<string, string>; rooms: Map<string, string> }> {
  const people = await tx.selectFrom('person_phone').select(['digits', 'person_id']).where('company_id', '=', companyId).execute();
  const rooms = await tx.selectFrom('room').select(['name', 'room_id']).where('company_id', '=', companyId).execute();
  return { people: new Map(people.map((row) => [row.digits, row.person_id])), rooms: new Map(rooms.map((row) => [row.name, row.room_id])) };
}
