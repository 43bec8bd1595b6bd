import type { Channel, MatterKind } from '@shouwen/contract/facts';
import type { Verb } from '@shouwen/contract/matters';
import type { Standing } from '../../matters/standing.rules.ts';
import type { Chance } from './chance.ts';
import type { Colleague } from './colleagues.ts';
import type { Home, Resident } from './households.ts';
import { onDuty, nextOnDuty, ZONE, DAY, HOUR } from './turns.ts';
import type { Topic, Trade } from './topic.ts';

export const MINUTE = 60_000;
/** Whoever is the first-contact person when it happens. */
export type Doer = Colleague | 'first_contact';
export type Body = object | ((seen: Standing, at: number) => object);
/** `leadsTo`: which of the life's numbers it takes. */
export interface Step { at: number; who: Doer; verb: Verb | 'quiet week'; body: Body; leadsTo?: number }
export interface Intake {
  kind: MatterKind; channel: Channel; title: string; whatHappened: string; whatIsWanted?: string; points?: string[]; receivedAt?: string; readBack: boolean; solvedOnSpot?: { text: string; satisfied: boolean };
  personComplainedAbout?: Colleague; claimYuan?: string; faultAlleged?: boolean;
}
/** Who came: somebody of a home, somebody who doesn't say, or nobody: a colleague found it. */
export interface Came { home: Home; resident: Resident; withheld?: 'anonymous' | 'found_by_staff' }
/** One matter from when it was entered, whose times all lie before the present. `numbers`: when each number is taken that it leads to: its own first. */
export interface Life { by: Colleague; enteredAt: number; came: Came; intake: Intake; steps: Step[]; numbers: number[] }

export const OFFICERS: readonly Colleague[] = ['linxiaoyan', 'guting', 'tanjing', 'qiujia'];
export const DESK: readonly Colleague[] = ['hejiayi', 'shenyuqing', 'luzihan'];
export const BUTLERS: readonly Colleague[] = ['wuxiuying', 'yaojingyi', 'cuiying', 'wanfang'];
export const GUARDS: readonly Colleague[] = ['dengbin', 'dinghao', 'yuguoqiang', 'tianjun', 'jiangtao', 'tangming', 'lubin'];
export const TRADES: Readonly<Record<Trade, { department: string; head: Colleague; people: readonly Colleague[] }>> = {
  engineering: { department: '工程维护部', head: 'sunlijun', people: ['liangwei', 'taojianjun', 'hanlei', 'caozhiyuan', 'pengyong'] },
  security: { department: '安全管理部', head: 'luozhiqiang', people: GUARDS },
  environment: { department: '环境管理部', head: 'baixiulan', people: ['fanchun', 'shijun'] },
  general: { department: '综合事务部', head: 'gongwenjing', people: ['daixiaolin'] },
};

/** The words of a topic, said by this customer at this time. */
export function say(text: string, { draw, came: { home }, at, place }: { draw: Chance; came: Came; at: number; place: string }): string {
  const hour = (at + ZONE) % DAY / HOUR;
  const when = hour < 11 ? ['今早', '昨晚', '夜里', '昨天'] : hour < 15 ? ['上午', '今天', '昨天', '中午'] : ['下午', '今天', '昨天', '傍晚'];
  const coming = new Date(at + ZONE + draw.int(2, 9) * DAY);
  const slots: Readonly<Record<string, () => string>> = {
    p: () => place, u: () => `${home.building}栋${home.unit}单元`, b: () => `${home.building}栋`, r: () => home.number, f: () => String(home.floor), x: () => `${String(home.floor + 1).padStart(2, '0')}${home.number.slice(2)}`,
    t: () => draw.pick(when), n: () => draw.pick(['三', '四', '两', '五']), m: () => `${coming.getUTCMonth() + 1}月${coming.getUTCDate()}日`,
  };
  return text.replace(/\{p\}/g, place).replace(/\{(\w)\}/g, (_, slot: string) => slots[slot]!());
}

const CALLING: readonly Step['verb'][] = ['answer-verifications', 'callbacks'];
/** Nobody is rung up between nine in the evening and nine in the morning. */
function notAtNight(at: number): number {
  const hour = (at + ZONE) % DAY / HOUR;
  return hour < 9 ? at + (9 - hour) * HOUR : hour < 21 ? at : at + (33 - hour) * HOUR;
}

/** Follows one matter through the people on duty. Steps that would lie ahead of the present haven't happened; nor has anything after them. */
export class Teller {
  readonly steps: Step[] = [];
  readonly numbers: number[] = [];
  private readonly seeded: number;
  private readonly draw: Chance;
  private readonly slow: number;
  private readonly by: Colleague;
  at: number;
  over = false;

  constructor(seeded: number, draw: Chance, by: Colleague, at: number, slow: number) {
    this.seeded = seeded; this.draw = draw; this.by = by; this.slow = slow; this.at = at; this.numbers.push(at);
  }
  /** After some minutes, at the latest when whoever does it is next on duty. */
  after(minutes: number, who: Doer, verb: Step['verb'], body: Body = {}): this {
    if (this.over) return this;
    const earliest = this.at + Math.max(1, minutes * this.slow) * MINUTE;
    const there = nextOnDuty(who === 'first_contact' ? this.by : who, earliest, this.seeded) + this.draw.int(0, 4) * MINUTE + this.draw.int(0, 59) * 1000;
    const at = CALLING.includes(verb) ? notAtNight(there) : there;
    if (at > this.seeded - 2 * MINUTE) { this.over = true; return this; }
    this.at = at;
    this.steps.push({ at, who, verb, body });
    return this;
  }
  /** The step before leads to a matter of its own. */
  leads(): this {
    if (!this.over) this.steps.at(-1)!.leadsTo = this.numbers.push(this.at) - 1;
    return this;
  }
  /** One of them who is on duty then, else the first to come. */
  whoever(among: readonly Colleague[], minutes = 0): Colleague {
    const at = this.at + minutes * this.slow * MINUTE;
    const there = onDuty(among, at, this.seeded);
    return there.length ? this.draw.pick(there) : among.toSorted((a, b) => nextOnDuty(a, at, this.seeded) - nextOnDuty(b, at, this.seeded))[0]!;
  }
}

export const wordsOf = (topic: Topic, place: string, how: { draw: Chance; came: Came; at: number }) => {
  // what is said, found and done about it belong together: they stand at the same place of their lists
  const which = how.draw.int(0, topic.says.length - 1);
  const at = (from: readonly string[] | undefined) => (from?.length ? say(from[which % from.length]!, { ...how, place }) : '');
  const any = (from: readonly string[] | undefined) => (from?.length ? say(how.draw.pick(from), { ...how, place }) : '');
  return { title: at(topic.titles), says: at(topic.says), adds: any(topic.adds), wants: any(topic.wants), found: at(topic.found), did: at(topic.did), reply: at(topic.replies) };
};
export type Words = ReturnType<typeof wordsOf>;
