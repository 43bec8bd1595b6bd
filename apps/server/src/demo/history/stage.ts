import type { Verb, VerbBody } from '@shouwen/contract/matters';
import { DEEDS } from '../../app/deeds.ts';
import type { Tx } from '../../db/connect.ts';
import type { Work } from '../../db/work.ts';
import { doDeed } from '../../matters/do-deed.ts';
import { factsOf, placeOf } from '../../matters/matters.store.ts';
import { standingOf } from '../../matters/standing.rules.ts';
import { NotFound } from '../../policy/refusal.ts';
import type { Staff } from '../../staff/staff.ts';
import { systemOf } from '../../staff/system.ts';
import { workAt, type Scene } from '../past.ts';
import type { Body, Doer } from './telling.ts';

/** One thing that happened, to be written down. */
export interface Act { at: number; run(stage: Stage): Promise<unknown> }

/** What an act is written down on: a transaction, and everybody by name. */
export interface Stage {
  readonly tx: Tx;
  readonly companyId: string;
  readonly centreId: string;
  readonly departments: ReadonlyMap<string, string>;
  readonly staff: Readonly<Record<string, Staff>>;
  /** The matters touched on it so far. */
  readonly touched: Set<string>;
  at<T>(who: string, moment: number, use: (work: Work) => Promise<T>): Promise<T>;
  deed(number: string, who: Doer, moment: number, verb: Verb, body: Body, leadsTo?: string): Promise<unknown>;
  /** The matter number taken at this place. */
  number(place: number): string;
  /** The ids of a customer's file and room. */
  fileOf(phone: string, room: string): Promise<{ person: string; room: string }>;
}

export interface Staging { companyId: string; centreId: string; departments: ReadonlyMap<string, string>; staff: Readonly<Record<string, Staff>>; numbers: readonly string[]; fileOf: (tx: Tx, phone: string, room: string) => Promise<{ person: string; room: string }> }

/** One transaction's stage. Nobody is told of what is written down on it. */
export function stageOn({ companyId, centreId, departments, staff, numbers, fileOf }: Staging, tx: Tx, timekeepingOf: Scene['timekeepingOf']): Stage {
  const scene: Scene = { tx, timekeepingOf, past: true, takeNumber: () => Promise.reject(new Error('each number is known beforehand')) };
  const byId = new Map(Object.values(staff).map((one) => [one.id, one]));
  const touched = new Set<string>();
  const by = async (one: Staff, moment: number, use: (work: Work) => Promise<unknown>) => {
    const { answer, matters } = await workAt(scene, one, new Date(moment), use);
    matters.forEach((matter) => touched.add(matter));
    return answer;
  };
  const at: Stage['at'] = (who, moment, use) => by(who === 'system' ? systemOf(companyId) : staff[who]!, moment, use) as ReturnType<typeof use>;
  return {
    tx, companyId, centreId, departments, staff, touched, at,
    number: (place) => numbers[place]!,
    fileOf: (phone, room) => fileOf(tx, phone, room),
    async deed(number, who, moment, verb, body, leadsTo) {
      const place = await placeOf(tx, companyId, number);
      if (!place) throw new NotFound(number);
      const seen = standingOf((await factsOf(tx, companyId, place.id)).sort((a, b) => a.at - b.at));
      const doer = who === 'first_contact' ? byId.get(seen.firstContact) : staff[who];
      if (!doer) throw new NotFound(who);
      const said = typeof body === 'function' ? body(seen, moment) : body;
      return by(doer, moment, (work) => doDeed(leadsTo === undefined ? work : { ...work, takeNumber: async () => leadsTo }, DEEDS.get(verb)!, number, said as VerbBody<Verb>, null));
    },
  };
}
