import type { RequestKind } from '@shouwen/contract/roster';
import type { RequestNews } from '../roster/request-news.ts';
import { sayTime, type Said } from './say-alarm.rules.ts';

/** In which part somebody hears of a swap, a leave or overtime: whoever asked, the other of a swap, the taker of a leave, whoever decides. */
export type Part = 'asker' | 'colleague' | 'taker' | 'decider';
export interface Requested {
  kind: RequestKind; from: number; until: number; zone: string; asker: string; other: string | null; decidedBy: string | null; why: string | null;
  ended: { at: number; by: string; why: string } | null;
}

const KINDS: Record<RequestKind, Said> = { swap: { zh: '换班', en: 'swap of shifts' }, leave: { zh: '请假', en: 'leave' }, overtime: { zh: '加班', en: 'overtime' } };

/** SHF-01: who hears of what happened to a request, in which part; whoever did it knows. */
export function partsTold(news: RequestNews, kind: RequestKind, agreed: boolean): readonly Part[] {
  const other = kind === 'swap' ? ['colleague'] as const : kind === 'leave' ? ['taker'] as const : [];
  switch (news) {
    case 'asked': return kind === 'swap' ? ['colleague'] : ['decider', ...other];
    case 'agreed': return ['asker', 'decider'];
    case 'declined': return ['asker'];
    case 'approved': case 'refused': return ['asker', ...other];
    case 'taken_back': return kind === 'swap' && !agreed ? other : ['decider', ...other];
    case 'ended_early': return ['asker', 'decider', ...other];
  }
}

/** What is owed by whoever must act, and what happened for the rest. `acts`: the request waits for them. */
export function dutyOfPart(news: RequestNews, part: Part, kind: RequestKind): Said & { acts: boolean } {
  const { zh, en } = KINDS[kind];
  if (part === 'decider' && (news === 'asked' || news === 'agreed')) return { zh: `审批${zh}`, en: `decide on the ${en}`, acts: true };
  if (part === 'colleague' && news === 'asked') return { zh: '答复是否同意换班', en: 'say whether you agree to a swap of shifts', acts: true };
  const done: Record<RequestNews, Said> = {
    asked: { zh: '申请', en: 'asked for' }, agreed: { zh: '对方已同意', en: 'agreed by the other' }, declined: { zh: '对方不同意', en: 'declined by the other' }, approved: { zh: '已批准', en: 'approved' },
    refused: { zh: '未批准', en: 'not approved' }, taken_back: { zh: '已撤回', en: 'taken back' }, ended_early: { zh: '提前结束', en: 'ended early' },
  };
  return { zh: news === 'asked' ? `${done.asked.zh}${zh}` : `${zh}${done[news].zh}`, en: `${en} ${done[news].en}`, acts: false };
}

/** SHF-01: whose, when, and what is asked or was decided, by whom and why. */
export function sayRequest(news: RequestNews, part: Part, { kind, from, until, zone, asker, other, decidedBy, why, ended }: Requested): Said {
  const [starts, ends] = [sayTime(from, zone), sayTime(until, zone)];
  const span = { zh: `${KINDS[kind].zh}（${starts[0]} 至 ${ends[0]}）`, en: `${KINDS[kind].en} (${starts[1]} to ${ends[1]})` };
  const because = why ? { zh: `：${why}`, en: `: ${why}` } : { zh: '', en: '' };
  const end = ended && sayTime(ended.at, zone);
  const whose = part === 'asker' ? { zh: '您的', en: 'Your' } : { zh: `${asker}的`, en: `${asker}’s` };
  const takes = part === 'taker' ? { zh: '，开始时未了事项由您接手', en: '; what is open then goes to you' } : { zh: '', en: '' };
  const say = (zh: string, en: string): Said => ({ zh: `${zh}（SHF-01）。`, en: `${en} (SHF-01).` });
  switch (news) {
    case 'asked':
      if (part === 'colleague') return say(`${asker}请您${span.zh}，请答复是否同意`, `${asker} asks you for a ${span.en}: say whether you agree`);
      return part === 'taker' ? say(`${asker}申请${span.zh}，待审批${takes.zh}`, `${asker} asks for ${span.en}, to be decided${takes.en}`) : say(`${asker}申请${span.zh}，请审批`, `${asker} asks for ${span.en}: decide on it`);
    case 'agreed':
      return part === 'decider' ? say(`${asker}与${other}${span.zh}，双方已同意，请审批`, `${asker} and ${other} have agreed on a ${span.en}: decide on it`) : say(`${other}已同意与您${span.zh}，待审批`, `${other} agrees to the ${span.en}; it is to be decided`);
    case 'declined': return say(`${other}不同意与您${span.zh}${because.zh}`, `${other} does not agree to the ${span.en}${because.en}`);
    case 'approved': return say(`${whose.zh}${span.zh}已由${decidedBy}批准${takes.zh}`, `${whose.en} ${span.en} was approved by ${decidedBy}${takes.en}`);
    case 'refused': return say(`${whose.zh}${span.zh}未获${decidedBy}批准${because.zh}`, `${whose.en} ${span.en} was not approved by ${decidedBy}${because.en}`);
    case 'taken_back': return say(`${asker}撤回了${span.zh}`, `${asker} has taken back the ${span.en}`);
    case 'ended_early': return say(`${whose.zh}${span.zh}提前到${end![0]}结束，由${ended!.by}登记：${ended!.why}。此后的班次恢复，已接手的事项仍归接手人`, `${whose.en} ${span.en} ends early, at ${end![1]}, entered by ${ended!.by}: ${ended!.why}. The shifts after that stand again; what was taken over stays with the taker`);
  }
}
