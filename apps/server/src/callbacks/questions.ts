import { v7 } from 'uuid';
import { happened, type Deed } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { all, anyEmployee, notComplainedAbout } from '../matters/who.rules.ts';
import { wordsSaid } from '../matters/words-said.ts';
import { insist, no, NotFound } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';

/** CBK-08: what the caller couldn't answer gets an appointed time, and a clock; also where the callback has closed the matter. */
export const askQuestion: Deed<'questions'> = {
  verb: 'questions',
  may: (scene) => all(mayDo(scene.by, 'call_back', { centreId: scene.centreId }), notComplainedAbout(scene),
    scene.seen.calledBack ? 'yes' : no('CBK-08', 'no_callback', '还没有回访；客户平时提出的请登记为事项或承诺。', 'There was no callback: what a customer asks otherwise is a matter or a promise.')),
  perform(work, matter, body) {
    const due = body.due === undefined ? undefined : new Date(body.due).getTime();
    const at = happened(body) ?? work.now.getTime();
    insist(due !== undefined && due <= at ? no('CBK-08', 'due_in_past', '预约答复的时间须晚于提出的时间。', 'The appointed time must lie after the question.', 'due') : 'yes');
    record(work, matter, 'question_asked', { question: v7(), text: body.text, ...(due !== undefined && { due }) }, at);
  },
};

/** CBK-08: by the caller, or by the department that took the question. */
export const answerQuestion: Deed<'question-answers'> = {
  verb: 'question-answers',
  may: (scene) => all(anyEmployee(scene), notComplainedAbout(scene),
    scene.seen.openQuestions.length ? 'yes' : no('CBK-08', 'no_open_question', '没有待答复的回访问题。', 'No question from a callback is open.')),
  async perform(work, matter, body, seen, policy) {
    if (!seen.openQuestions.some(({ id }) => id === body.questionId)) throw new NotFound(body.questionId);
    record(work, matter, 'question_answered', { question: body.questionId, text: body.text, ...await wordsSaid(work, matter, policy, { texts: { text: body.text } }) }, happened(body));
  },
};
