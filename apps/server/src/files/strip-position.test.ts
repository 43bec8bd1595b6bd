import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutPosition } from './strip-position.rules.ts';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)));
const segment = (marker: number, body: Buffer) => bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], body.toString('latin1'));
const SECRET = 'GPS 31.2304N';
/** One directory with the orientation and what else the phone says, in either order of bytes. */
const exif = (up: number, little: boolean) => bytes('Exif\0\0', little ? 'II' : 'MM', little ? [0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, up, 0, 0, 0] : [0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, up, 0, 0], [0, 0, 0, 0], SECRET);
const table = segment(0xdb, Buffer.alloc(20, 7));
const scan = bytes([0xff, 0xda, 0, 4, 1, 2], 'data', [0xff, 0, 0xff, 0xd3], 'more');
const jpeg = (...more: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...more, table, scan, scan, Buffer.from([0xff, 0xd9])]);
const stripped = (photo: Buffer, type: 'image/jpeg' | 'image/webp') => { const kept = withoutPosition(photo, type); return kept && Buffer.from(kept); };

describe('photos lose what tells where they were taken', () => {
  test('a JPEG: Exif, XMP, IPTC, comments and what hangs on behind are gone, the picture and which way is up stay', () => {
    const others = [segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)), segment(0xed, Buffer.from(SECRET)), segment(0xfe, Buffer.from(SECRET)), segment(0xe2, Buffer.from(`MPF\0${SECRET}`))];
    const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0colours'));
    for (const little of [true, false]) {
      const kept = stripped(Buffer.concat([jpeg(segment(0xe1, exif(6, little)), ...others, profile), Buffer.from(`ftypmp42${SECRET}`)]), 'image/jpeg')!;
      expect(kept.includes(SECRET)).toBe(false);
      expect(kept.equals(jpeg(Buffer.from('ffe10022457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100060000' + '00000000', 'hex'), profile))).toBe(true);
    }
    expect(stripped(jpeg(segment(0xe1, exif(1, true))), 'image/jpeg')!.equals(jpeg())).toBe(true);
  });
  test('a WebP: Exif and XMP are gone and no longer announced', () => {
    const chunk = (name: string, body: Buffer) => { const head = Buffer.alloc(8); head.write(name, 'latin1'); head.writeUInt32LE(body.length, 4); return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]); };
    const webp = (...chunks: Buffer[]) => { const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]); const head = Buffer.alloc(8); head.write('RIFF'); head.writeUInt32LE(body.length, 4); return Buffer.concat([head, body]); };
    const told = webp(chunk('VP8X', Buffer.from([0x0c | 0x10, ...Array<number>(9).fill(0)])), chunk('VP8 ', Buffer.from('picture')), chunk('EXIF', Buffer.from(SECRET)), chunk('XMP ', Buffer.from(SECRET)));
    expect(stripped(told, 'image/webp')!.equals(webp(chunk('VP8X', Buffer.from([0x10, ...Array<number>(9).fill(0)])), chunk('VP8 ', Buffer.from('picture'))))).toBe(true);
  });
  test('whatever its bytes, it ends, and what was kept once is kept the same again', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('image/jpeg' as const, 'image/png' as const, 'image/webp' as const), (rest, type) => {
      const head = { 'image/jpeg': [0xff, 0xd8, 0xff], 'image/png': [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], 'image/webp': [...Buffer.from('RIFF\x20\0\0\0WEBP')] }[type];
      const kept = withoutPosition(Uint8Array.from([...head, ...rest]), type);
      if (kept) expect(withoutPosition(kept, type)).toEqual(kept);
    }), { numRuns: 300 });
  });
});
