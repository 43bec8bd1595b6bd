import type { CallbackGround, Fact } from '@shouwen/contract/facts';
import { rejectionInForce } from '../customers/rejections.queries.ts';
import type { OpenMatter, Work } from '../db/work.ts';
import { happened, type Deed } from '../matters/deed.ts';
import { cannotBeReached } from '../matters/intake.rules.ts';
import { policyOf } from '../matters/policy-of.ts';
import { record } from '../matters/record.ts';
import { standingOf, type Standing } from '../matters/standing.rules.ts';
import { all, isOpen, notComplainedAbout } from '../matters/who.rules.ts';
import { follows } from '../policy/policy.ts';
import { insist, no, type Verdict } from '../policy/refusal.ts';
import { notExempt } from './callback-due.rules.ts';
import { barsHandler } from './not-the-handler.ts';
import { mayCallBack } from './who-calls-back.rules.ts';

/**
 * CBK-02, CBK-04: no callback, on a ground of the list that the record bears out; the matter then closes by its quiet week (CNT-08).
 * CHO-04: a company may have no such grounds. CBK-15: nobody spares their own work the question.
 */
export const exemptFromCallback: Deed<'callback-exemptions'> = {
  verb: 'callback-exemptions',
  may: (scene) => all(mayCallBack(scene), isOpen(scene), notComplainedAbout(scene),
    scene.seen.kind === 'complaint' || scene.policy.choices.finished === 'until_satisfied' ? 'yes' : no('CBK-02', 'not_a_complaint', '只有投诉须回访，无须记录免回访。', 'Only complaints are owed a callback.'),
    barsHandler(scene.by, scene.seen, scene.policy)
      ? no('CBK-15', 'handler_exempts', '您是经办人，不能免去对自己所办投诉的回访：请由他人判断并记录。', 'You handled it: whether its callback is spared is for somebody else to say.') : 'yes',
    notExempt(scene.seen), scene.seen.callback ? no('CBK-02', 'called_back_already', '已回访，不能再记为无须回访。', 'The customer was called back already.') : 'yes'),
  mayBesides: async (tx, scene) => {
    const { by, seen, policy } = scene;
    return policy.choices.callback_exemptions === 'none' && !cannotBeReached(seen.reporter) && !(await rejectionInForce(tx, by.companyId, seen.reporter)) ? noExemptions : 'yes';
  },
  async perform(work, matter, body, seen, policy) {
    insist(BY_JUDGEMENT.includes(body.ground) && policy.choices.callback_exemptions === 'none' ? noExemptions : 'yes');
    const rejects = await rejectionInForce(work.tx, work.by.companyId, seen.reporter) !== undefined;
    insist(GROUNDS[body.ground](seen, rejects || !follows(policy, 'CBK-04')));
    record(work, matter, 'callback_exempt', { ground: body.ground, reason: body.reason }, happened(body));
  },
};

/** CHO-04: where every complaint is called back, none is spared by judgement; whom nobody may or can ask still isn't (CBK-04). */
const BY_JUDGEMENT: readonly CallbackGround[] = ['sensitive', 'solved_on_spot_confirmed'];
const noExemptions = no('CHO-04', 'no_exemptions', '本公司的投诉一律回访，不设免回访情形。', 'Here every complaint is called back: none is exempt.');

const GROUNDS: Readonly<Record<CallbackGround, (seen: Standing, rejects: boolean) => Verdict>> = {
  solved_on_spot_confirmed: (seen) => seen.solvedOnSpot?.data.satisfied ? 'yes'
    : no('CBK-02', 'not_confirmed', '没有“当场解决、客户确认满意”的记录。', 'There is no record that it was solved on the spot to the customer\'s satisfaction.', 'ground'),
  anonymous_or_no_contact: ({ reporter }) => reporter.phone || reporter.personId
    ? no('CBK-02', 'can_be_reached', '客户留有联系方式，可以回访。', 'The customer left a way to reach them.', 'ground') : 'yes',
  sensitive: () => 'yes',
  rejects_callbacks: (_, rejects) => rejects ? 'yes'
    : no('CBK-04', 'no_mark', '客户资料中没有“不接受回访”的登记：请先在客户资料中登记其原话与理由。', 'The customer\'s file holds no such mark: enter their words and reason there first.', 'ground'),
};

/** CBK-02: solved on the spot, and the customer said that they are satisfied. */
export async function exemptSolvedOnSpot(work: Work, matter: OpenMatter, { at }: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  if (seen.kind === 'complaint' && !seen.exempt && seen.solvedOnSpot?.data.satisfied && (await policyOf(work, matter, seen)).choices.callback_exemptions !== 'none') record(work, matter, 'callback_exempt', { ground: 'solved_on_spot_confirmed' }, at);
}

/** CBK-02, CBK-04: once handled, whoever rejects callbacks or can't be reached is owed none, without anybody having to think of it. */
export async function exemptWhoCannotBeAsked(work: Work, matter: OpenMatter, { at }: Fact): Promise<void> {
  const seen = standingOf(matter.facts);
  if (seen.kind !== 'complaint' || seen.exempt) return;
  if (await rejectionInForce(work.tx, work.by.companyId, seen.reporter)) record(work, matter, 'callback_exempt', { ground: 'rejects_callbacks' }, at);
  else if (cannotBeReached(seen.reporter)) record(work, matter, 'callback_exempt', { ground: 'anonymous_or_no_contact' }, at);
}
