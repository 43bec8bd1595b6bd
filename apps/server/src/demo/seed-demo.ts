import type { Registering, Verb, VerbBody } from '@shouwen/contract/matters';
import { DEEDS } from '../app/deeds.ts';
import { timekeepingIn } from '../app/timekeeping.ts';
import { enterPerson } from '../customers/enter-person.ts';
import { enterRoom } from '../customers/enter-room.ts';
import type { Db, Tx } from '../db/connect.ts';
import { inCompany } from '../db/in-company.ts';
import type { Work } from '../db/work.ts';
import { doDeed } from '../matters/do-deed.ts';
import { takeNumbersIn } from '../matters/matters.store.ts';
import { registerMatter } from '../matters/register-matter.ts';
import { enterShift } from '../staff/enter-shift.ts';
import { openCompany } from '../staff/open-company.ts';
import { openDepartment } from '../staff/open-department.ts';
import { operatorOf } from '../staff/operator.ts';
import type { Staff } from '../staff/staff.ts';
import { staffOf } from '../staff/staff.queries.ts';
import { takeOnStaff } from '../staff/take-on-staff.ts';
import { beginHistory } from './history/begin-history.ts';
import type { Extent } from './history/tell-history.ts';
import { DEMO_ADMINISTRATOR, DEMO_PLACES, DEMO_RESIDENTS, DEMO_STAFF, type DemoStaff } from './people.ts';
import { lives, type Life } from './lives.ts';
import { workAt } from './past.ts';

const DAY = 86_400_000;

/**
 * A small demonstration centre, 丽湖花园, made by the real use cases at times before `now`: people, rooms, a roster and matters in every state.
 * All in one transaction: killed half-way, nothing of it is there. Nobody has a password: the start prints links that sign in once.
 * `whole`: it is the beginning of a centre of 2,100 homes and three months, which history/fill-in.ts then fills in.
 */
export function seedDemo(db: Db, companyId: string, now: Date, whole?: Extent): Promise<void> {
  return inCompany(db, companyId, (tx) => seedIn(tx, companyId, now, whole));
}

async function seedIn(tx: Tx, companyId: string, now: Date, whole: Extent | undefined) {
  const opened = new Date(now.getTime() - 400 * DAY);
  const scene = { tx, timekeepingOf: timekeepingIn(tx, companyId), takeNumber: async (centre: { id: string; code: string }, month: string) => (await takeNumbersIn(tx, companyId, centre, month))[0]! };
  const at = async <T>(by: Staff, moment: Date, use: (work: Work) => Promise<T>) => (await workAt(scene, by, moment, use)).answer;
  const operator = operatorOf(companyId);
  const { centreId } = await at(operator, opened, (work) => openCompany(work, {
    company: { name: '恒屿物业管理有限公司' }, centre: { code: 'LH', name: '丽湖花园', phone: '8802 1100' },
    administrator: { name: '周启明', userName: DEMO_ADMINISTRATOR },
  }));
  const staff = {} as Record<DemoStaff, Staff>;
  const departments = new Map<string, string>();
  await at(operator, opened, async (work) => {
    for (const name of ['工程维护部', '安全管理部']) departments.set(name, (await openDepartment(work, centreId, name)).id);
    for (const [userName, name, post, place] of DEMO_STAFF) {
      const departmentId = departments.get(place ?? '');
      const { id } = await takeOnStaff(work, { name, userName, posts: [{ post, ...(place !== 'company' && { centreId }), ...(departmentId && { departmentId }) }] });
      staff[userName] = (await staffOf(work.tx, companyId, id, now))!;
    }
  });
  await at(staff.hejiayi, opened, async (work) => {
    for (const [name, building, unit, number, phone, movedInOn] of DEMO_RESIDENTS) {
      const room = await enterRoom(work, { centreId, kind: 'room', building: `${building}栋`, unit: `${unit}单元`, number });
      await enterPerson(work, { centreId, name, phones: [phone], rooms: [{ roomId: room.id, relation: 'owner' }], movedInOn });
    }
    for (const name of DEMO_PLACES) await enterRoom(work, { centreId, kind: 'common', name });
  });
  const present = lives(staff, departments);
  const receivedAt = ({ minutesAgo }: Life) => now.getTime() - minutesAgo * 60_000;
  const numbers = whole ? await beginHistory({ tx, companyId, centreId, now, extent: whole, departments }, at, present.map(receivedAt)) : undefined;
  if (!whole) await at(staff.sumin, opened, (work) => keepRoster(work, centreId, staff, now));
  for (const [nth, life] of present.entries()) {
    let moment = receivedAt(life);
    const register = (work: Work) => registerMatter(numbers ? { ...work, takeNumber: async () => numbers[nth]! } : work, { centreId, readBack: true, ...life.intake } as Registering);
    const number = await at(staff[life.by], new Date(moment), async (work) => (await register(work)).number);
    for (const [minutes, who, verb, body] of life.steps) {
      moment += minutes * 60_000;
      await at(staff[who], new Date(moment), (work) => doDeed(work, DEEDS.get(verb)!, number, (typeof body === 'function' ? body(new Date(moment)) : body) as VerbBody<Verb>, null));
    }
  }
}

/** The desk by day, an officer by night, guards in turns, a manager always: a fortnight from yesterday, local time of Shanghai. */
async function keepRoster(work: Work, centreId: string, staff: Record<DemoStaff, Staff>, now: Date) {
  const midnight = Math.floor((now.getTime() + 8 * 3_600_000) / DAY) * DAY - 8 * 3_600_000;
  const turns = [['hejiayi', 'receptionist', 8, 18], ['linxiaoyan', 'customer_service_officer', 8, 18], ['tanjing', 'customer_service_officer', 18, 32], ['dengbin', 'guard', 8, 20],
    ['zhenghaitao', 'centre_manager', 8, 20], ['luozhiqiang', 'department_head', 20, 32]] as const;
  for (let day = -1; day < 14; day++)
    for (const [who, post, from, until] of turns)
      await enterShift(work, centreId, { staffId: staff[who].id, post, from: new Date(midnight + day * DAY + from * 3_600_000).toISOString(), until: new Date(midnight + day * DAY + until * 3_600_000).toISOString() });
}
