import { createHash, hash, type Hash } from 'node:crypto';

const NEWLINE = 0x0a;

/**
 * Counts and sums the rows of a table as COPY writes them, a line each. The sum adds up the SHA-256 of each row, so that it tells a row
 * changed, lost or doubled, and is the same in whatever order the rows come.
 */
export class RowSum {
  rows = 0;
  private readonly lanes = new Uint32Array(8);
  /** Of a row whose end hasn't come yet. */
  private begun: Hash | undefined;

  /** The next bytes; a row may lie across several. */
  take(bytes: Buffer): void {
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      const part = bytes.subarray(from, end);
      this.add(this.begun ? this.begun.update(part).digest() : hash('sha256', part, 'buffer'));
      this.begun = undefined;
      from = end + 1;
    }
    if (from < bytes.length) this.begun = (this.begun ?? createHash('sha256')).update(bytes.subarray(from));
  }

  /** 64 hexadecimal digits. */
  get sum(): string {
    return Array.from(this.lanes, (lane) => lane.toString(16).padStart(8, '0')).join('');
  }

  private add(digest: Buffer) {
    this.rows++;
    for (let i = 0; i < 8; i++) this.lanes[i]! += digest.readUInt32BE(4 * i);
  }
}
