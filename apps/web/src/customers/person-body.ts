import type { CorrectingPerson, Importance, Person, Relation } from '@shouwen/contract/customers';

/** A file as it is typed. */
export interface PersonTyped {
  name: string;
  /** One a line. */
  phones: string;
  rooms: readonly { roomId: string; name: string; relation: Relation }[];
  movedInOn: string; cardNumber: string; important: Importance | '';
}
export const NO_PERSON: PersonTyped = { name: '', phones: '', rooms: [], movedInOn: '', cardNumber: '', important: '' };

export const typedOf = (person: Person): PersonTyped => ({
  name: person.name, phones: person.phones.join('\n'), rooms: person.rooms.filter(room => room.until === null).map(({ id, name, relation }) => ({ roomId: id, name, relation })),
  movedInOn: person.movedInOn ?? '', cardNumber: person.cardNumber ?? '', important: person.important ?? '',
});

/** What was changed since the form was opened on `base`, and nothing else: what somebody else has changed meanwhile stays. Emptied is emptied in the file too. */
export function correctionOf(typed: PersonTyped, base: PersonTyped): CorrectingPerson {
  const [now, before] = [particularsOf(typed), particularsOf(base)];
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before])));
}
const particularsOf = (typed: PersonTyped) => ({
  name: typed.name.trim(), phones: phonesOf(typed.phones), rooms: typed.rooms.map(({ roomId, relation }) => ({ roomId, relation })),
  movedInOn: typed.movedInOn || null, cardNumber: typed.cardNumber.trim() || null, important: typed.important || null,
} satisfies CorrectingPerson);
const phonesOf = (typed: string) => [...new Set(typed.split(/[\n,，;；、]/u).map(phone => phone.trim()).filter(Boolean))];
