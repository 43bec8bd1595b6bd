import { sql } from 'kysely';
import type { Tx } from './connect.ts';
import type { Queue } from './install-jobs.ts';

/** Puts a job in with the transaction that asks for it: it is there once that commits, and never otherwise. Names what to do, no customer's data. */
export const enqueue = (tx: Tx, queue: Queue, data: object): Promise<void> => enqueueAll(tx, queue, [{ data, after: 0 }]);

/** Several at once; `after`: not before so many seconds from now. */
export async function enqueueAll(tx: Tx, queue: Queue, jobs: readonly { data: object; after: number }[]): Promise<void> {
  if (!jobs.length) return;
  await sql`insert into jobs.job (name, data, start_after, keep_until, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, dead_letter, heartbeat_seconds)
    select q.name, job.data::jsonb, start, start + q.retention_seconds * interval '1 s', q.policy, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.deletion_seconds,
      q.dead_letter, q.heartbeat_seconds
    from jobs.queue q, unnest(${jobs.map((job) => JSON.stringify(job.data))}::text[], ${jobs.map((job) => job.after)}::float8[]) as job (data, after), lateral (select now() + job.after * interval '1 s' as start) as begins
    where q.name = ${queue}`.execute(tx);
}
