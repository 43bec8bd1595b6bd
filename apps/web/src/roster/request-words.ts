import { words } from '../ui/language.tsx';

/** SHF-01: what can be asked about shifts. */
export const REQUEST_WORDS = words({
  swap: ['换班', 'Swap'], leave: ['请假', 'Leave'], overtime: ['加班', 'Overtime'], from: ['从', 'From'], until: ['到', 'Until'], reason: ['原因', 'Why'], send: ['提交', 'Send'], sent: ['已提交', 'Sent'],
});
