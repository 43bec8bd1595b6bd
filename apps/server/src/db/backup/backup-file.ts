import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, statfs, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { no, Refused } from '../../policy/refusal.ts';
import { sealedBy, sealOf, unsealedBy } from './sealed.ts';

/** Stands before the SHA-256 of all bytes before it: as a frame that Zstandard's own tools skip, so that `zstd -dc` opens a file that isn't sealed. */
const SKIPPED = Buffer.from('502a4d1820000000', 'hex');
const END = SKIPPED.length + 32;
/** Left free on the disk, which may be the database's too. Bytes. */
const SPARE = 2 ** 28;

/**
 * Writes the content, compressed, and sealed where there is a passphrase: whole under its name or not at all, for its owner's eyes only.
 * The answer is its size in bytes.
 * @throws Refused where the file is there already, or the disk all but full
 */
export async function writeBackupFile(path: string, content: AsyncIterable<Buffer>, passphrase: string | undefined): Promise<number> {
  const partial = `${path}.partial`;
  await insistOnNone(path);
  await rm(partial, { force: true });
  const file = await open(partial, 'wx', 0o600);
  try {
    await pipeline(content, createZstdCompress(), sealedBy_(passphrase), (source) => written(file, dirname(path), source as AsyncIterable<Buffer>));
    await file.sync();
    const { size } = await file.stat();
    await rename(partial, path);
    await syncFolder(dirname(path));
    return size;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
const sealedBy_ = (passphrase: string | undefined) => passphrase === undefined ? (source: AsyncIterable<Buffer>) => source : sealedBy(passphrase);

async function written(file: FileHandle, folder: string, source: AsyncIterable<Buffer>) {
  const whole = createHash('sha256');
  let unlooked = Infinity;
  for await (const bytes of source) {
    whole.update(bytes);
    await file.writeFile(bytes);
    unlooked += bytes.length;
    if (unlooked > SPARE / 8) { await insistOnSpace(folder); unlooked = 0; }
  }
  await file.writeFile(Buffer.concat([SKIPPED, whole.digest()]));
}

async function insistOnNone(path: string) {
  const there = await open(path).catch(() => undefined);
  if (!there) return;
  await there.close();
  throw new Refused(no('input', 'file_there', `文件 ${path} 已经存在，不会覆盖。请换一个文件名。`, `The file ${path} is there already and isn't overwritten: choose another name.`));
}

async function insistOnSpace(folder: string) {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= SPARE) return;
  throw new Refused(no('input', 'disk_full', `${folder} 所在的磁盘快满了（剩余不足 256 MB），备份已停止。请腾出空间，或换一个位置。`,
    `The disk of ${folder} is all but full (less than 256 MB left): the backup was stopped. Make room, or choose another place.`));
}

async function syncFolder(path: string) {
  const folder = await open(path);
  await folder.sync();
  await folder.close();
}

/**
 * Proves a file whole and opens it. `content` may be read several times, each time from the beginning; it throws Refused where the passphrase is wrong.
 * @throws Refused where there is no such file, it is no backup, damaged, or sealed and no passphrase was given
 */
export async function openBackupFile(path: string, passphrase: string | undefined): Promise<{ content: () => AsyncIterable<Buffer> }> {
  const file = await open(path).catch((error: unknown) => {
    throw new Refused(no('input', 'no_file', `文件 ${path} 打不开：${(error as Error).message}。`, `The file ${path} can't be opened: ${(error as Error).message}`));
  });
  try {
    const read = async (position: number, length: number) => (await file.read(Buffer.alloc(length), 0, length, position)).buffer;
    const { size } = await file.stat();
    const end = size - END;
    await insistOnWhole(path, end, read);
    const sealed = await sealOf(read, end);
    if (sealed && passphrase === undefined) {
      throw new Refused(no('input', 'passphrase_missing', `备份文件 ${path} 是加密的，请用 --passphrase-file 给出口令文件。`, `The backup ${path} is sealed: name the file with its passphrase by --passphrase-file.`));
    }
    return {
      content: () => {
        const unpacked = createZstdDecompress();
        const bytes = createReadStream(path, { start: sealed?.from ?? 0, end: (sealed?.end ?? end) - 1 });
        void (sealed ? pipeline(bytes, unsealedBy(passphrase!, sealed), unpacked) : pipeline(bytes, unpacked)).catch((error: unknown) => unpacked.destroy(error as Error));
        return sealed ? orWrongPassphrase(path, unpacked) : unpacked;
      },
    };
  } finally {
    await file.close();
  }
}

async function insistOnWhole(path: string, end: number, read: (position: number, length: number) => Promise<Buffer>) {
  const mark = end > 0 ? await read(end, END) : Buffer.alloc(0);
  const whole = createHash('sha256');
  if (mark.subarray(0, SKIPPED.length).equals(SKIPPED)) {
    await pipeline(createReadStream(path, { end: end - 1 }), whole);
    if (whole.digest().equals(mark.subarray(SKIPPED.length))) return;
  }
  throw new Refused(no('input', 'backup_damaged', `${path} 不是完整的首问备份文件：可能被截断、改动过，或是别的文件。没有写入任何数据，请换一份备份。`,
    `${path} is no whole backup of Shouwen: it was cut short or altered, or is another file. Nothing was written; take another backup.`));
}

/** The file is whole, so what can't be unpacked was unsealed by another passphrase. */
async function* orWrongPassphrase(path: string, unpacked: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* unpacked;
  } catch {
    throw new Refused(no('input', 'passphrase_wrong', `口令不对，备份文件 ${path} 打不开。没有写入任何数据。`, `The passphrase is wrong: the backup ${path} can't be opened. Nothing was written.`));
  }
}
