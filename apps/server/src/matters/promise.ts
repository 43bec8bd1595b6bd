import { v7 } from 'uuid';
import { follows } from '../policy/policy.ts';
import { insist, no, NotFound } from '../policy/refusal.ts';
import { mayPromise } from '../wording/powers.rules.ts';
import { happened, type Deed } from './deed.ts';
import { superiorAgrees } from './promise.rules.ts';
import { record } from './record.ts';
import type { Promise as Promised, Standing } from './standing.rules.ts';
import { mayAct } from './who.rules.ts';

function openPromise(seen: Standing, id: string): Promised {
  const promise = seen.promises.find((p) => p.id === id);
  if (!promise) throw new NotFound(id);
  insist(promise.kept === undefined ? 'yes' : no('STD-03', 'kept_already', '这项承诺已兑现。', 'This promise was kept already.'),
    promise.released === undefined ? 'yes' : no('STD-03', 'released_already', '客户已表示不必再履行这项承诺。', 'The customer has released us from this promise already.'));
  return promise;
}

/**
 * FCR-17, STD-03: a thing and a time told to the customer becomes a clock; without a time the policy's default holds. STD-05: a time later than
 * the rule's, and money beyond what one's post may promise, only with the name of the superior who agreed, which stays with it.
 */
export const promise: Deed<'promises'> = {
  verb: 'promises',
  may: mayAct,
  async perform(work, matter, body, _, policy) {
    const at = happened(body) ?? work.now.getTime();
    const timekeeping = await work.timekeepingOf(matter.centreId);
    const due = body.due ? new Date(body.due).getTime() : timekeeping.dueAfter(at, 'STD-03/default_due');
    const clocks = timekeeping.derive(matter.facts, work.now.getTime());
    const yuan = body.yuan === undefined ? undefined : Number(body.yuan);
    insist(due > at ? 'yes' : no('STD-03', 'promise_in_past', '承诺的时间须晚于现在。', 'The promised time must lie ahead.', 'due'),
      superiorAgrees(due, clocks, body.superiorAsked, policy),
      yuan !== undefined && yuan > mayPromise(work.by, matter.centreId, policy) && !body.superiorAsked && follows(policy, 'STD-05')
        ? no('STD-05', 'beyond_powers', '承诺的金额超出您的权限，须写明经哪位上级同意。', 'The sum is beyond your powers: name the superior who agreed.', 'superiorAsked') : 'yes');
    record(work, matter, 'promised', { promise: v7(), what: body.what, due, ...(yuan !== undefined && { yuan }), ...(body.superiorAsked && { superiorAsked: body.superiorAsked }) }, at);
  },
};

/** STD-03: moved only before it is due, with the customer's word, and not again and again; the first time stays on record. STD-05 holds for the new time. */
export const movePromise: Deed<'promise-moves'> = {
  verb: 'promise-moves',
  may: mayAct,
  async perform(work, matter, body, seen, policy) {
    const promise = openPromise(seen, body.promiseId);
    const timekeeping = await work.timekeepingOf(matter.centreId);
    const movesAtMost = policy.numbers['STD-03/moves_at_most'] as number;
    const due = new Date(body.due).getTime();
    const at = happened(body) ?? work.now.getTime();
    const limited = follows(policy, 'STD-03');
    insist(at < promise.due || !limited ? 'yes' : no('STD-03', 'due_already', '承诺已到期，不能再改约；请尽快兑现并向客户致歉。', 'It is due already and cannot be moved.', 'due'),
      body.customerAgreed || !limited ? 'yes' : no('STD-03', 'customer_agrees', '改约须先征得客户同意。', 'Moving it needs the customer\'s word.', 'customerAgreed'),
      promise.moves < movesAtMost || !limited ? 'yes' : no('STD-03', 'moved_already', `同一承诺最多改约 ${movesAtMost} 次。`, `A promise is moved ${movesAtMost} time(s) at most.`),
      due > at ? 'yes' : no('STD-03', 'promise_in_past', '新的时间须晚于现在。', 'The new time must lie ahead.', 'due'),
      superiorAgrees(due, timekeeping.derive(matter.facts, work.now.getTime()), body.superiorAsked, policy));
    record(work, matter, 'promise_moved', { promise: promise.id, due, ...(body.customerAgreed && { customerAgreed: true }), ...(body.superiorAsked && { superiorAsked: body.superiorAsked }) }, at);
  },
};

/** STD-03: kept, with what shows it. */
export const keepPromise: Deed<'promises-kept'> = {
  verb: 'promises-kept',
  may: mayAct,
  perform(work, matter, body, seen) {
    record(work, matter, 'promise_kept', { promise: openPromise(seen, body.promiseId).id, proof: body.proof }, happened(body));
  },
};

/** STD-03: a promise ends also when the customer says that it need not be kept; their words stay. */
export const releasePromise: Deed<'promise-releases'> = {
  verb: 'promise-releases',
  may: mayAct,
  perform(work, matter, body, seen) {
    record(work, matter, 'promise_released', { promise: openPromise(seen, body.promiseId).id, words: body.words }, happened(body));
  },
};
