import type { StreamEvents } from '@shouwen/contract/messages';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Type } from 'typebox';
import { belongsTo, type Staff } from '../staff/staff.ts';
import { mayEnter } from '../staff/who-may.rules.ts';
import type { House } from './house.ts';

/** What is told on the channel `shouwen`, in the transaction of the write: a matter of a centre, or a message to a person. */
type Notice = { company: string; centre: string; matter: string } | { company: string; staff: string; message: string; kind: StreamEvents['message']['kind'] };
type Send = <K extends keyof StreamEvents>(event: K, data: StreamEvents[K]) => void;
interface Listener { staff: Staff; send: Send }

export interface Events {
  /** From now on this person hears of what concerns them; the answer ends it. `follow` gives what they may see anew. */
  listen(staff: Staff, send: Send): { follow(staff: Staff): void; end(): void };
  /** Ends the connection to the database. */
  close(): Promise<void>;
}

/** Milliseconds: until the connection is tried again; between two questions whether it is still there, and how long one may take. */
const AGAIN = 1_000;
const PULSE = 30_000;
const ANSWER = 10_000;

/**
 * One LISTEN connection a process, opened when somebody first listens, and opened again whenever it breaks; each time everybody is told
 * that they may have missed something. `url` must not lead through a pooler that shares connections by transaction.
 */
export function eventsFrom(url: string, warn: (error: unknown) => void = () => undefined): Events {
  const listeners = new Set<Listener>();
  let client: pg.Client | undefined;
  let retry: Promise<void> | undefined;
  let closed = false;

  async function connect() {
    const mine = client = new pg.Client({ connectionString: url, application_name: 'shouwen-events', connectionTimeoutMillis: ANSWER, query_timeout: ANSWER });
    mine.on('notification', ({ payload }) => { if (payload) tell(JSON.parse(payload) as Notice); });
    mine.on('error', (error) => { warn(error); reconnect(mine); });
    mine.on('end', () => reconnect(mine));
    try {
      await mine.connect();
      await mine.query('listen shouwen');
      for (const { send } of listeners) send('refresh', {});
      while (client === mine) {
        await setTimeout(PULSE, undefined, { ref: false });
        if (client === mine) await mine.query('select 1');
      }
    } catch (error) {
      warn(error);
      reconnect(mine);
    }
  }
  function reconnect(broken: pg.Client) {
    if (closed || client !== broken) return;
    client = undefined;
    broken.end().catch(() => undefined);
    retry = setTimeout(AGAIN, undefined, { ref: false }).then(() => closed ? undefined : connect());
  }
  function tell(notice: Notice) {
    for (const { staff, send } of listeners) {
      if (staff.companyId !== notice.company) continue;
      if ('staff' in notice) { if (staff.id === notice.staff) send('message', { message: notice.message, kind: notice.kind }); continue; }
      if (belongsTo(staff, notice.centre)) send('changed', { centre: notice.centre, matter: notice.matter });
    }
  }
  return {
    listen(staff, send) {
      if (!client && !retry) void connect();
      const listener = { staff, send };
      listeners.add(listener);
      return { follow: (now) => { listener.staff = now; }, end: () => { listeners.delete(listener); } };
    },
    async close() {
      closed = true;
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}

/** How OpenAPI describes the stream; what each event carries: contract/messages.ts. */
const STREAM = { description: '服务器推送的事件：changed、message、refresh，数据为 JSON Server-sent events: changed, message, refresh, their data as JSON', content: { 'text/event-stream': { schema: Type.String() } } };
/** A page that reads slower than this many bytes behind is cut off; it connects again and reads anew. */
const BEHIND = 2 ** 20;

/**
 * GET /events: a stream of server-sent events. At every beat it is asked again who listens: a session that was revoked is cut off, and
 * a post that ended counts at once.
 */
export function eventRoutes(house: House, events: Events, whoIs: (headers: Headers) => Promise<Staff | undefined>, beat = 25_000): void {
  const open = new Set<() => void>();
  house.get('/events', { config: { audience: 'oneself' }, schema: { response: { 200: STREAM } } }, (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    if (raw.destroyed) return; // gone while it was asked who listens: nothing would ever end it
    raw.writeHead(200, { ...reply.getHeaders() as Record<string, string>, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' });
    raw.write('retry: 3000\n\n');
    const listening = events.listen(request.staff, (event, data) => {
      if (raw.writableLength > BEHIND) end();
      else raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    });
    const heart = setInterval(() => {
      whoIs(new Headers(request.headers as Record<string, string>)).then((staff) => {
        if (!open.has(end)) return;
        if (mayEnter(staff, 'oneself') !== 'yes' || !staff) return end();
        listening.follow(staff);
        raw.write(': \n\n');
      }, end);
    }, beat);
    function end() {
      clearInterval(heart);
      listening.end();
      open.delete(end);
      raw.end();
    }
    open.add(end);
    raw.on('close', end);
  });
  house.addHook('preClose', async () => { for (const end of open) end(); });
}
