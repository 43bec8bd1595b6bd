import type { Socket } from 'node:net';
import pg from 'pg';

type Answer = pg.QueryResult;
type Query = (config: pg.QueryConfig, answered: (error: Error | null, answer: Answer) => void) => void;

/** The first statement of each company's transaction (in-company.ts). */
export const SEE_COMPANY = `select set_config('app.company', $1, true)`;
/** The parameters of statements that are sent without being waited for (send.ts). */
export const unheard = new WeakSet<readonly unknown[]>();

/**
 * A connection that sends statements one behind the other. What begins a transaction, and what `send` sends, travels with the next statement: so a write
 * costs a few trips to the database, however many rows it touches. Where one of them fails, the next that is heard fails with its error, `commit` at the latest.
 */
export class Client extends pg.Client {
  /** Why the transaction can't go on, from a statement that nobody heard. */
  #failed: Error | undefined;
  /** Statements wait here for the next one that is heard, to leave in one piece. */
  #holding = false;

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true } as pg.ClientConfig);
    // A connection lost in a transaction fails its statements; unheard, its event would end the process.
    this.on('error', () => undefined);
    const plain = super.query.bind(this) as (...given: unknown[]) => unknown;
    this.query = ((...given: unknown[]) => {
      const [text, values = [], callback] = given;
      return typeof text === 'string' && Array.isArray(values) && callback === undefined ? this.#ask(plain, text, values) : plain(...given);
    }) as typeof this.query;
  }

  #ask(query: Query, text: string, values: readonly unknown[]): Promise<Answer> {
    const begins = text === 'begin' || text.startsWith('start transaction');
    if (begins) this.#failed = undefined;
    const ahead = begins || text === SEE_COMPANY || unheard.has(values);
    if (ahead && !this.#holding) { this.#stream.cork(); this.#holding = true; }
    // What begins and ends a transaction is never prepared, so that it can't be lost behind a proxy.
    const name = values.length ? nameOf(text) : undefined;
    const undone = text === 'commit' ? this.#failed : undefined;
    let failed = false;
    return new Promise((resolve, reject) => {
      // The callbacks come in the order of the statements; what is awaited needn't.
      query({ ...(name !== undefined && { name }), text: undone ? 'rollback' : text, values: [...values] }, (error, answer) => {
        if (error) {
          failed = true;
          if (name !== undefined && !this.#failed) unprepare(text, error);
          if (ahead) this.#failed ??= error;
          reject(this.#failed ?? error);
        } else if (text === 'commit' && (undone ?? this.#failed)) reject(undone ?? this.#failed);
        // pg says of one whose values can't be written that it failed and, once the database has answered, that it is done.
        else if (!failed) {
          // One that is done stands in a sound transaction: a new one, or one taken back to a savepoint.
          this.#failed = undefined;
          resolve(answer);
        }
      });
      // Too late for one whose values could not even be written: that was said above, at once.
      if (ahead) resolve(NOTHING);
      else if (this.#holding) { this.#stream.uncork(); this.#holding = false; }
    });
  }

  get #stream() { return (this as unknown as { connection: { stream: Socket } }).connection.stream; }
}
const NOTHING = { command: '', rowCount: null, oid: 0, fields: [], rows: [] } as Answer;

/** A statement sent so often is prepared, and no more than so many of a connection's: each takes memory of the database. */
const OFTEN = 20;
let most = 100;
const times = new Map<string, number>();
/** Undefined: a table changed under it once; it is sent as it is. */
const names = new Map<string, string | undefined>();

function nameOf(text: string): string | undefined {
  if (names.has(text) || names.size >= most || text.length > 4000) return names.get(text);
  const often = (times.get(text) ?? 0) + 1;
  if (times.size > 2000) times.clear();
  times.set(text, often);
  if (often >= OFTEN) names.set(text, `often_${names.size}`);
  return names.get(text);
}

function unprepare(text: string, { code }: Error & { code?: string }) {
  // "cached plan must not change result type"
  if (code === '0A000') names.set(text, undefined);
  // It isn't there, or is already: a proxy shares its connections among us. Nothing is prepared any more.
  if (code === '26000' || code === '42P05') { most = 0; names.clear(); }
}
