import type { CorrectingPerson, Importance, PersonWritten } from '@shouwen/contract/customers';
import { dayIn } from '../calendar/calendar.rules.ts';
import type { Work } from '../db/work.ts';
import { insist, no, Refused } from '../policy/refusal.ts';
import { moveInHolds, personLexemes } from './people.rules.ts';
import { endStay, giveNextNumber, giveNumber, insertStay, phonesOf, savePerson, savePhones, staysOf } from './people.store.ts';
import { digitsOf } from './phones.rules.ts';
import { roomsAmong } from './rooms.store.ts';

interface Before { id: string; centreId: string; name: string; moved_in_on: string | null; file_number: string | null; card_number: string | null; important: string | null; revision: number }

/** What entering and correcting a file have in common: what isn't said stays as it is, what is null is taken away. */
export async function keepParticulars(work: Work, centre: { zone: string }, before: Before, said: CorrectingPerson): Promise<PersonWritten> {
  const { tx, now, by: { companyId } } = work;
  const today = dayIn(centre.zone, now);
  const movedInOn = said.movedInOn === undefined ? before.moved_in_on : said.movedInOn;
  insist(moveInHolds(said.movedInOn, today));
  if (said.phones) await keepPhones(work, before.id, said.phones);
  if (said.rooms) await keepRooms(work, before, said.rooms, today);

  const card = said.cardNumber === undefined ? before.card_number : said.cardNumber?.toUpperCase() ?? null;
  if (card !== null && !(await giveNumber(tx, companyId, card, before.id, now)))
    throw new Refused(no('ARC-04', 'number_given', `号码 ${card} 已给过他人，不再使用。`, `The number ${card} was given to somebody else and isn't given twice`, 'cardNumber'));
  const number = before.file_number ?? (card === null && movedInOn !== null ? await giveNextNumber(tx, companyId, movedInOn, before.id, now) : null);
  const name = said.name?.trim() ?? before.name;
  const columns = { name, moved_in_on: movedInOn, file_number: number, card_number: card, important: said.important === undefined ? before.important as Importance | null : said.important };
  const phones = await phonesOf(tx, companyId, before.id);
  await savePerson(tx, companyId, before.id, columns, personLexemes(name, [number, card], phones.map(({ digits }) => digits)), before.revision + 1);
  return { id: before.id, revision: before.revision + 1, fileNumber: card ?? number };
}

async function keepPhones({ tx, by }: Work, personId: string, said: readonly string[]): Promise<void> {
  const phones = said.map((phone) => ({ digits: digitsOf(phone), phone: phone.normalize('NFKC').trim() }));
  for (const { digits } of phones) if (digits.length < 3 || digits.length > 20)
    throw new Refused(no('input', 'no_phone', '电话须有 3 至 20 位数字。', 'A phone has 3 to 20 digits', 'phones'));
  await savePhones(tx, by.companyId, personId, phones.filter(({ digits }, i) => phones.findIndex((one) => one.digits === digits) === i));
}

/** A room left out is left today; history stays. */
async function keepRooms({ tx, by: { companyId } }: Work, person: Before, said: NonNullable<CorrectingPerson['rooms']>, today: string): Promise<void> {
  const known = new Map((await roomsAmong(tx, companyId, said.map(({ roomId }) => roomId))).map((room) => [room.id, room]));
  for (const { roomId } of said) if (known.get(roomId)?.centreId !== person.centreId || known.get(roomId)?.kind !== 'room')
    throw new Refused(no('input', 'no_such_room', '本中心没有这个房间。', 'The centre has no such room', 'rooms'));
  const same = (a: { roomId: string; relation: string }, b: { roomId: string; relation: string }) => a.roomId === b.roomId && a.relation === b.relation;
  const stays = await staysOf(tx, companyId, person.id);
  for (const stay of stays) if (!said.some((one) => same(one, stay))) await endStay(tx, companyId, stay.id, today);
  for (const [i, stay] of said.entries())
    if (!stays.some((one) => same(one, stay)) && said.findIndex((one) => same(one, stay)) === i) await insertStay(tx, companyId, person.id, stay, today);
}
