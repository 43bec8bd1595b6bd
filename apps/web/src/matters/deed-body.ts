import type { DeedField } from './deeds.ts';

/** What a form holds while it is filled in: words for everything, `yes`/`no` for choices of two, ids with a space between for photos and departments. */
export type Typed = Readonly<Record<string, string>>;

/** The body of the request: what was left empty isn't sent, so that the server's own default holds. */
export function bodyOf(fields: readonly DeedField[], typed: Typed): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const value = typed[field.name]?.trim() ?? '';
    if (value === '') continue;
    const said = field.as === 'check' || field.as === 'yesno' ? value === 'yes' : field.as === 'photos' || field.as === 'departments' ? value.split(' ') : value;
    const [name, within] = field.name.split('.') as [string, string | undefined];
    body[name] = within === undefined ? said : { ...body[name] as object | undefined, [within]: said };
  }
  if (typed['happenedAt']) body['happenedAt'] = typed['happenedAt'];
  return body;
}

/** The names of the fields that must be filled in and aren't. */
export const missingOf = (fields: readonly DeedField[], typed: Typed): DeedField[] => fields.filter(field => field.need && !typed[field.name]?.trim());
