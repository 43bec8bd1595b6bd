import { no } from '../policy/refusal.ts';
import { happened, type Deed } from '../matters/deed.ts';
import { record } from '../matters/record.ts';
import { all, mayAct } from '../matters/who.rules.ts';
import { mayActOnComplaint } from './who.rules.ts';

/** CMP-02, CMP-11: what was found out, on site or elsewhere, with photos; before it no conclusion is sent. */
export const findFacts: Deed<'fact-findings'> = {
  verb: 'fact-findings',
  may: mayAct,
  perform(work, matter, body) {
    record(work, matter, 'facts_found', { text: body.text, onSite: body.onSite, ...(body.files && { files: body.files }) }, happened(body));
  },
};

/** CMP-42: the result of the investigation goes to the head of the responsible department the same day. */
export const reportInvestigation: Deed<'investigation-reports'> = {
  verb: 'investigation-reports',
  may: (scene) => all(mayActOnComplaint(scene),
    scene.seen.factsFound ? 'yes' : no('CMP-42', 'facts_not_found', '先记录“查明情况”，再报部门负责人。', 'Record what was found before reporting it to the department head.')),
  perform(work, matter, body) {
    record(work, matter, 'investigation_reported', { to: 'department_head', ...(body.text && { text: body.text }) }, happened(body));
  },
};
