/** Where a page ended: the sort value and the id of its last row, as one opaque text. */
export const keyOf = (at: Date | null, id: string): string => Buffer.from(`${at?.toISOString() ?? ''}|${id}`).toString('base64url');

/** Undefined for a text that is no key: the list then begins anew, since a stale bookmark is no mistake of the reader's. */
export function readKey(text: string | undefined): { at: Date | null; id: string } | undefined {
  const [at, id] = Buffer.from(text ?? '', 'base64url').toString().split('|');
  if (!id || !/^[0-9a-f-]{36}$/.test(id) || (at && Number.isNaN(Date.parse(at)))) return undefined;
  return { at: at ? new Date(at) : null, id };
}
