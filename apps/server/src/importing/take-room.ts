import { enterRoom } from '../customers/enter-room.ts';
import { roomNamed } from '../customers/rooms.store.ts';
import { roomAs } from '../customers/rooms.rules.ts';
import type { Work } from '../db/work.ts';
import { no, Refused } from '../policy/refusal.ts';
import type { RowDone } from './imports.store.ts';
import type { SheetRow } from './sheets.rules.ts';

/** One row of the rooms' file: a room, or a common part that has a name alone. What the centre has already stays. */
export async function takeRoom(work: Work, centreId: string, { says: { building, unit, number, common } }: SheetRow<'rooms'>): Promise<Omit<RowDone, 'row'>> {
  if (common !== undefined && (building ?? unit ?? number) !== undefined)
    throw new Refused(no('input', 'room_or_common', '房间与公共部位只能填一种。', 'It is a room or a common part, not both', 'common'));
  if (common === undefined && (building === undefined || number === undefined))
    throw new Refused(no('input', 'missing', '未填写。', 'It is empty', building === undefined ? 'building' : 'number'));
  const entering = common === undefined ? { kind: 'room' as const, building: building!, number: number!, ...(unit !== undefined && { unit }) } : { kind: 'common' as const, name: common };
  if (await roomNamed(work.tx, work.by.companyId, centreId, roomAs(entering).name)) return { outcome: 'already_there', notes: [] };
  await enterRoom(work, { centreId, ...entering });
  return { outcome: 'taken', notes: [] };
}
