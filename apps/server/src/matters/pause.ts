import { v7 } from 'uuid';
import { follows } from '../policy/policy.ts';
import { insist, no } from '../policy/refusal.ts';
import { colleagueHere } from './centres.queries.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, inCharge, mayAct, notInTheirHands } from './who.rules.ts';

/** A typed pause: why, who allowed it, until when at most. DOOR-01: an obstacle needs its evidence, and the customer told. */
export const pause: Deed<'pauses'> = {
  verb: 'pauses',
  may: (scene) => all(inCharge(scene), scene.seen.pause ? no('DOOR-01', 'paused_already', '已在暂停中。', 'It is paused already.') : 'yes'),
  async perform(work, matter, body, seen, policy) {
    await colleagueHere(work.tx, work.by.companyId, matter.centreId, body.allowedBy, work.now);
    const asked = follows(policy, 'DOOR-01');
    insist(notInTheirHands(seen, body.allowedBy, 'allowedBy'),
      body.customerTold || !asked ? 'yes' : no('DOOR-01', 'customer_told', '暂停计时须先告知客户。', 'The customer must be told of a pause.', 'customerTold'),
      asked && body.reason === 'objective_obstacle' && !body.evidence ? no('DOOR-01', 'evidence', '客观障碍须写明依据。', 'An objective obstacle needs evidence.', 'evidence') : 'yes',
      asked && body.allowedBy === work.by.id ? no('DOOR-01', 'allowed_by', '暂停须由另一位负责人批准。', 'Somebody else must allow the pause.', 'allowedBy') : 'yes');
    record(work, matter, 'paused', { pause: v7(), reason: body.reason, allowedBy: body.allowedBy, ...(body.customerTold && { customerTold: true }), ...(body.evidence && { evidence: body.evidence }),
      ...(body.atMostUntil && { atMostUntil: new Date(body.atMostUntil).getTime() }) }, happened(body));
  },
};

export const resume: Deed<'resumptions'> = {
  verb: 'resumptions',
  may: (scene) => all(mayAct(scene), scene.seen.pause ? 'yes' : no('DOOR-01', 'not_paused', '没有在暂停。', 'It is not paused.')),
  perform(work, matter, body, seen) { record(work, matter, 'resumed', { pause: seen.pause!.data.pause }, happened(body)); },
};
