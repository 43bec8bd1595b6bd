import { createInflateRaw } from 'node:zlib';
import { no, Refused } from '../../policy/refusal.ts';

/** What a file from outside may cost us, checked before anything is inflated: bytes as declared, and again as they come out. */
export const LIMITS = { fileBytes: 64 * 2 ** 20, entries: 2_000, inflatedBytes: 128 * 2 ** 20, ratio: 200, ratioFrom: 2 ** 20 } as const;

interface Entry { readonly at: number; readonly packed: number; readonly size: number; readonly method: number }
export interface Zip {
  has(name: string): boolean;
  /** Inflates one entry piece by piece; never more bytes than it declared. */
  pieces(name: string): AsyncGenerator<Buffer>;
}

const DEFLATED = 8, STORED = 0, ENCRYPTED = 1, IN_ZIP64 = 0xFFFFFFFF;
const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;

export const tooBig = () => new Refused(no('input', 'file_too_big', `文件太大：最多 ${LIMITS.fileBytes / 2 ** 20} MB，展开后最多 ${LIMITS.inflatedBytes / 2 ** 20} MB。请分成几个文件。`,
  `The file is too big: ${LIMITS.fileBytes / 2 ** 20} MB at most, ${LIMITS.inflatedBytes / 2 ** 20} MB unpacked. Split it.`));
export const damaged = (what: string) => new Refused(no('input', 'file_damaged', `文件已损坏，无法读取（${what}）。请用 Excel 或 WPS 打开后另存为 xlsx 再试。`,
  `The file is damaged and can't be read (${what}). Open it in Excel or WPS, save it as xlsx and try again.`));

/**
 * Reads a zip by its central directory alone, so that entries hidden between others are never touched.
 * Throws Refused (rule `input`) for what is encrypted, damaged or would unpack to more than LIMITS allow.
 */
export function openZip(bytes: Buffer): Zip {
  if (bytes.length > LIMITS.fileBytes) throw tooBig();
  const entries = directoryOf(bytes);
  let inflated = 0;
  for (const { packed, size } of entries.values()) {
    inflated += size;
    if (size > LIMITS.ratioFrom && size > packed * LIMITS.ratio) throw tooBig();
  }
  if (inflated > LIMITS.inflatedBytes) throw tooBig();
  return {
    has: (name) => entries.has(name),
    async *pieces(name) {
      const { at, packed, size, method } = entries.get(name)!;
      const data = bytes.subarray(at, at + packed);
      if (method === STORED) {
        if (size !== packed) throw damaged(name);
        yield data;
        return;
      }
      const inflate = createInflateRaw();
      inflate.end(data);
      let out = 0;
      try {
        for await (const piece of inflate as AsyncIterable<Buffer>) {
          out += piece.length;
          if (out > size) throw tooBig();
          yield piece;
        }
      } catch (error) {
        throw error instanceof Error && 'code' in error ? damaged(name) : error;
      }
      if (out !== size) throw damaged(name);
    },
  };
}

function directoryOf(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw damaged('zip');
  const count = bytes.readUInt16LE(end + 10);
  if (count > LIMITS.entries) throw tooBig();
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw damaged('zip');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const method = bytes.readUInt16LE(at + 10);
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw new Refused(no('input', 'file_encrypted', '文件有密码保护，请去掉密码后再试。', 'The file is protected by a password. Remove it and try again.'));
    if ((method !== STORED && method !== DEFLATED) || entries.has(name)) throw damaged(name);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size, packed, local] = zip64(extra, [24, 20, 42].map((offset) => bytes.readUInt32LE(at + offset)));
    if (local! + 30 > bytes.length || bytes.readUInt32LE(local!) !== LOCAL) throw damaged(name);
    const start = local! + 30 + bytes.readUInt16LE(local! + 26) + bytes.readUInt16LE(local! + 28);
    if (start + packed! > bytes.length) throw damaged(name);
    entries.set(name, { at: start, packed: packed!, size: size!, method });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Some writers (Apache POI) always put size, packed size and offset into the extra field of zip64, in this order. */
function zip64(extra: Buffer, numbers: number[]): number[] {
  if (!numbers.includes(IN_ZIP64)) return numbers;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return numbers.map((number) => {
      if (number !== IN_ZIP64) return number;
      if (next + 8 > extra.length) throw damaged('zip64');
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  throw damaged('zip64');
}
