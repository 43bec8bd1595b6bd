import type { Fact } from '@shouwen/contract/facts';
import { no } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, mayAct } from './who.rules.ts';

/** FCR-11: whether nobody has received the report of this receipt of the matter yet. */
export function reportIsOwed(facts: readonly Fact[]): boolean {
  const received = Math.max(...facts.map((fact) => (fact.what === 'received' || fact.what === 'reopened' ? fact.at : -Infinity)));
  return !facts.some((fact) => fact.what === 'reported' && fact.data.to === 'duty_manager' && fact.at >= received);
}

/** FCR-11: the manager on duty says by name that the report of a class I matter has reached them, and takes charge of it. */
export const reportToDutyManager: Deed<'duty-manager-reports'> = {
  verb: 'duty-manager-reports',
  adds: true,
  may: (scene) => all(mayAct(scene),
    scene.seen.class === 'I' ? 'yes' : no('FCR-11', 'not_class_one', '只有一类信息须报当班最高管理者。', 'Only a class I matter is reported to the duty manager.'),
    mayDo(scene.by, 'take_charge', { centreId: scene.centreId })),
  perform(work, matter, body) {
    if (!reportIsOwed(matter.facts)) return no('FCR-11', 'reported_already', '已有管理者具名收到并负责。', 'A manager has received it by name already.');
    record(work, matter, 'reported', { to: 'duty_manager' }, happened(body));
  },
};
