import type { Choices } from '../policy/choices.ts';
import { no, type Verdict } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import type { Role } from '../staff/on-duty.rules.ts';
import type { Scene } from './deed.ts';
import { all, isOpen, notComplainedAbout } from './who.rules.ts';

/**
 * FCR-12, CHO-14: the posts with whom a special event report is filed, and those told of a class I accident at once (FCR-11), in the order in which
 * they are told. Where nobody is general manager it is the leader in charge (ORG-01).
 */
export const reportedTo = (choice: Choices['accident_reported_to']): readonly Role[] => {
  switch (choice) {
    case 'manager_leader_general': return ['centre_manager', 'leader_in_charge', 'general_manager'];
    case 'general_manager': return ['general_manager'];
    case 'leader_in_charge': return ['leader_in_charge'];
    case 'leaders_concerned': return ['centre_manager', 'leader_in_charge', 'quality_department'];
  }
};

/** FCR-12: the responsible manager writes both; until one has taken charge, whoever could. */
export const reportsSpecialEvent = (scene: Scene): Verdict => all(
  scene.seen.class === 'I' ? 'yes' : no('FCR-12', 'not_class_one', '只有一类信息须填工作记录和特别事件报告。', 'Only a class I matter needs a work record and a special event report.'),
  isOpen(scene), notComplainedAbout(scene),
  scene.seen.responsibleManager === scene.by.id ? 'yes' : mayDo(scene.by, 'take_charge', { centreId: scene.centreId }),
  scene.seen.responsibleManager === undefined || scene.seen.responsibleManager === scene.by.id ? 'yes'
    : no('FCR-12', 'not_responsible_manager', '工作记录和特别事件报告由负责处置的主管填写。', 'The manager who took charge writes the work record and the special event report.'));
