import type { Channel } from '@shouwen/contract/facts';
import type { VerbBody } from '@shouwen/contract/matters';
import { rejectionInForce } from '../customers/rejections.queries.ts';
import type { Tx } from '../db/connect.ts';
import type { OpenMatter, Work } from '../db/work.ts';
import { happened, type Deed, type Scene } from '../matters/deed.ts';
import { notBefore } from '../matters/order.rules.ts';
import { policyOf } from '../matters/policy-of.ts';
import { record } from '../matters/record.ts';
import { registerMatter } from '../matters/register-matter.ts';
import type { Standing } from '../matters/standing.rules.ts';
import { all, isOpen, notComplainedAbout } from '../matters/who.rules.ts';
import { follows } from '../policy/policy.ts';
import { insist, no, type Verdict } from '../policy/refusal.ts';
import { callbackDue } from './callback-due.rules.ts';
import { mayCallBack } from './who-calls-back.rules.ts';
import { handlerSaysWhy, othersToCall } from './not-the-handler.ts';

/**
 * CBK-01, CBK-03, CBK-06: intake, measures and result are asked about, and what the customer says is recorded. A satisfied one closes the
 * matter (CNT-07), an unsatisfied one sends it back to handling. One closed as explained, or where the company
 * finishes a complaint by its answer or its result (CHO-03), is asked about all the same (CMP-16, CBK-06).
 */
export const callBack: Deed<'callbacks'> = {
  verb: 'callbacks',
  may: (scene) => all(mayCallBack(scene), askedAfterClosing(scene.seen) ? 'yes' : isOpen(scene),
    notComplainedAbout(scene), callbackDue(scene)),
  mayBesides: async (tx, scene) => all(await notRejected(tx, scene), await othersToCall(tx, scene)),
  async perform(work, matter, body, seen) {
    const at = happened(body) ?? work.now.getTime();
    insist(notBefore(at, seen.handledAt),
      body.satisfied && body.newFacts ? no('CMP-16', 'new_facts_satisfied', '客户提出新情况时，不能同时记为满意。', 'Where the customer brings new facts the callback is not a satisfied one.', 'newFacts') : 'yes',
      handlerSaysWhy(work.by, seen, await policyOf(work, matter, seen), body.handlerCalledBecause));
    const ledTo = await registerWhatCameUp(work, matter, body, seen, at);
    const { happenedAt: _, newMatters: __, newFacts, ...said } = body;
    record(work, matter, 'callback_recorded', { ...said, ...(ledTo.length && { ledTo }) }, at);
    if (newFacts) record(work, matter, 'reopened', { channel: channelOf(body.way), why: 'new_facts', text: newFacts }, at);
  },
};

const askedAfterClosing = ({ closed, kind }: Standing): boolean => closed !== undefined && (closed.data.way === 'explained' || (kind === 'complaint' && ['answered', 'done'].includes(closed.data.way)));

/** CBK-04. */
const notRejected = async (tx: Tx, { by, seen, policy }: Scene): Promise<Verdict> => follows(policy, 'CBK-04') && await rejectionInForce(tx, by.companyId, seen.reporter)
  ? no('CBK-04', 'rejects_callbacks', '该客户已登记不接受回访：请记录“无须回访”。', 'This customer rejects callbacks: record the exemption instead.') : 'yes';

/** CBK-09: each new opinion, request or complaint is a matter of its own, linked to the first. */
async function registerWhatCameUp(work: Work, matter: OpenMatter, body: VerbBody<'callbacks'>, seen: Standing, at: number): Promise<string[]> {
  const numbers: string[] = [];
  for (const { kind, whatHappened } of body.newMatters ?? []) {
    const { number } = await registerMatter(work, {
      centreId: matter.centreId, kind, channel: channelOf(body.way), receivedAt: new Date(at).toISOString(), reporter: seen.reporter,
      whatHappened, readBack: false, linkedTo: matter.number,
    });
    numbers.push(number);
  }
  return numbers;
}
const channelOf = (way: VerbBody<'callbacks'>['way']): Channel => (way === 'message' ? 'wechat' : way === 'online' ? 'app' : way === 'questionnaire' ? 'other' : way);
