import type { CorrectingRoom, Written } from '@shouwen/contract/customers';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused, Stale } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { roomTaken } from './enter-room.ts';
import { recordAbout } from './facts.store.ts';
import { lockRoom, roomNamed, saveRoom } from './rooms.store.ts';
import { roomAs } from './rooms.rules.ts';

/** Sets right what is wrong in the entry of a room; people and matters stay with it. @throws NotFound, Stale */
export async function correctRoom(work: Work, id: string, seenRevision: number, correcting: CorrectingRoom): Promise<Written> {
  const { companyId } = work.by;
  const before = await lockRoom(work.tx, companyId, id);
  if (!before) throw new NotFound('room');
  insist(mayDo(work.by, 'keep_customers', { centreId: before.centreId }));
  if (before.revision !== seenRevision) throw new Stale(before);
  const common = before.kind === 'common';
  if (common ? correcting.building ?? correcting.unit ?? correcting.number : correcting.name)
    throw new Refused(no('input', 'other_kind', '公共部位只有名称，房间没有名称而有楼栋、单元、房号。', 'A common part has a name alone, a room has building, unit and number', common ? 'number' : 'name'));
  const unit = correcting.unit === undefined ? before.unit : correcting.unit;
  const room = roomAs(common ? { kind: 'common', name: correcting.name ?? before.name }
    : { kind: 'room', building: correcting.building ?? before.building!, number: correcting.number ?? before.number!, ...(unit !== null && { unit }) });
  if (room.name !== before.name && await roomNamed(work.tx, companyId, before.centreId, room.name)) throw new Refused(roomTaken(room.name));
  await saveRoom(work.tx, companyId, id, room, before.revision + 1);
  await recordAbout(work, { roomId: id }, 'room_corrected', { before: before.name, after: room.name });
  return { id, revision: before.revision + 1 };
}
