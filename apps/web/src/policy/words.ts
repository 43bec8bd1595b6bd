import type { Change, DraftEvent, Mode, RunState } from '@shouwen/contract/policy';
import { codeWords, words } from '../ui/language.tsx';

export const WAY_WORDS = codeWords<'enforce' | 'clock' | 'record' | 'count' | 'guide' | 'publish'>({
  enforce: ['不合规定的不让办', 'refuses what breaks it'], clock: ['计时、预警、升级', 'runs a clock'], record: ['留下记录', 'keeps the record'], count: ['计入统计', 'counts it'], guide: ['办理时提示', 'guides while one works'], publish: ['公布', 'publishes it'],
});
export const EVENT_WORDS = codeWords<DraftEvent>({
  opened: ['起草', 'opened'], changed: ['修改', 'changed'], submitted: ['送审', 'submitted'], withdrawn: ['撤回', 'withdrew'], approved: ['批准', 'approved'], sent_back: ['退回', 'sent back'], published: ['发布', 'published'], discarded: ['弃用', 'discarded'],
});
export const MODE_WORDS = codeWords<Mode>({ new: ['只用于新登记的事项', 'Only matters registered from then on'], running: ['进行中的也按新制度重算', 'Running clocks too'], replay: ['全部按新制度重演', 'Everything, as if it had always held'] });
export const MODE_SAYS = codeWords<Mode>({
  new: ['进行中的时限一个不动', 'no running clock moves'], running: ['从起算时重算，不会早于施行日到期', 'counted again from their start, never due before the date'], replay: ['已封存的结论不改，另列对照', 'what is sealed stays, with the difference beside it'],
});
export const CHANGE_WORDS = codeWords<Change>({
  earlier: ['时限提前', 'Earlier'], later: ['时限推后', 'Later'], overdue: ['将变为逾期', 'Become overdue'], no_longer_overdue: ['不再逾期', 'No longer overdue'], ceased: ['不再计时', 'Cease'], begun: ['新增计时', 'Begin'],
});
export const RUN_WORDS = codeWords<RunState>({ waiting: ['等待中', 'waiting'], running: ['推算中', 'running'], done: ['已完成', 'done'], cancelled: ['已中止', 'cancelled'], failed: ['没有算成', 'failed'] });
/** In the order in which they are shown. */
export const MODES = Object.keys(MODE_WORDS.zh) as Mode[];
export const CHANGES = Object.keys(CHANGE_WORDS.zh) as Change[];
/** What several panels say. */
export const SHARED = words({ more: ['再看一些', 'Show more'], rule: ['条款', 'Rule'], cancel: ['中止', 'Cancel'] });
