import type { Clock } from '@shouwen/contract/clocks';
import type { Fact, Kind } from '@shouwen/contract/facts';
import { difference, type StoredClock } from '../clocks/difference.rules.ts';
import { columnsOf, type MatterColumns } from '../matters/read-off.rules.ts';
import { standingOf, type Standing } from '../matters/standing.rules.ts';

export const CODES = ['no_receipt', 'revision', 'columns_differ', 'no_owner', 'no_clock', 'no_due', 'no_answer', 'question_adrift', 'promise_adrift', 'clock_without_fact', 'clocks_differ',
  'verdict_differs', 'flow', 'unbound_role'] as const;
export type Code = (typeof CODES)[number];
export interface Finding { rule: string; code: Code; centreId: string | null; matter: string | null; zh: string; en: string }

export interface StoredForCheck extends StoredClock { /** Another outcome derived since, and kept beside the sealed one. */ differing: boolean }
/** The columns that lists go by. */
export type Columns = Pick<MatterColumns, 'state' | 'kind' | 'class' | 'holder_id' | 'first_contact_id' | 'closed_at' | 'next_clock' | 'next_due_at'>;
export interface MatterToCheck { number: string; centreId: string; revision: number; columns: Columns; facts: readonly Fact[]; clocks: readonly StoredForCheck[] }
export interface Known { derive(facts: readonly Fact[]): Clock[]; /** Clock names that end by time alone (CNT-08). */ lapsing: ReadonlySet<string>; /** Staff still with the company. */ staff: ReadonlySet<string> }

const ANSWERS: readonly Kind[] = ['conclusive_reply', 'solved_on_spot', 'handling_ended', 'work_done', 'told', 'callback_recorded'];

/**
 * What must hold of a matter at every moment, on live data: its record is whole, what is cached follows from it, and nobody, no question and no promise
 * is left without an owner, a due time and an answer (CMP-46). Pure; an order in the findings is not promised.
 */
export function findingsOf(matter: MatterToCheck, known: Known): Finding[] {
  const { facts, clocks } = matter;
  const found: Finding[] = [];
  const find = (rule: string, code: Code, zh: string, en: string) => found.push({ rule, code, centreId: matter.centreId, matter: matter.number, zh, en });
  if (matter.revision !== facts.length) find('CAL-13', 'revision', `版本号 ${matter.revision} 与记录数 ${facts.length} 不符`, `revision ${matter.revision}, but ${facts.length} facts`);
  if (!facts.some((fact) => fact.what === 'received')) {
    find('FCR-04', 'no_receipt', '没有受理记录', 'no receipt on record');
    return found;
  }
  const seen = standingOf(facts);
  const derived = known.derive(facts);
  followsFromRecord(matter, seen, derived, find);
  stoppedByFacts(matter, known, find);

  const open = clocks.filter((clock) => clock.verdict === null);
  if (!seen.closed) {
    if (!known.staff.has(seen.holder.staff)) find('CMP-46', 'no_owner', '无人负责：承接人已离职或不存在', 'nobody is accountable: the holder has left or does not exist');
    if (!open.length) find('CMP-46', 'no_clock', '没有正在计时的时限', 'no clock is running');
    else if (!open.some(hasDueTime)) find('CMP-46', 'no_due', '没有到期时间', 'no due time');
  } else if (!['in_error', 'imported'].includes(seen.closed.data.way) && !facts.some((fact) => ANSWERS.includes(fact.what)))
    find('CMP-46', 'no_answer', '已关闭但没有答复记录', 'closed without an answer on record');
  const minded = new Set(open.map((clock) => (JSON.parse(clock.derived) as Clock).about));
  for (const question of facts.filter((fact) => fact.what === 'question_asked'))
    if (!facts.some((fact) => fact.what === 'question_answered' && fact.data.question === question.data.question) && !minded.has(question.data.question))
      find('CMP-46', 'question_adrift', `问题无时限、无答复：${question.data.text ?? ''}`, `a question without due time and answer: ${question.data.text ?? ''}`);
  for (const promise of seen.promises)
    if (promise.kept === undefined && promise.released === undefined && !minded.has(promise.id)) find('CMP-46', 'promise_adrift', `承诺未兑现也无时限：${promise.what}`, `a promise neither kept nor timed: ${promise.what}`);
  return found;
}
type Find = (rule: string, code: Code, zh: string, en: string) => void;

/** Deriving anew writes nothing. A sealed verdict that came out otherwise since is no finding where that is on record beside it. */
function followsFromRecord({ facts, clocks, columns }: MatterToCheck, seen: Standing, derived: readonly Clock[], find: Find) {
  const { added, changed, gone, differing } = difference(clocks, derived);
  const moved = [...added, ...changed].map((clock) => clock.id).concat(gone);
  if (moved.length) find('CAL-10', 'clocks_differ', `时限表与记录推算不一致：${moved.join('、')}`, `the clocks stored are not those that follow from the record: ${moved.join(', ')}`);
  const hidden = differing.filter((clock) => !clocks.find((stored) => stored.id === clock.id)!.differing);
  if (hidden.length) find('CAL-10', 'verdict_differs', `已封存的结论与现推算不一致且未标明：${hidden.map((clock) => clock.id).join('、')}`, `a sealed verdict comes out otherwise now, and nothing says so: ${hidden.map((clock) => clock.id).join(', ')}`);
  const now = columnsOf(facts, seen, derived);
  const wrong = (Object.keys(columns) as (keyof Columns)[]).filter((key) => value(columns[key]) !== value(now[key]));
  if (wrong.length) find('CAL-10', 'columns_differ', `列表栏目与记录不一致：${wrong.join('、')}`, `columns for lists don't follow from the record: ${wrong.join(', ')}`);
}
const value = (of: string | Date | null) => (of instanceof Date ? of.getTime() : of);

/** No clock is stopped without a fact that is on record; only a wait that lapses ends by time alone. */
function stoppedByFacts({ facts, clocks }: MatterToCheck, { lapsing }: Known, find: Find) {
  const ids = new Set(facts.map((fact) => fact.id));
  for (const clock of clocks) {
    if (clock.verdict === null) continue;
    const { ended, name } = JSON.parse(clock.derived) as Clock;
    if (ended && (ended.fact === null ? lapsing.has(name) : ids.has(ended.fact))) continue;
    find('CAL-10', 'clock_without_fact', `时限 ${clock.id} 已结束但没有对应的记录`, `clock ${clock.id} ended without a fact on record`);
  }
}

/** A due time, or one that a pause withholds, or a period that the company has set to none. */
const hasDueTime = ({ due, derived }: StoredForCheck) => due !== null || (({ why }: Clock) => why.period === 'none' || why.pauses.length > 0)(JSON.parse(derived) as Clock);
