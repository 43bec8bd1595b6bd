import { POST_CODES, type PostCode } from '@shouwen/contract/posts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directSupervisor, gapsAhead, uncovered, whoHolds, withoutLeave, type HeldPost, type Roster, type Role, type ShiftOn } from './on-duty.rules.ts';
import { leavesNothingBehind, shiftCanBeEntered, weekOf } from './roster.rules.ts';

const HOUR = 3600_000;
const held = (staffId: string, post: PostCode, more: Partial<HeldPost> = {}): HeldPost => ({ staffId, post, centreId: 'LH', departmentId: null, from: 0, until: null, ...more });
const on = (staffId: string, post: PostCode, from: number, until: number): ShiftOn => ({ staffId, centreId: 'LH', post, from: from * HOUR, until: until * HOUR });
const posts = [
  held('何佳怡', 'receptionist'), held('林晓燕', 'customer_service_officer'), held('谭静', 'customer_service_officer'), held('苏敏', 'customer_service_lead'),
  held('孙立军', 'department_head', { departmentId: '工程' }), held('梁伟', 'repairer', { departmentId: '工程' }), held('罗志强', 'department_head', { departmentId: '安全' }),
  held('邓斌', 'guard', { departmentId: '安全' }), held('郑海涛', 'centre_manager'), held('许国梁', 'leader_in_charge', { centreId: null }), held('方敏', 'quality_department', { centreId: null }),
];
const shifts = [on('郑海涛', 'centre_manager', 9, 18), on('罗志强', 'department_head', 8, 20), on('谭静', 'customer_service_officer', 18, 33), on('何佳怡', 'receptionist', 9, 18)];
const roster: Roster = { posts, shifts };
const who = (role: Role, hour: number, departmentId?: string) => whoHolds(role, { centreId: 'LH', ...(departmentId && { departmentId }) }, hour * HOUR, roster);

describe('who a role means', () => {
  test('FCR-11 class I goes to the highest manager on duty', () => {
    expect(who('duty_manager', 10)).toEqual({ staff: ['郑海涛'], found: 'on_duty', gap: false });
    expect(who('duty_manager', 19)).toEqual({ staff: ['罗志强'], found: 'on_duty', gap: false });
  });
  test('FCR-11 where no manager is on duty it falls to the head of the centre, shown as a gap', () => {
    expect(who('duty_manager', 22)).toEqual({ staff: ['郑海涛'], found: 'head_of_centre', gap: true });
  });
  test('SHF-01 at the change of shift the new one is on and the old one off', () => {
    expect(who('customer_service_officer', 18).staff).toEqual(['谭静']);
    expect(who('receptionist_on_duty', 18)).toEqual({ staff: ['何佳怡'], found: 'by_post', gap: true });
    expect(who('receptionist_on_duty', 17)).toEqual({ staff: ['何佳怡'], found: 'on_duty', gap: false });
  });
  test('ORG-01 with none of the post on duty it means all who hold it', () => {
    expect(who('customer_service_officer', 12)).toEqual({ staff: ['林晓燕', '谭静'], found: 'by_post', gap: false });
  });
  test('ORG-01 a department is asked for by its head', () => {
    expect(who('department_head', 22, '工程').staff).toEqual(['孙立军']);
    expect(who('department_head', 22, '绿化')).toEqual({ staff: ['郑海涛'], found: 'head_of_centre', gap: true });
  });
  test('ORG-01 a company\'s post is held in every centre, a centre without a manager falls to the leader in charge', () => {
    expect(who('quality_department', 3).staff).toEqual(['方敏']);
    expect(whoHolds('customer_service_officer', { centreId: '新' }, 0, roster)).toEqual({ staff: ['许国梁'], found: 'head_of_centre', gap: true });
  });
  test('ORG-01 the customer-service lead stands for a relations lead that a centre hasn\'t got', () => {
    expect(who('relations_lead', 3)).toEqual({ staff: ['苏敏'], found: 'by_post', gap: false });
  });
  test('FCR-19 the direct supervisor: the department\'s head, then the lead, then the manager, then the leader in charge', () => {
    const above = (id: string) => directSupervisor(id, 'LH', 0, roster).staff;
    expect([above('梁伟'), above('邓斌'), above('何佳怡'), above('苏敏'), above('孙立军'), above('郑海涛')])
      .toEqual([['孙立军'], ['罗志强'], ['苏敏'], ['郑海涛'], ['郑海涛'], ['许国梁']]);
  });
});

describe('of any roster', () => {
  const name = fc.constantFrom('甲', '乙', '丙', '丁');
  const centre = fc.constantFrom('LH', 'QF');
  const span = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 24 }));
  const anyPost = fc.record({ staffId: name, post: fc.constantFrom(...POST_CODES), centreId: fc.option(centre), departmentId: fc.constant(null), span, open: fc.boolean() })
    .map(({ span: [from, hours], open, ...p }): HeldPost => ({ ...p, from: from * HOUR, until: open ? null : (from + hours) * HOUR }));
  const anyShift = fc.record({ staffId: name, post: fc.constantFrom(...POST_CODES), centreId: centre, span }).map(({ span: [from, hours], ...s }): ShiftOn => ({ ...s, from: from * HOUR, until: (from + hours) * HOUR }));
  const anyRoster = fc.record({ posts: fc.array(anyPost, { maxLength: 12 }), shifts: fc.array(anyShift, { maxLength: 12 }) });
  const anyRole = fc.constantFrom<Role>(...POST_CODES, 'duty_manager', 'receptionist_on_duty', 'customer_service_supervisor');
  const hour = fc.integer({ min: 0, max: 80 }).map((h) => h * HOUR);

  test('ORG-01 whoever is found holds a post then in this centre, and nobody is found only where it has no head', () => {
    fc.assert(fc.property(anyRoster, anyRole, hour, (some, role, at) => {
      const found = whoHolds(role, { centreId: 'LH' }, at, some);
      const here = some.posts.filter((p) => p.from <= at && (p.until === null || at < p.until) && (p.centreId === null || p.centreId === 'LH'));
      for (const id of found.staff) expect(here.some((p) => p.staffId === id)).toBe(true);
      expect(found.staff.length === 0).toBe(found.found === 'nobody');
      if (found.found === 'nobody') expect(here.some((p) => p.post === 'centre_manager' || p.post === 'leader_in_charge')).toBe(false);
      if (found.found === 'head_of_centre' || found.found === 'nobody') expect(found.gap).toBe(true);
      if (found.found === 'on_duty') expect(some.shifts.some((s) => found.staff.includes(s.staffId) && s.from <= at && at < s.until)).toBe(true);
    }));
  });
  test('FCR-11 nobody on duty outranks the duty manager found', () => {
    fc.assert(fc.property(anyRoster, hour, (some, at) => {
      const rank: Partial<Record<PostCode, number>> = { leader_in_charge: 0, centre_manager: 1, department_head: 2, customer_service_lead: 2, relations_lead: 2 };
      const onNow = some.posts.filter((p) => rank[p.post] !== undefined && p.centreId !== 'QF' && p.from <= at && (p.until === null || at < p.until)
        && some.shifts.some((s) => s.staffId === p.staffId && s.post === p.post && s.centreId === 'LH' && s.from <= at && at < s.until));
      const highest = Math.min(...onNow.map((p) => rank[p.post]!));
      const found = whoHolds('duty_manager', { centreId: 'LH' }, at, some);
      expect(found.gap).toBe(onNow.length === 0);
      if (onNow.length > 0) expect([...found.staff]).toEqual([...new Set(onNow.filter((p) => rank[p.post] === highest).map((p) => p.staffId))].sort((x, y) => (x < y ? -1 : 1)));
    }));
  });
  test('FCR-19 nobody is their own supervisor', () => {
    fc.assert(fc.property(anyRoster, name, hour, (some, id, at) => { expect(directSupervisor(id, 'LH', at, some).staff).not.toContain(id); }));
  });
  test('SHF-01 a moment is in a gap exactly where nobody of those posts is on duty', () => {
    fc.assert(fc.property(fc.array(anyShift, { maxLength: 10 }), fc.integer({ min: 0, max: 79 }), (some, h) => {
      const at = h * HOUR + 1;
      const gap = (what: string) => gapsAhead('LH', 0, 80 * HOUR, some, [{ from: 8 * HOUR, until: 18 * HOUR }]).some((g) => g.what === what && g.from <= at && at < g.until);
      const isOn = (...these: PostCode[]) => some.some((s) => s.centreId === 'LH' && these.includes(s.post) && s.from <= at && at < s.until);
      expect(gap('intake')).toBe(!isOn('receptionist', 'customer_service_officer', 'guard'));
      expect(gap('duty_manager')).toBe(!isOn('leader_in_charge', 'centre_manager', 'department_head', 'customer_service_lead', 'relations_lead'));
      expect(gap('front_desk')).toBe(h >= 8 && h < 18 && !isOn('receptionist', 'customer_service_officer'));
    }));
  });
  const stretch = fc.tuple(fc.integer({ min: -20, max: 190 }), fc.integer({ min: 1, max: 24 })).map(([from, hours]) => ({ from, until: from + hours }));
  test('SHF-01 shifts and gaps together cover the week, and no gap overlaps a shift or another gap', () => {
    fc.assert(fc.property(fc.array(stretch, { maxLength: 30 }), (some) => {
      const gaps = uncovered({ from: 0, until: 168 }, some);
      for (let h = 0; h < 168; h++) {
        const at = (one: { from: number; until: number }) => one.from <= h && h < one.until;
        expect(gaps.filter(at).length).toBe(some.some(at) ? 0 : 1);
      }
      for (const [i, gap] of gaps.entries()) expect(gap.from < gap.until && gap.from >= (gaps[i - 1]?.until ?? 0) && gap.until <= 168).toBe(true);
    }));
  });
  test('SHF-01 a time of leave is worked by nobody, every other hour of a shift still is', () => {
    fc.assert(fc.property(fc.array(stretch, { maxLength: 8 }), fc.array(fc.record({ staffId: fc.constantFrom('谭静', '林晓燕'), at: stretch }), { maxLength: 6 }), (some, leaves) => {
      const shifts = some.map((one) => ({ ...one, staffId: '谭静', centreId: 'LH', post: 'guard' as const }));
      const away = leaves.map(({ staffId, at }) => ({ staffId, ...at }));
      const worked = withoutLeave(shifts, away);
      for (let h = -20; h < 220; h++) {
        const at = (one: { from: number; until: number }) => one.from <= h && h < one.until;
        expect(worked.some(at)).toBe(shifts.some(at) && !away.some((leave) => leave.staffId === '谭静' && at(leave)));
      }
    }));
  });
});

describe('what may be entered on a roster', () => {
  const shift = { staffId: '谭静', centreId: 'LH', post: 'customer_service_officer' as const, from: 40 * HOUR, until: 48 * HOUR };
  const codeOf = (verdict: ReturnType<typeof shiftCanBeEntered>) => (verdict === 'yes' ? 'yes' : `${verdict.rule} ${verdict.code}`);
  test('SHF-01 in a post one holds, a day at most, and not twice at once', () => {
    const enter = (change: Partial<typeof shift> | { post: PostCode }) => codeOf(shiftCanBeEntered({ ...shift, ...change }, posts, shifts, [{ staffId: '谭静', from: 50 * HOUR, until: 52 * HOUR }]));
    expect([enter({}), enter({ until: 39 * HOUR }), enter({ until: 65 * HOUR }), enter({ post: 'guard' }), enter({ from: 32 * HOUR }), enter({ until: 51 * HOUR }), enter({ from: 52 * HOUR, until: 54 * HOUR })])
      .toEqual(['yes', 'input ends_before_start', 'input too_long', 'SHF-01 post_not_held', 'SHF-01 overlaps', 'SHF-01 on_leave', 'yes']);
  });
  test('FCR-35 nobody goes over open entries without a taker, and not to themselves', () => {
    expect(leavesNothingBehind('谭静', [], undefined)).toBe('yes');
    expect(leavesNothingBehind('谭静', ['LH2611-0001'], '林晓燕')).toBe('yes');
    expect(codeOf(leavesNothingBehind('谭静', ['LH2611-0001'], undefined))).toBe('FCR-35 open_entries');
    expect(codeOf(leavesNothingBehind('谭静', ['LH2611-0001'], '谭静'))).toBe('FCR-35 open_entries');
  });
  test('SHF-01 weeks are those of the calendar, also across a new year', () => {
    expect(weekOf('2026-W53')).toEqual({ monday: '2026-12-28', next: '2027-01-04' });
    expect(weekOf('2026-W01')).toEqual({ monday: '2025-12-29', next: '2026-01-05' });
    expect([weekOf('2027-W53'), weekOf('2026-W00'), weekOf('2026-48')]).toEqual([null, null, null]);
  });
});
