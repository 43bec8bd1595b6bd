import type { Scene } from '../matters/deed.ts';
import { all, inCharge, mayAct } from '../matters/who.rules.ts';
import { no, type Verdict } from '../policy/refusal.ts';

export const isComplaint = ({ seen }: Scene): Verdict => seen.kind === 'complaint' ? 'yes'
  : no('FCR-10', 'not_a_complaint', '这一步只用于投诉；如实为投诉，请先更改事项类型。', 'This is for complaints; where it is one, decide its kind first.');
/** Any employee on an open complaint, and those who hold, handle or dispatch it; never the person complained about (CMP-44). */
export const mayActOnComplaint = (scene: Scene): Verdict => all(mayAct(scene), isComplaint(scene));
export const inChargeOfComplaint = (scene: Scene): Verdict => all(inCharge(scene), isComplaint(scene));
