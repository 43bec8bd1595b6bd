import type { PostHeld } from '@shouwen/contract/staff';

/** Whoever acts: a person of the company, or a machine with a token. */
export interface Staff {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly posts: readonly PostHeld[];
  /** Their post must have a second step of sign-in, and this session has none: only that can be set up by it. */
  readonly mustSetUpTotp?: true;
}

/** The posts that count in a centre: those held there, and those of the company. */
export const postsIn = (staff: Staff, centreId: string): readonly PostHeld[] => staff.posts.filter((held) => held.centreId === null || held.centreId === centreId);
/** Whether the centre is one of theirs; what lies in another is not there for them (404). */
export const belongsTo = (staff: Staff, centreId: string): boolean => postsIn(staff, centreId).length > 0;

/** The centres in which this person holds a post; a post of the company holds in all (`all`). */
export function centresOf(staff: Staff): 'all' | readonly string[] {
  if (staff.posts.some((held) => held.centreId === null)) return 'all';
  return [...new Set(staff.posts.map((held) => held.centreId!))];
}
