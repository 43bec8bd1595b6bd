import type { EnteringRoom } from '@shouwen/contract/customers';

const part = (text: string) => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
const withUnit = (text: string, unit: string) => (/^\d+$/.test(text) ? text + unit : text);

export interface RoomAs { kind: 'room' | 'common'; building: string | null; unit: string | null; number: string | null; name: string }
/** A room as it is spoken of and stored: building 3, unit 2, number 1702 is 3栋2单元1702. A common part has its name alone. */
export function roomAs(entering: Pick<Extract<EnteringRoom, { kind: 'room' }>, 'kind' | 'building' | 'unit' | 'number'> | { kind: 'common'; name: string }): RoomAs {
  if (entering.kind === 'common') return { kind: 'common', building: null, unit: null, number: null, name: part(entering.name) };
  const building = withUnit(part(entering.building), '栋'), number = part(entering.number);
  const unit = entering.unit === undefined ? null : withUnit(part(entering.unit), '单元');
  return { kind: 'room', building, unit, number, name: `${building}${unit ?? ''}${number}` };
}

/** 2栋 comes before 10栋. */
export const placeInOrder = (name: string) => name.replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'));
