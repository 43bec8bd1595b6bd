import type { Socket } from 'node:net';
import pg from 'pg';

type Answer = pg.QueryResult;
type Query = (text: string, values?: readonly unknown[]) => Promise<Answer>;

/** The first statement of each company's transaction (in-company.ts). */
export const SEE_COMPANY = `select set_config('app.company', $1, true)`;
/** The parameters of statements that are sent without being waited for (send.ts). */
export const unheard = new WeakSet<readonly unknown[]>();

/** A statement sent so often is prepared, and no more than so many of a connection's: each takes memory of the database. */
const OFTEN = 20;
const PREPARED = 100;
const times = new Map<string, number>();
const names = new Map<string, string>();

/**
 * A connection that sends statements one behind the other. What begins a transaction, and what `send` sends, travels with the next statement: so a write
 * costs a few trips to the database, however many rows it touches.
 */
export class Client extends pg.Client {
  #failed: { error: unknown } | undefined;
  /** Statements that wait here for the next one that is heard, to leave in one piece. */
  #held = 0;

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true } as pg.ClientConfig);
    const asked = super.query.bind(this) as unknown as Query;
    this.query = ((...given: unknown[]) => (typeof given[0] === 'string' && (given[1] === undefined || Array.isArray(given[1])) && given.length <= 2 ? this.#ask(asked, given[0], given[1] as readonly unknown[] | undefined)
      : (asked as (...given: unknown[]) => unknown)(...given))) as typeof this.query;
  }

  async #ask(query: Query, text: string, values: readonly unknown[] = []): Promise<Answer> {
    const begins = text.startsWith('start transaction') || text === 'begin';
    if (begins) this.#failed = undefined;
    const ahead = begins || text === SEE_COMPANY || unheard.has(values);
    if (ahead) { this.#stream.cork(); this.#held += 1; }
    const name = nameOf(text);
    const answer = name === undefined ? query(text, values) : (query as unknown as (config: pg.QueryConfig) => Promise<Answer>)({ name, text, values: [...values] });
    if (ahead) {
      answer.catch((error: unknown) => { this.#failed ??= { error }; });
      return NOTHING;
    }
    while (this.#held > 0) { this.#stream.uncork(); this.#held -= 1; }
    const heard = await answer;
    if (text === 'commit' && this.#failed) throw this.#failed.error;
    return heard;
  }

  get #stream() { return (this as unknown as { connection: { stream: Socket } }).connection.stream; }
}
const NOTHING = { command: '', rowCount: null, oid: 0, fields: [], rows: [] } as Answer;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= PREPARED || text.length > 4000) return known;
  const often = (times.get(text) ?? 0) + 1;
  times.set(text, often);
  if (times.size > 2000) times.clear();
  if (often < OFTEN) return undefined;
  const name = `often_${names.size}`;
  names.set(text, name);
  return name;
}
