import type { FastifyServerOptions } from 'fastify';
import type { BackupPlan } from '../backups/back-up-daily.ts';
import { connect, type Db } from '../db/connect.ts';
import { mailBy } from '../outside/mail.ts';
import type { Outward } from '../outside/outward.ts';
import { newPushKeys } from '../outside/push.ts';
import { installationPushKeys, installationSecret } from '../staff/installation.store.ts';
import { buildServer } from './build-server.ts';
import type { Config } from './config.ts';
import { eventsFrom } from './events.ts';
import type { House } from './house.ts';
import { builtWeb, serveWeb } from './serve-web.ts';
import { identityOf } from './sign-in/identity.ts';
import { whoIsBy } from './sign-in/who-is.ts';
import { startWorker } from './worker.ts';

export interface Opening {
  /** By the server's role. */
  databaseUrl: string;
  baseUrl: string;
  now: () => Date;
  /** The SMTP server and the sender; without them no e-mail is offered. */
  mail?: Config['mail'];
  /** Whether webhooks may be in this machine's own network. */
  innerTargets?: boolean;
  /** How it is backed up daily; without it by nobody but a person. */
  backups?: BackupPlan;
  logger?: FastifyServerOptions['logger'];
}

/** All that a server process holds: the API with true sign-in, the built web, the work it does by itself, its connections. Not listening yet; `close` ends them. */
export async function openHouse({ databaseUrl, baseUrl, now, mail, innerTargets = false, backups, logger }: Opening): Promise<{ house: House; db: Db; close: () => Promise<void> }> {
  const [db, counters] = [connect(databaseUrl), connect(databaseUrl, 3)];
  const identity = identityOf(db, { baseUrl, secret: await installationSecret(db) });
  const outward: Outward = {
    baseUrl, inner: innerTargets, mail: mail && mailBy(mail),
    push: { keys: await installationPushKeys(db, newPushKeys), subject: baseUrl.startsWith('https:') ? baseUrl : `mailto:${/[^\s<>]+@[^\s<>]+/.exec(mail?.from ?? '')?.[0] ?? 'shouwen@localhost'}` },
  };
  const house = await buildServer({ db, counters, outward, events: eventsFrom(databaseUrl), now, whoIs: whoIsBy(db, identity, now), door: { identity, baseUrl }, ...(backups && { backups }), logger });
  await serveWeb(house, builtWeb);
  const stopWorking = await startWorker({ db, counters, url: databaseUrl, now, outward, ...(backups && { backups }), warn: (error) => house.log.error({ err: error }, 'the worker failed and goes on') });
  return {
    house, db,
    close: async () => {
      await stopWorking();
      outward.mail?.close();
      await house.close();
      await Promise.all([db.destroy(), counters.destroy()]);
    },
  };
}
