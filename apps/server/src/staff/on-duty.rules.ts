import type { Moment } from '@shouwen/contract/facts';
import type { PostCode } from '@shouwen/contract/posts';
import type { Gap } from '@shouwen/contract/staff';

export interface HeldPost { staffId: string; post: PostCode; centreId: string | null; departmentId: string | null; from: Moment; until: Moment | null }
export interface ShiftOn { staffId: string; centreId: string; post: PostCode; from: Moment; until: Moment }
/** Posts and shifts of a company, past and coming ones too: a moment picks out its own. */
export interface Roster { posts: readonly HeldPost[]; shifts: readonly ShiftOn[] }

/** What a rule calls its duty holder, where no definite person is meant (glossary: a post is held, a role is taken). */
export type Role = PostCode | 'duty_manager' | 'receptionist_on_duty' | 'customer_service_supervisor';

/** FCR-11: from the highest down; equals share a rung. */
const MANAGERS: readonly (readonly PostCode[])[] = [['leader_in_charge'], ['centre_manager'], ['department_head', 'customer_service_lead', 'relations_lead']];
/** SHF-01: whoever of these is on duty takes in matters at any hour. */
const INTAKE: readonly PostCode[] = ['receptionist', 'customer_service_officer', 'guard'];
/** RCP-03: at the desk in opening hours. */
const FRONT_DESK: readonly PostCode[] = ['receptionist', 'customer_service_officer'];
const CUSTOMER_SERVICE: readonly PostCode[] = ['receptionist', 'customer_service_officer', 'butler'];

/** Ranks of posts that fill a role, the first that somebody holds counts. A centre without one has the customer-service lead instead (ORG-01). */
function ranksOf(role: Role): readonly (readonly PostCode[])[] {
  switch (role) {
    case 'duty_manager': return MANAGERS;
    case 'receptionist_on_duty': return [['receptionist']];
    case 'customer_service_supervisor': return [['customer_service_lead']];
    case 'relations_lead': return [['relations_lead'], ['customer_service_lead']];
    case 'general_manager': return [['general_manager'], ['leader_in_charge']];
    default: return [[role]];
  }
}
const needsRoster = (role: Role) => role === 'duty_manager' || role === 'receptionist_on_duty';

export interface Holders {
  staff: readonly string[];
  found: 'on_duty' | 'by_post' | 'head_of_centre' | 'nobody';
  /** ORG-01, SHF-01: shown, since what is owed falls to somebody else than it should. */
  gap: boolean;
}

/**
 * ORG-01: who a role means in a centre at a moment: whoever of the post is on duty, else all who hold it, else the head of the centre.
 * A department's head is asked for with the department.
 */
export function whoHolds(role: Role, where: { centreId: string; departmentId?: string | null }, at: Moment, roster: Roster): Holders {
  const held = roster.posts.filter((p) => covers(p, at) && (p.centreId === null || p.centreId === where.centreId)
    && (role !== 'department_head' || !where.departmentId || p.departmentId === where.departmentId));
  const onShift = (p: HeldPost) => roster.shifts.some((s) => s.staffId === p.staffId && s.centreId === where.centreId && s.post === p.post && covers(s, at));

  for (const posts of ranksOf(role)) {
    const on = held.filter((p) => posts.includes(p.post) && onShift(p));
    if (on.length) return { staff: unique(on), found: 'on_duty', gap: false };
  }
  if (role !== 'duty_manager')
    for (const posts of ranksOf(role)) {
      const of = held.filter((p) => posts.includes(p.post));
      if (of.length) return { staff: unique(of), found: 'by_post', gap: needsRoster(role) };
    }
  const head = headOfCentre(where.centreId, at, roster);
  return { staff: head, found: head.length ? 'head_of_centre' : 'nobody', gap: true };
}

/** FCR-11: all managers on duty in a centre, from the highest down. */
export function managersOnDuty(centreId: string, at: Moment, roster: Roster): string[] {
  const held = roster.posts.filter((p) => covers(p, at) && (p.centreId === null || p.centreId === centreId)
    && roster.shifts.some((s) => s.staffId === p.staffId && s.centreId === centreId && s.post === p.post && covers(s, at)));
  return [...new Set(MANAGERS.flatMap((posts) => unique(held.filter((p) => posts.includes(p.post)))))];
}

/** The centre manager; where there is none the leader in charge, and in a company that has just begun its administrator. */
function headOfCentre(centreId: string, at: Moment, { posts }: Roster): string[] {
  for (const post of ['centre_manager', 'leader_in_charge', 'company_administrator'] as const) {
    const holders = posts.filter((p) => p.post === post && covers(p, at) && (p.centreId === null || p.centreId === centreId));
    if (holders.length) return unique(holders);
  }
  return [];
}

/**
 * FCR-19: the next above a person: the head of their department, the customer-service lead of front desk, officers and butlers,
 * then the centre manager, then the leader in charge. Nobody is their own supervisor.
 */
export function directSupervisor(staffId: string, centreId: string, at: Moment, roster: Roster): Holders {
  const own = roster.posts.filter((p) => p.staffId === staffId && p.centreId === centreId && covers(p, at));
  const others: Roster = { shifts: [], posts: roster.posts.filter((p) => p.staffId !== staffId) };
  const above = (role: Role, departmentId?: string) => {
    const found = whoHolds(role, { centreId, ...(departmentId && { departmentId }) }, at, others);
    return found.found === 'by_post' ? found : undefined;
  };
  const manages = own.some((p) => p.post === 'department_head' || p.post === 'customer_service_lead' || p.post === 'relations_lead' || p.post === 'centre_manager');
  if (!manages) {
    for (const { departmentId } of own) {
      const head = departmentId && above('department_head', departmentId);
      if (head) return head;
    }
    const lead = own.some((p) => CUSTOMER_SERVICE.includes(p.post)) && above('customer_service_lead');
    if (lead) return lead;
  }
  const manager = !own.some((p) => p.post === 'centre_manager') && above('centre_manager');
  if (manager) return manager;
  const leader = above('leader_in_charge');
  if (leader) return leader;
  const head = headOfCentre(centreId, at, others);
  return { staff: head, found: head.length ? 'head_of_centre' : 'nobody', gap: true };
}

export interface Stretch { from: Moment; until: Moment }

/** Stretches of a period that the roster leaves open: nobody takes in matters (CMP-05), no manager is on duty (FCR-11), nobody is at the desk while it is open (RCP-03, SHF-01). */
export function gapsAhead(centreId: string, from: Moment, until: Moment, shifts: readonly ShiftOn[], open: readonly Stretch[]): { what: Gap['what']; from: Moment; until: Moment }[] {
  const always = [{ from, until }];
  return ([['intake', INTAKE, always], ['duty_manager', MANAGERS.flat(), always], ['front_desk', FRONT_DESK, open]] as const).flatMap(([what, posts, times]) => {
    const here = shifts.filter((s) => s.centreId === centreId && posts.includes(s.post));
    return times.map((time) => ({ from: Math.max(time.from, from), until: Math.min(time.until, until) })).filter((time) => time.from < time.until)
      .flatMap((time) => uncovered(time, here).map((gap) => ({ what, ...gap })));
  });
}

/** The parts of a stretch that none of the others covers, in order; neither empty nor overlapping. */
export function uncovered({ from, until }: Stretch, others: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = [];
  let covered = from;
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    if (covered >= until) return gaps;
    if (other.from > covered) gaps.push({ from: covered, until: Math.min(other.from, until) });
    covered = Math.max(covered, other.until);
  }
  if (covered < until) gaps.push({ from: covered, until });
  return gaps;
}

/** SHF-01: what of the shifts is worked: the time of an approved leave is taken out, and stands open on the roster. */
export function withoutLeave<S extends ShiftOn>(shifts: readonly S[], leaves: readonly (Stretch & { staffId: string })[]): S[] {
  return shifts.flatMap((shift) => uncovered(shift, leaves.filter((leave) => leave.staffId === shift.staffId)).map((part) => ({ ...shift, ...part })));
}

/** The start counts, the end doesn't: at a change of shift the new one is on. */
const covers = (span: { from: Moment; until: Moment | null }, at: Moment) => span.from <= at && (span.until === null || at < span.until);
const unique = (posts: readonly HeldPost[]) => [...new Set(posts.map((p) => p.staffId))].sort();
