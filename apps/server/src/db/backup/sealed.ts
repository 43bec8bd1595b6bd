import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** A sealed file begins with this, sixteen bytes of salt and twelve of nonce; it ends with sixteen that prove it whole. */
const MARK = Buffer.from('SHOUWEN-SEALED-1');
const [SALT, NONCE, TAG] = [16, 12, 16];
const HEAD = MARK.length + SALT + NONCE;

/** How dear it is to guess a passphrase: 64 MB and some tenths of a second a try. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 };
const keyOf = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/** AES-256-GCM by a key made of the passphrase; at most 64 GiB. */
export function sealedBy(passphrase: string) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)];
    const head = Buffer.concat([MARK, salt, nonce]);
    const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt, 32, COST), nonce).setAAD(head);
    yield head;
    for await (const bytes of source) yield cipher.update(bytes);
    yield cipher.final();
    yield cipher.getAuthTag();
  };
}

export interface Sealed { head: Buffer; tag: Buffer; from: number; end: number }

/** Where the sealed bytes lie between 0 and `end`, or undefined where nothing is sealed. */
export async function sealOf(read: (position: number, length: number) => Promise<Buffer>, end: number): Promise<Sealed | undefined> {
  if (end < HEAD + TAG) return undefined;
  const head = await read(0, HEAD);
  return head.subarray(0, MARK.length).equals(MARK) ? { head, tag: await read(end - TAG, TAG), from: HEAD, end: end - TAG } : undefined;
}

/** Throws at the end where the passphrase is another one: nothing that came before may be believed until then. */
export function unsealedBy(passphrase: string, { head, tag }: Sealed) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const salt = head.subarray(MARK.length, MARK.length + SALT);
    const decipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, salt, 32, COST), head.subarray(HEAD - NONCE)).setAAD(head);
    decipher.setAuthTag(tag);
    for await (const bytes of source) yield decipher.update(bytes);
    yield decipher.final();
  };
}
