import type { EnteringRoom, Written } from '@shouwen/contract/customers';
import type { Work } from '../db/work.ts';
import { insist, no, NotFound, Refused } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { recordAbout } from './facts.store.ts';
import { insertRoom } from './rooms.store.ts';
import { roomAs } from './rooms.rules.ts';

/** A room or a common part of a centre. Refuses a name the centre has already. */
export async function enterRoom(work: Work, entering: EnteringRoom): Promise<Written> {
  insist(mayDo(work.by, 'keep_customers', { centreId: entering.centreId }));
  if (!(await centreOf(work.tx, work.by.companyId, entering.centreId))) throw new NotFound('centre');
  const room = roomAs(entering);
  const id = await insertRoom(work.tx, work.by, entering.centreId, room, work.now);
  if (!id) throw new Refused(roomTaken(room.name));
  await recordAbout(work, { roomId: id }, 'room_entered', room);
  return { id, revision: 1 };
}
export const roomTaken = (name: string) => no('input', 'room_there', `本中心已有“${name}”。`, `The centre has ${name} already`, 'number');
