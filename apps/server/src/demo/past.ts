import { react } from '../app/reactions.ts';
import type { Tx } from '../db/connect.ts';
import type { Work } from '../db/work.ts';
import { settle } from '../matters/settle.ts';
import type { Staff } from '../staff/staff.ts';

/** What works at different times in one transaction have in common. `takeNumber`: the numbers of what is written down are its own. */
export interface Scene extends Pick<Work, 'timekeepingOf' | 'takeNumber' | 'past'> { readonly tx: Tx }

/** A real use case, with all that follows from it, done by somebody at a moment before the present. The answer names the matters it touched. */
export async function workAt<T>(scene: Scene, by: Staff, moment: Date, use: (work: Work) => Promise<T>): Promise<{ answer: T; matters: string[] }> {
  const work: Work = { ...scene, by, now: moment, matters: new Map() };
  const answer = await use(work);
  await react(work);
  await settle(work);
  return { answer, matters: [...work.matters.keys()] };
}
