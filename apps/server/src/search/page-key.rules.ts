/** Where a page in the order of a text ended: the text and the id of its last row, as one opaque text. */
export const keyOf = (text: string, id: string): string => Buffer.from(JSON.stringify([text, id])).toString('base64url');

/** Undefined for what is no key: the list then begins anew, since a stale bookmark is no mistake of the reader's. */
export function readKey(key: string | undefined): [text: string, id: string] | undefined {
  try {
    const [text, id] = JSON.parse(Buffer.from(key ?? '', 'base64url').toString()) as unknown[];
    return typeof text === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? [text, id] : undefined;
  } catch {
    return undefined;
  }
}
