import type { FileType } from './file-type.rules.ts';

/**
 * A photo without what tells where, when and by whose phone it was taken: Exif (but for which way is up), XMP, IPTC, comments, and whatever is hung on behind
 * the picture. The picture itself isn't touched. A PDF is left as it is. Undefined where the photo's structure can't be followed: then nobody knows what is in it.
 */
export function withoutPosition(bytes: Uint8Array, type: FileType): Uint8Array | undefined {
  switch (type) {
    case 'image/jpeg': return strippedJpeg(bytes);
    case 'image/png': return strippedPng(bytes);
    case 'image/webp': return strippedWebp(bytes);
    case 'application/pdf': return bytes;
  }
}

const [START, END, SCAN, EXIF] = [0xd8, 0xd9, 0xda, 0xe1];
/** Segments of a JPEG that stay: those the picture is decoded by, JFIF (E0), colour profiles (E2) and Adobe's colour transform (EE). */
const staysInJpeg = (marker: number, body: Uint8Array) => marker === 0xe0 || (marker === 0xe2 && startsWith(body, 'ICC_PROFILE')) || marker === 0xee || (marker < 0xe0 && marker !== 0) || marker === SCAN;

function strippedJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return undefined;
    if (marker === END) return join([...kept, bytes.subarray(at, at + 2)]);
    const length = u16(bytes, at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (marker === EXIF) {
      const up = orientationOf(body);
      if (up !== undefined && up > 1) kept.push(exifOf(up));
    } else if (staysInJpeg(marker, body)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === SCAN) {
      const data = at;
      // in the data of a scan, FF stands before 00 or before a restart marker (D0 to D7) and nothing else
      while (at < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0 && !(bytes[at + 1]! >= 0xd0 && bytes[at + 1]! <= 0xd7))) at += 1;
      kept.push(bytes.subarray(data, at));
    }
  }
}

/** Which way is up, 1 to 8, of an Exif segment: tag 0112 of its first directory. */
function orientationOf(body: Uint8Array): number | undefined {
  if (!startsWith(body, 'Exif\0\0')) return undefined;
  const tiff = body.subarray(6);
  const little = tiff[0] === 0x49;
  const [two, four] = [(at: number) => u16(tiff, at, little), (at: number) => u32(tiff, at, little)];
  const directory = four(4);
  for (let nth = 0; nth < Math.min(two(directory) || 0, 200); nth += 1) {
    const entry = directory + 2 + nth * 12;
    if (two(entry) === 0x0112) { const up = two(entry + 8); return up >= 1 && up <= 8 ? up : undefined; }
  }
  return undefined;
}

/** An Exif segment that says which way is up and nothing else. */
const exifOf = (up: number) => Uint8Array.from([0xff, EXIF, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, up, 0, 0, 0, 0, 0, 0]);

/** What a PNG needs to look as it did; everything else is words, times or somebody's own. */
const OF_PNG: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT']);

function strippedPng(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + u32(bytes, at);
    const name = text(bytes, at + 4);
    if (end > bytes.length) return undefined;
    if (OF_PNG.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return join(kept);
    at = end;
  }
  return undefined;
}

/** Flags of VP8X that say there is Exif or XMP. */
const TELLING = 0x08 | 0x04;
const OF_WEBP: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function strippedWebp(bytes: Uint8Array): Uint8Array | undefined {
  const whole = 8 + u32(bytes, 4, true);
  if (whole > bytes.length + 1) return undefined;
  const kept: Uint8Array[] = [];
  let pictured = false;
  for (let at = 12; at + 8 <= Math.min(whole, bytes.length);) {
    const [name, size] = [text(bytes, at), u32(bytes, at + 4, true)];
    const end = at + 8 + size;
    if (end > bytes.length) return undefined;
    if (OF_WEBP.has(name)) {
      const part = Uint8Array.from([...bytes.subarray(at, end), ...size % 2 ? [0] : []]);
      if (name === 'VP8X') part[8]! &= ~TELLING;
      kept.push(part);
      pictured ||= name === 'VP8 ' || name === 'VP8L' || name === 'ANMF';
    }
    at = end + size % 2;
  }
  if (!pictured) return undefined;
  const body = join(kept);
  const head = Uint8Array.from(bytes.subarray(0, 12));
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return join([head, body]);
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** NaN outside of the bytes: no comparison with it holds. */
const u16 = (bytes: Uint8Array, at: number, little = false) => at >= 0 && at + 2 <= bytes.length ? view(bytes).getUint16(at, little) : NaN;
const u32 = (bytes: Uint8Array, at: number, little = false) => at >= 0 && at + 4 <= bytes.length ? view(bytes).getUint32(at, little) : NaN;
const text = (bytes: Uint8Array, at: number, length = 4) => String.fromCharCode(...bytes.subarray(at, at + length));
const startsWith = (bytes: Uint8Array, head: string) => text(bytes, 0, head.length) === head;

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}
