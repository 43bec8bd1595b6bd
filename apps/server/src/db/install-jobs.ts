import type pg from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import boss from 'pg-boss/package.json' with { type: 'json' };

/** Every queue of the product. With a heartbeat the jobs of a process that died are another's within a minute. Times in seconds. */
const QUEUES = {
  recount: { policy: 'standard', heartbeatSeconds: 30, retryLimit: 10, retryDelay: 30, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 6 * 3600 },
  'policy-run': { policy: 'standard', heartbeatSeconds: 30, retryLimit: 10, retryDelay: 5, expireInSeconds: 6 * 3600 },
  'import': { policy: 'standard', heartbeatSeconds: 30, retryLimit: 10, retryDelay: 5, expireInSeconds: 6 * 3600 },
  'nightly-check': { policy: 'exclusive', heartbeatSeconds: 30, retryLimit: 3, retryDelay: 60, expireInSeconds: 3600 },
  'roster-ahead': { policy: 'exclusive', heartbeatSeconds: 30, retryLimit: 3, retryDelay: 60, expireInSeconds: 3600 },
  'forget-requests': { policy: 'exclusive', heartbeatSeconds: 30, retryLimit: 3, retryDelay: 60, expireInSeconds: 3600 },
  'daily-backup': { policy: 'exclusive', heartbeatSeconds: 30, retryLimit: 3, retryDelay: 600, expireInSeconds: 6 * 3600 },
  // a try that fails is put in anew by the delivery itself, later each time; these retries are for processes that died
  'delivery': { policy: 'standard', heartbeatSeconds: 30, retryLimit: 10, retryDelay: 1, expireInSeconds: 300, deleteAfterSeconds: 86_400 },
  'overdue-deliveries': { policy: 'exclusive', heartbeatSeconds: 30, retryLimit: 3, retryDelay: 60, expireInSeconds: 600 },
};
export type Queue = keyof typeof QUEUES;

/**
 * pg-boss's own tables in the schema `jobs`, made and brought up to date by the owner: the server's role puts jobs in and takes them out,
 * and changes no table. They stand outside tenancy, so that a job names what to do and carries no data of a customer.
 */
export async function installJobs(owner: pg.Client): Promise<void> {
  const { rows: [found] } = await owner.query<{ made: boolean }>(`select to_regclass('jobs.version') is not null as made`);
  if (!found?.made) await owner.query(getConstructionPlans('jobs', { createSchema: false }));
  else {
    const { rows: [at] } = await owner.query<{ version: number }>('select version from jobs.version');
    if (at!.version < boss.pgboss.schema) await owner.query(getMigrationPlans('jobs', at!.version));
  }
  for (const [name, options] of Object.entries(QUEUES)) await owner.query('select jobs.create_queue($1, $2)', [name, JSON.stringify(options)]);
  await owner.query('grant select, insert, update, delete on all tables in schema jobs to shouwen_app');
}
