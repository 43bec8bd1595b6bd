import { no } from '../policy/refusal.ts';
import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, anyEmployee, isOpen, notComplainedAbout } from './who.rules.ts';

/** FCR-25, FCR-29: the first-contact person asks the customer whether the department did answer; with CBK-04 the proof is checked instead. */
export const verifyAnswer: Deed<'answer-verifications'> = {
  verb: 'answer-verifications',
  may: (scene) => all(anyEmployee(scene), isOpen(scene), notComplainedAbout(scene),
    scene.by.id === scene.seen.firstContact ? 'yes' : no('FCR-29', 'not_first_contact', '由首问责任人(或接替人)向客户核实答复。', 'The first-contact person, or who took over, verifies the answer.'),
    scene.seen.conclusive || scene.seen.handledAt !== undefined ? 'yes' : no('FCR-29', 'no_answer_yet', '还没有正式答复可核实。', 'There is no conclusive answer to verify yet.')),
  perform(work, matter, body) {
    record(work, matter, 'answer_verified', { answered: body.answered, by: body.by, ...(body.text && { text: body.text }) }, happened(body));
  },
};
