import type { Channel, MatterKind } from '@shouwen/contract/facts';
import { CAUSES } from './causes.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Colleague } from './colleagues.ts';
import { ABOUT_SOMEBODY, COMPLAINTS } from './complaints.ts';
import { EMERGENCIES } from './emergencies.ts';
import type { Home } from './households.ts';
import { tellAnswer, tellComplaint, tellEmergency, tellWork } from './lives-of-kinds.ts';
import { APPLICATIONS, HAZARDS, HELPS, INQUIRIES, OPINIONS, SUGGESTIONS } from './questions.ts';
import { REPAIRS } from './repairs.ts';
import { BUTLERS, DESK, GUARDS, MINUTE, OFFICERS, say, Teller, wordsOf, type Came, type Intake, type Life } from './telling.ts';
import type { Topic } from './topic.ts';
import { DAY, HOUR, midnightOf, onDuty, nextOnDuty, ZONE } from './turns.ts';

/** From which seed, as far back as how many days, and with every how manieth home a history is told. */
export interface Extent { seed: number; days: number; nthHome: number }
/** The demonstration: one history for everybody who starts it. */
export const WHOLE: Extent = { seed: 2100, days: 92, nthHome: 1 };
/** What a centre of 2,100 homes takes in on a day, and how that changes from Sunday to Saturday and through the hours. */
const A_DAY = 11.4;
const WEEKDAYS = [1.1, 1.16, 1, 0.95, 0.93, 0.98, 1.18];
const HOURS = [1, 0.6, 0.5, 0.5, 0.5, 0.8, 2, 5, 9, 12, 11, 8, 5, 6, 8, 8, 7, 7, 8, 8, 6, 4, 3, 2];
const KINDS: readonly (readonly [readonly Topic[], number])[] = [[REPAIRS, 45], [INQUIRIES, 19], [COMPLAINTS, 11], [HELPS, 6.5], [APPLICATIONS, 6], [OPINIONS, 4.5], [SUGGESTIONS, 4], [HAZARDS, 3]];
const CHANNELS: readonly (readonly [Channel, number])[] = [['phone', 50], ['wechat', 20], ['in_person', 14], ['app', 9], ['oral', 4], ['email', 0.6], ['suggestion_box', 0.8], ['letter', 0.5], ['owners_committee', 0.6], ['superior', 0.3], ['forum', 0.2]];
const AT_ONCE: Partial<Record<MatterKind, number>> = { inquiry: 0.66, opinion: 0.85, suggestion: 0.2 };
/** A complaint that says more than one thing is taken in point by point (CMP-29). */
const BY_POINTS = 0.45;

const PRESSING = ['麻烦快一点。', '请今天给个回音。', '白天可以打我电话。', '晚上六点以后在家。', '谢谢。', '已经跟管家说过一声。', '有消息请发微信。', '家里有老人，请先打电话再来。', '不急，这两天就行。'] as const;
const THANKFUL = ['谢谢你们。', '只是个想法。', '不用回电话。', '望考虑。', '辛苦了。'] as const;

/** What the telling goes by: the staff's and departments' ids, and who won't be called back (CBK-04). */
export interface Ground extends Extent { seeded: number; homes: readonly Home[]; ids: Readonly<Record<string, string>>; departments: ReadonlyMap<string, string>; rejects: (phone: string) => boolean }

/** Three months of matters of the estate until the present, in the order in which they were entered. The same seed and present tell the same. */
export function tellHistory(ground: Ground): Life[] {
  const { seed, seeded, homes, days, nthHome } = ground;
  const lives: Life[] = [];
  let nth = 0;
  const tell = (at: number, from: readonly Topic[], more: { channel?: Channel; home?: Home } = {}) => {
    const draw = chanceOf(seed, 2, nth++);
    const month = new Date(at + ZONE).getUTCMonth() + 1;
    const topic = draw.weighted(from.map((one) => [one, one.weight * (one.months?.[month] ?? 1)] as const));
    const life = tellLife(ground, draw, at, topic, more);
    if (life) lives.push(life);
  };
  for (let day = -days; day <= 0; day++) {
    const draw = chanceOf(seed, 3, day + 1000), midnight = midnightOf(seeded) + day * DAY;
    const many = Math.round(A_DAY * WEEKDAYS[(Math.floor((midnight + ZONE) / DAY) + 4) % 7]! * (0.75 + draw.int(0, 50) / 100) / Math.sqrt(nthHome));
    for (let i = 0; i < many; i++) tell(midnight + draw.weighted(HOURS.map((weight, hour) => [hour, weight])) * HOUR + draw.int(0, 3599) * 1000, draw.weighted(KINDS));
  }
  for (const { from, until, times, near, channels, topic } of CAUSES) {
    if (from < -days) continue;
    const draw = chanceOf(seed, 4, from), there = homes.filter(near);
    for (let i = 0; i < times; i++) tell(midnightOf(seeded) + draw.int(from, until) * DAY + draw.weighted(HOURS.map((weight, hour) => [hour, weight])) * HOUR + draw.int(0, 3599) * 1000, [topic], { channel: draw.pick(channels), home: draw.pick(there) });
  }
  for (const [i, day] of [-71, -33, -9].filter((on) => on >= -days).entries()) tell(midnightOf(seeded) + day * DAY + (18 + i) * HOUR, [ABOUT_SOMEBODY], { channel: 'phone' });
  for (const [day, hour, topic] of EMERGENCIES.filter(([on]) => on >= -days)) tell(midnightOf(seeded) + day * DAY + hour * HOUR + 17 * MINUTE, [topic], { channel: 'phone' });
  return lives.sort((a, b) => a.enteredAt - b.enteredAt);
}

/** Nothing where it would only be entered after the present. */
function tellLife(ground: Ground, draw: Chance, at: number, topic: Topic, more: { channel?: Channel; home?: Home }): Life | undefined {
  const { seeded, homes } = ground;
  const home = more.home ?? draw.pick(homes), kind = topic.kind;
  const found = kind === 'possible_hazard' && draw.often(0.7);
  const anonymous = kind === 'complaint' && !more.home && draw.often(0.06);
  const came: Came = { home, resident: draw.pick(home.residents), ...(found ? { withheld: 'found_by_staff' } : anonymous ? { withheld: 'anonymous' } : {}) };
  const channel = more.channel ?? (found ? 'oral' : anonymous ? draw.pick(['suggestion_box', 'wechat'] as const) : draw.weighted(CHANNELS.filter(([one]) => kind !== 'help_request' || ['phone', 'in_person', 'oral'].includes(one))));
  const by = takenInBy(draw, channel, at, seeded);
  // CAL-13: some are entered only later, at the end of a round or a busy hour
  const late = draw.often(channel === 'oral' ? 0.2 : 0.03) ? draw.int(40, 200) : 0;
  const reached = Math.max(at, nextOnDuty(by, at, seeded)), enteredAt = reached + late * MINUTE;
  if (enteredAt > seeded - 3 * MINUTE) return undefined;
  const place = topic.places ? say(draw.pick(topic.places), { draw, came, at: reached, place: '' }) : home.name;
  const words = wordsOf(topic, place, { draw, came, at: reached });
  const atOnce = draw.often(AT_ONCE[kind] ?? 0);
  const intake: Intake = {
    kind, channel, title: words.title, whatHappened: `${words.says}${draw.often(0.65) ? words.adds : ''}${!found && kind !== 'help_request' && draw.often(0.3) ? draw.pick(kind === 'opinion' || kind === 'suggestion' ? THANKFUL : PRESSING) : ''}`, readBack: draw.often(0.95),
    ...(words.wants && draw.often(0.9) && { whatIsWanted: words.wants }), ...(late > 0 && { receivedAt: new Date(reached).toISOString() }),
    ...(topic.points && draw.often(BY_POINTS) && { points: [...topic.points] }), ...(atOnce && { solvedOnSpot: { text: words.reply, satisfied: true } }),
    ...(topic === ABOUT_SOMEBODY && { personComplainedAbout: draw.pick(GUARDS.slice(1)) }), ...(kind === 'complaint' && draw.often(0.05) && { claimYuan: String(draw.int(1, 24) * 50), faultAlleged: true }),
  };
  const teller = new Teller(seeded, draw, by, enteredAt, kind !== 'help_request' && draw.often(0.08) ? draw.int(4, 9) : 1);
  const told = { teller, draw, intake, by, words, trade: topic.trade, reachable: !anonymous && !found, found, rejects: ground.rejects(came.resident.phone), departments: ground.departments, ids: ground.ids };
  if (kind === 'hazard_or_disaster' || kind === 'urgent_help') tellEmergency(told);
  else if (kind === 'complaint') tellComplaint(told);
  else if (kind === 'inquiry' || kind === 'suggestion' || kind === 'opinion') tellAnswer(told);
  else tellWork(told);
  return { by, enteredAt, came, intake, steps: teller.steps, numbers: teller.numbers };
}

/** FCR-02: whoever is there for a channel at that hour. */
function takenInBy(draw: Chance, channel: Channel, at: number, seeded: number): Colleague {
  const among: readonly (readonly Colleague[])[] = channel === 'oral' ? [GUARDS] : channel === 'in_person' ? [draw.often(0.25) ? BUTLERS : DESK, OFFICERS] : channel === 'phone' ? [draw.often(0.6) ? DESK : OFFICERS, OFFICERS] : [OFFICERS, DESK];
  for (const posts of among) { const there = onDuty(posts, at, seeded); if (there.length) return draw.pick(there); }
  return draw.pick(OFFICERS);
}

/** Centre code, year and month of receipt, running number in the order in which they are taken. `zone` is Shanghai's. */
export function numbersInOrder(code: string, taken: readonly { at: number; receivedAt: number }[]): string[] {
  const last = new Map<string, number>();
  return taken.map((one, place) => ({ one, place })).sort((a, b) => a.one.at - b.one.at || a.place - b.place).map(({ one, place }) => {
    const month = new Date(one.receivedAt + ZONE).toISOString().slice(2, 7).replace('-', '');
    const nth = (last.get(month) ?? 0) + 1;
    last.set(month, nth);
    return { place, number: `${code}${month}-${String(nth).padStart(4, '0')}` };
  }).sort((a, b) => a.place - b.place).map(({ number }) => number);
}
