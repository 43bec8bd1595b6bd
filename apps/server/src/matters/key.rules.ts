/** Where a page ended: the sort value and the id of its last row, with `more` where a matter has several rows, as one opaque text. */
export const keyOf = (at: Date | null, id: string, more = ''): string => Buffer.from(`${at?.toISOString() ?? ''}|${id}|${more}`).toString('base64url');

/** Undefined for a text that is no key: the list then begins anew, since a stale bookmark is no mistake of the reader's. */
export function readKey(text: string | undefined): { at: Date | null; id: string; more: string } | undefined {
  const [at, id, more = ''] = Buffer.from(text ?? '', 'base64url').toString().split('|');
  if (!id || !/^[0-9a-f-]{36}$/.test(id) || !/^[\w/#.-]*$/.test(more) || (at && Number.isNaN(Date.parse(at)))) return undefined;
  return { at: at ? new Date(at) : null, id, more };
}
