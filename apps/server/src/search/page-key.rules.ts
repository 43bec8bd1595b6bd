/** Where a page in the order of a text ended: the text and the id of its last row, as one opaque text. */
export const keyOf = (text: string, id: string): string => Buffer.from(JSON.stringify([text, id])).toString('base64url');

/** A text that names no place in the list: answered with 400, its field named. */
export class NoPageKey extends Error {}

/** Undefined where none is given. @throws NoPageKey for a text that is none */
export function readKey(key: string | undefined): [text: string, id: string] | undefined {
  if (key === undefined) return undefined;
  try {
    const [text, id] = JSON.parse(Buffer.from(key, 'base64url').toString()) as unknown[];
    if (typeof text === 'string' && text.isWellFormed() && !text.includes('\0') && typeof id === 'string' && isId(id)) return [text, id];
  } catch { /* not ours */ }
  throw new NoPageKey();
}
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
