import { insist, no } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, mayAct } from './who.rules.ts';

/** FCR-10: someone decides otherwise by name; the old kind's clocks are void, the new one's count from the receipt. */
export const decideKind: Deed<'kind-decisions'> = {
  verb: 'kind-decisions',
  may: (scene) => all(mayAct(scene), scene.by.id === scene.seen.firstContact ? 'yes' : mayDo(scene.by, 'accept_matters', { centreId: scene.centreId })),
  perform(work, matter, body, seen) {
    insist(body.kind === seen.kind ? no('FCR-10', 'same_kind', '事项类型没有变化。', 'It is of that kind already.', 'kind') : 'yes');
    record(work, matter, 'kind_decided', { kind: body.kind, reason: body.reason }, happened(body));
  },
};
