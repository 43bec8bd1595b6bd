import type { Evaluating } from '@shouwen/contract/records';
import { no, type Verdict } from '../policy/refusal.ts';

export interface Closed { class: string; closedAt: Date | null; closedWay: string | null; complainedAbout: string | null }

/** FCR-33: a solved problem is evaluated once for each closing; what was imported or a mistake was never solved here. CMP-44: not by who is complained about. */
export function mayEvaluate(by: string, matter: Closed): Verdict {
  if (!matter.closedAt || matter.closedWay === 'imported' || matter.closedWay === 'in_error')
    return no('FCR-33', 'not_solved', '事项关闭后才能评估；导入的和误登记的不评估。', 'A matter is evaluated once it has closed; what was imported or entered in error is not.');
  return matter.complainedAbout === by ? no('CMP-44', 'complained_about', '您是被投诉人，请由他人评估。', 'You are complained about: somebody else evaluates this.') : 'yes';
}

/** FCR-33: for class III one tick will do. */
export const isLight = ({ cause, process, satisfaction }: Evaluating): boolean => cause === undefined && process === undefined && satisfaction === undefined;

/** FCR-33: cause, process and satisfaction, then either measures or the finding that none is needed. */
export function complete(body: Evaluating, { class: group }: Closed): Verdict {
  const missing = (['cause', 'process', 'satisfaction'] as const).find((field) => body[field] === undefined);
  if (missing && !(group === 'III' && isLight(body))) return no('FCR-33', 'words_missing', '评估须写明原因、过程和满意程度；只有三类信息可以只勾选。', 'An evaluation says cause, process and satisfaction; only for class III will a tick do.', missing);
  if (body.noneNeeded === body.measures.length > 0) return no('FCR-33', 'measure_or_none', '请制定改进措施，或者勾选“无须改进”，二者取一。', 'Set a measure, or say that none is needed: one of the two.', 'noneNeeded');
  return 'yes';
}
