import type { Registering } from '@shouwen/contract/matters';
import { enterPerson } from '../../customers/enter-person.ts';
import { enterRoom } from '../../customers/enter-room.ts';
import { closeQuietWeek } from '../../complaints/close-quiet-week.ts';
import { openMatter } from '../../matters/open-matter.ts';
import { registerMatter } from '../../matters/register-matter.ts';
import { rosterDaysLeft, rosterOfDay } from './roster-of-day.ts';
import { COMMON_PLACES, entering, floorsOf, homesOf } from './households.ts';
import { officeLife } from './office.ts';
import type { Act } from './stage.ts';
import { tellHistory, type Ground } from './tell-history.ts';
import type { Life } from './telling.ts';
import { DAY } from './turns.ts';

/** All that is filled in, in its order, and when each matter number is taken. */
export interface Plan { acts: Act[]; numbersTaken: { at: number; receivedAt: number }[] }

/** The estate first, then three months as they went. The same ground makes the same plan, so that a place in it says what is done. */
export function planOf(ground: Omit<Ground, 'homes' | 'rejects'>): Plan {
  const { seed, seeded, days, nthHome } = ground;
  const homes = homesOf(seed).filter((_, i) => i % nthHome === 0);
  const unasked = homes.filter((_, i) => i % 347 === 1).map(({ residents }) => residents[0]!.phone);
  const lives = tellHistory({ ...ground, homes, rejects: (phone) => unasked.includes(phone) });
  const opened = seeded - 300 * DAY;
  const estate: Act[] = [
    ...rosterDaysLeft(days).map((day): Act => ({ at: opened, run: (stage) => stage.at('sumin', opened, (work) => rosterOfDay(work, stage.centreId, stage.staff, seeded, day)) })),
    { at: opened, run: (stage) => stage.at('wuxiuying', opened, async (work) => { for (const name of COMMON_PLACES) await enterRoom(work, { centreId: stage.centreId, kind: 'common', name }); }) },
    ...floorsOf(homes).map((floor): Act => ({ at: opened, run: (stage) => stage.at('wuxiuying', opened, async (work) => {
      for (const { building, unit, number, residents } of floor) {
        const { id } = await enterRoom(work, { centreId: stage.centreId, kind: 'room', building: `${building}栋`, unit: `${unit}单元`, number });
        for (const resident of residents) await enterPerson(work, entering(stage.centreId, id, resident));
      }
    }) })),
  ];
  const numbersTaken: Plan['numbersTaken'] = [];
  const told = lives.flatMap((life) => {
    const first = numbersTaken.length;
    const receivedAt = life.intake.receivedAt ? Date.parse(life.intake.receivedAt) : life.enteredAt;
    numbersTaken.push(...life.numbers.map((at, nth) => ({ at, receivedAt: nth ? at : receivedAt })));
    return actsOf(life, first);
  });
  return { acts: [...estate, ...[...told, ...officeLife({ seed, days }, seeded, unasked)].sort((a, b) => a.at - b.at)], numbersTaken };
}

function actsOf({ by, enteredAt, came: { home, resident, withheld }, intake, steps }: Life, first: number): Act[] {
  const register: Act = { at: enteredAt, run: async (stage) => {
    const { personComplainedAbout, ...said } = intake;
    const { person, room } = await stage.fileOf(resident.phone, home.name);
    const reporter = withheld === 'found_by_staff' ? { withheld, place: home.name } : withheld ? { withheld } : { name: resident.name, phone: resident.phone, place: home.name, personId: person, roomId: room };
    await stage.at(by, enteredAt, (work) => registerMatter({ ...work, takeNumber: async () => stage.number(first) },
      { centreId: stage.centreId, ...said, reporter, ...(personComplainedAbout && { personComplainedAbout: stage.staff[personComplainedAbout]!.id }) } satisfies Registering));
  } };
  return [register, ...steps.map(({ at, who, verb, body, leadsTo }): Act => ({ at, run: async (stage) => {
    const number = stage.number(first);
    if (verb === 'quiet week') await stage.at('system', at, async (work) => closeQuietWeek(work, await openMatter(work, number, null)));
    else await stage.deed(number, who, at, verb, body, leadsTo === undefined ? undefined : stage.number(first + leadsTo));
  } }))];
}
