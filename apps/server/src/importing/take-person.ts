import type { CorrectingPerson } from '@shouwen/contract/customers';
import { correctPerson } from '../customers/correct-person.ts';
import { enterPerson } from '../customers/enter-person.ts';
import { digitsOf } from '../customers/phones.rules.ts';
import { roomAs } from '../customers/rooms.rules.ts';
import { roomNamed } from '../customers/rooms.store.ts';
import type { Work } from '../db/work.ts';
import { no, Refused } from '../policy/refusal.ts';
import type { RowDone } from './imports.store.ts';
import { peopleNamed, type PersonThere } from './imports.queries.ts';
import { importanceOf, relationOf, type SheetRow } from './sheets.rules.ts';
import { DEFAULT_FORMATS, readTime } from './times.rules.ts';

/**
 * One row of the people's file. Who is in the centre's files already - the same name with a phone or a room in common, or the only one of that
 * name where the row has neither - is completed by it; what the row leaves empty stays. Several rows with a room each are one person.
 */
export async function takePerson(work: Work, centreId: string, { says }: SheetRow<'people'>, epoch: 1900 | 1904): Promise<Omit<RowDone, 'row'>> {
  const name = says.name!;
  const phones = [says.phone, says.otherPhone].filter((phone) => phone !== undefined);
  const room = await roomOf(work, centreId, says);
  const rooms = room === undefined ? [] : [{ roomId: room, relation: relationOf(says.relation ?? '住户') }];
  const more: CorrectingPerson = {
    ...(says.movedInOn !== undefined && { movedInOn: dayOf(says.movedInOn, epoch) }), ...(says.cardNumber !== undefined && { cardNumber: cardOf(says.cardNumber) }),
    ...(says.important !== undefined && { important: importanceOf(says.important) }),
  };
  const digits = phones.map(digitsOf);
  const same = (await peopleNamed(work.tx, work.by.companyId, centreId, name))
    .filter((one) => one.digits.some((its) => digits.includes(its)) || one.rooms.some(({ roomId }) => roomId === room) || (phones.length === 0 && room === undefined));
  if (same.length > 1) throw new Refused(no('input', 'ambiguous', `有 ${same.length} 位同名客户符合，请补填电话或房间。`, `${same.length} customers of that name fit: give a phone or a room`, 'name'));
  const [there] = same;
  if (!there) {
    await enterPerson(work, { centreId, name, phones, rooms, ...more });
    return { outcome: 'taken', notes: [] };
  }
  const completed = whatIsNew(there, { phones, digits, rooms, more });
  if (Object.keys(completed).length === 0) return { outcome: 'already_there', notes: [] };
  await correctPerson(work, there.id, there.revision, completed);
  return { outcome: 'changed', notes: [] };
}

function whatIsNew(there: PersonThere, row: { phones: string[]; digits: string[]; rooms: NonNullable<CorrectingPerson['rooms']>; more: CorrectingPerson }): CorrectingPerson {
  const phones = row.phones.filter((_, i) => !there.digits.includes(row.digits[i]!));
  const rooms = row.rooms.filter((stay) => !there.rooms.some((one) => one.roomId === stay.roomId && one.relation === stay.relation));
  const stays = there.rooms as NonNullable<CorrectingPerson['rooms']>;
  const { movedInOn, cardNumber, important } = row.more;
  return {
    ...(phones.length > 0 && { phones: [...there.phones, ...phones] }), ...(rooms.length > 0 && { rooms: [...stays, ...rooms] }),
    ...(movedInOn !== undefined && movedInOn !== there.movedInOn && { movedInOn }), ...(cardNumber !== undefined && cardNumber !== there.cardNumber && { cardNumber }),
    ...(important !== undefined && important !== there.important && { important }),
  };
}

async function roomOf(work: Work, centreId: string, { building, unit, number }: SheetRow<'people'>['says']): Promise<string | undefined> {
  if ((building ?? unit ?? number) === undefined) return undefined;
  if (building === undefined || number === undefined) throw new Refused(no('input', 'missing', '未填写。', 'It is empty', building === undefined ? 'building' : 'number'));
  const { name } = roomAs({ kind: 'room', building, number, ...(unit !== undefined && { unit }) });
  const found = await roomNamed(work.tx, work.by.companyId, centreId, name);
  if (!found) throw new Refused(no('input', 'no_such_room', `本中心没有房间“${name}”，请先导入房间。`, `The centre has no room ${name}: import the rooms first`, 'number'));
  return found;
}

function dayOf(said: string, epoch: 1900 | 1904): string {
  const written = readTime(/^\d+(\.\d+)?$/.test(said) ? Number(said) : said, DEFAULT_FORMATS, epoch);
  if (!written) throw new Refused(no('input', 'no_such_time', `“${said}”不是有效的日期。`, `“${said}” is no date that exists`, 'movedInOn'));
  return written.date.toString();
}
function cardOf(said: string): string {
  if (!/^[A-Za-z0-9-]+$/.test(said)) throw new Refused(no('input', 'no_card_number', '卡号只含字母、数字和横线。', 'A card number has letters, digits and dashes alone', 'cardNumber'));
  return said.toUpperCase();
}
