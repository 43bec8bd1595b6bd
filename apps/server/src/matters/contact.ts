import { insist, no } from '../policy/refusal.ts';
import { firstContactLasts } from './close.rules.ts';
import { happened, type Deed } from './deed.ts';
import { policyOf } from './policy-of.ts';
import { record } from './record.ts';
import { resultSigned } from './sign.rules.ts';
import { all, anyEmployee, mayAct, notComplainedAbout } from './who.rules.ts';
import { wordsSaid } from './words-said.ts';

/**
 * FCR-30: a real contact with the customer, the record of it made; FCR-11: the duty manager's with the first customer. What the entry still lacks,
 * in an emergency above all (FCR-08), is asked then, and the content read back (FCR-04, FCR-05).
 */
export const contact: Deed<'contacts'> = {
  verb: 'contacts',
  may: mayAct,
  perform(work, matter, body, seen) {
    const asManager = seen.responsibleManager === work.by.id;
    record(work, matter, 'contacted', { whom: asManager ? 'first_customer' : body.whom, as: asManager ? 'duty_manager' : 'holder', way: body.way, text: body.text,
      ...(body.reporter && { reporter: body.reporter }), ...(body.readBack && { readBack: true as const }) }, happened(body));
  },
};

/** FCR-09, FCR-13, FCR-14, FCR-27: somebody who must hear of it is told the result, or how far it is. */
export const tell: Deed<'tellings'> = {
  verb: 'tellings',
  may: (scene) => all(anyEmployee(scene), firstContactLasts(scene), notComplainedAbout(scene)),
  async perform(work, matter, body, seen) {
    const policy = await policyOf(work, matter, seen);
    insist(body.whom === 'first_contact_person' && body.result && seen.handledAt === undefined
      ? no('FCR-09', 'not_handled', seen.kind === 'complaint' ? '处理还没有结束（须先验证合格），现在只能转告“进展”；验证后再把结果转告首问责任人。' : '处理还没有结束，现在只能转告“进展”；办完后再把结果转告首问责任人。',
        'The handling has not ended: for now tell how it stands, and the result once it has.', 'result') : 'yes',
      body.whom === 'first_contact_person' && body.result ? resultSigned(seen.slips, policy) : 'yes');
    const as = seen.responsibleManager === work.by.id ? 'responsible_manager' as const : seen.responsiblePerson === work.by.id ? 'responsible_department' as const : 'holder' as const;
    const flagged = body.whom === 'customer' || body.whom === 'first_customer' ? await wordsSaid(work, matter, policy, { texts: { text: body.text }, way: body.way }) : {};
    record(work, matter, 'told', { whom: body.whom, as, result: body.result, text: body.text, ...flagged, ...(body.way && { way: body.way }) }, happened(body));
  },
};

/** FCR-09: the first-contact person, or who took over from them, says by name that the result has reached them. */
export const receiveResult: Deed<'result-receipts'> = {
  verb: 'result-receipts',
  may: ({ by, seen, policy }) => all(
    by.id === seen.firstContact ? 'yes' : no('FCR-09', 'not_first_contact', '由首问责任人（或接替人）确认收到结果。', 'The first-contact person, or who took over, confirms this.'),
    seen.handledAt === undefined ? no('FCR-09', 'not_handled', '处理尚未完毕。', 'The handling has not ended yet.') : 'yes',
    resultSigned(seen.slips, policy),
    seen.resultTold ? no('FCR-09', 'told_already', '已确认收到结果。', 'The result was received already.') : 'yes'),
  perform(work, matter, body) {
    record(work, matter, 'told', { whom: 'first_contact_person', as: 'first_contact_person', result: true, ...(body.text && { text: body.text }) }, happened(body));
  },
};
