import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as every authenticator app does it: SHA-1, six digits, steps of 30 seconds. */
const STEP = 30_000;
/** Steps before and after the present one whose code is taken too: a phone's clock drifts. */
const DRIFT = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 random bits in base32, as typed into an app by hand where no camera is. */
export const newTotpSecret = (): string => toBase32(randomBytes(20));

export const stepAt = (now: Date): number => Math.floor(now.getTime() / STEP);

export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The step whose code this is, the present one or one beside it; null where it is none of them. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const present = stepAt(now);
  for (let step = present - DRIFT; step <= present + DRIFT; step++)
    if (code.length === 6 && timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code))) return step;
  return null;
}

/** What the QR code says to the app. The issuer stands in it once, so that the code stays coarse enough for any camera. */
export const otpauth = (secret: string, userName: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(userName)}?${new URLSearchParams({ secret, issuer })}`.replaceAll('+', '%20');

/** Ten, of 80 random bits each: too many to guess, so a plain hash of each is kept. */
export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, () => toBase32(randomBytes(10)).toLowerCase().match(/.{4}/g)!.join('-'));

function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.match(/.{5}/g)!.map((five) => ALPHABET[parseInt(five, 2)]).join('');
}
function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((eight) => parseInt(eight, 2)));
}
