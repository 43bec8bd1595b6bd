import { no, Refused } from '../../policy/refusal.ts';
import { RowSum } from './row-sum.ts';

/**
 * What a backup holds, before it is compressed: a line of JSON about the whole; then of each table, in that order, its rows as COPY writes them in text,
 * the line `\.`, which no row can be, and a line of JSON with their number and sum.
 */
export interface Whole {
  readonly shouwen: 'backup';
  readonly format: 1;
  /** The product's version that wrote it. */
  readonly product: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** Names of the migrations applied: the shape of the tables. */
  readonly migrations: readonly string[];
  /** The company of the demonstration centre, where there is one. */
  readonly demonstration: string | null;
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
}
export interface TableSum { readonly table: string; readonly rows: number; readonly sum: string }
/** Hears of rows as they go by. */
export type Progress = (table: string, rows: number) => void;

const LAST = Buffer.from('\\.\n');
const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`);

/** The content, as it is to be written. */
export async function* contentOf(whole: Whole, rowsOf: (table: Whole['tables'][number]) => AsyncIterable<Buffer>, progress: Progress): AsyncGenerator<Buffer> {
  yield line(whole);
  for (const table of whole.tables) {
    const sum = new RowSum();
    for await (const bytes of rowsOf(table)) {
      sum.take(bytes);
      progress(table.name, sum.rows);
      yield bytes;
    }
    yield LAST;
    yield line({ table: table.name, rows: sum.rows, sum: sum.sum } satisfies TableSum);
  }
}

/**
 * Reads it: `begin` hears what it is, then `take` gets the rows of each table and is to read them to their end. Answers what each table held.
 * @throws Refused where it is written in a later format; Error where it doesn't add up
 */
export async function readContent(bytes: AsyncIterable<Buffer>, begin: (whole: Whole) => Promise<void>, take: (table: Whole['tables'][number], rows: AsyncIterable<Buffer>) => Promise<void>,
  progress: Progress = () => undefined): Promise<{ whole: Whole; tables: TableSum[] }> {
  const lines = new Lines(bytes);
  try {
    const whole = JSON.parse(await lines.next()) as Whole;
    if (whole.shouwen !== 'backup' || whole.format !== 1) throw laterVersion(whole.product);
    await begin(whole);
    const tables: TableSum[] = [];
    for (const table of whole.tables) {
      const sum = new RowSum();
      await take(table, summed(lines.rows(), sum, (rows) => progress(table.name, rows)));
      const said = JSON.parse(await lines.next()) as TableSum;
      if (said.table !== table.name || said.rows !== sum.rows || said.sum !== sum.sum) throw new Error(`the backup's rows of ${table.name} don't add up`);
      tables.push(said);
    }
    if (!await lines.ended()) throw new Error('the backup goes on after its end');
    return { whole, tables };
  } finally {
    await lines.close();
  }
}

/** The backup was made by a later version than this. */
export const laterVersion = (product: string) => new Refused(no('input', 'backup_newer', `这份备份由更新的版本（${product}）生成，请先更新首问再恢复。没有写入任何数据。`,
  `This backup was made by a newer version (${product}): update Shouwen first, then restore. Nothing was written.`));

async function* summed(rows: AsyncIterable<Buffer>, sum: RowSum, progress: (rows: number) => void): AsyncGenerator<Buffer> {
  for await (const bytes of rows) {
    sum.take(bytes);
    progress(sum.rows);
    yield bytes;
  }
}

/** Bytes by whole lines, many at once; a line may be long: a photo. */
class Lines {
  private readonly source: AsyncIterator<Buffer>;
  /** Whole lines not read yet. */
  private ready = Buffer.alloc(0);
  private unfinished: Buffer[] = [];
  constructor(bytes: AsyncIterable<Buffer>) { this.source = bytes[Symbol.asyncIterator](); }

  async next(): Promise<string> {
    if (!await this.fill()) throw new Error('the backup ends too early');
    const end = this.ready.indexOf(0x0a);
    const text = this.ready.toString('utf8', 0, end);
    this.ready = this.ready.subarray(end + 1);
    return text;
  }

  /** Up to the line that ends them, which is read too. */
  async *rows(): AsyncGenerator<Buffer> {
    while (await this.fill()) {
      const endsHere = this.ready.subarray(0, LAST.length).equals(LAST);
      const end = endsHere ? 0 : this.ready.indexOf('\n\\.\n') + 1;
      const rows = this.ready.subarray(0, endsHere || end > 0 ? end : undefined);
      this.ready = this.ready.subarray(rows.length);
      if (rows.length) yield rows;
      if (!endsHere && end === 0) continue;
      this.ready = this.ready.subarray(LAST.length);
      return;
    }
    throw new Error('the backup ends too early');
  }

  async close(): Promise<void> { await this.source.return?.(); }

  async ended(): Promise<boolean> { return !await this.fill() && this.unfinished.length === 0; }

  private async fill(): Promise<boolean> {
    while (this.ready.length === 0) {
      const { value, done } = await this.source.next();
      if (done) return false;
      const end = (value as Buffer).lastIndexOf(0x0a) + 1;
      if (end > 0) {
        this.ready = Buffer.concat([...this.unfinished, (value as Buffer).subarray(0, end)]);
        this.unfinished = [];
      }
      if (end < (value as Buffer).length) this.unfinished.push((value as Buffer).subarray(end));
    }
    return true;
  }
}
