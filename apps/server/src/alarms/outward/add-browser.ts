import type { AddingBrowser } from '@shouwen/contract/messages';
import type { Work } from '../../db/work.ts';
import { no, NotFound, Refused } from '../../policy/refusal.ts';
import type { Outward } from '../../outside/outward.ts';
import { endBrowser, insertBrowser } from './browsers.store.ts';
import { refuseTarget } from './refuse-target.ts';

/** This browser takes pushes for whoever is signed in at it. `userAgent`: what it says of itself, to be known by in the list. */
export async function addBrowser({ tx, by, now }: Work, adding: AddingBrowser, userAgent: string | undefined, outward: Outward): Promise<{ id: string }> {
  if (!outward.push) throw new Refused(no('input', 'no_push', '本系统不提供浏览器推送。', 'Push is not offered here.'));
  await refuseTarget(adding.endpoint, 'endpoint', outward);
  return { id: await insertBrowser(tx, by, adding, userAgent?.slice(0, 300) ?? null, now) };
}

/** @throws NotFound for a browser of somebody else's */
export async function dropBrowser({ tx, by, now }: Work, id: string): Promise<void> {
  if (!await endBrowser(tx, by.companyId, id, now, by.id)) throw new NotFound('browser');
}
