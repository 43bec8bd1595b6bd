import { isId, NoPageKey } from '../search/page-key.rules.ts';

/** Where a page ended: the sort value and the id of its last row, with `more` where a matter has several rows, as one opaque text. */
export const keyOf = (at: Date | null, id: string, more = ''): string => Buffer.from(`${at?.toISOString() ?? ''}|${id}|${more}`).toString('base64url');

/** Undefined where none is given. @throws NoPageKey for a text that is none */
export function readKey(text: string | undefined): { at: Date | null; id: string; more: string } | undefined {
  if (text === undefined) return undefined;
  const [at, id, more = ''] = Buffer.from(text, 'base64url').toString().split('|');
  if (!id || !isId(id) || !/^[\w/#.-]*$/.test(more) || (at && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at)) || (at && Number.isNaN(Date.parse(at)))) throw new NoPageKey();
  return { at: at ? new Date(at) : null, id, more };
}
