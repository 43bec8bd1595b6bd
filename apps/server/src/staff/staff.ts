import type { PostHeld } from '@shouwen/contract/staff';

/** Whoever acts: a person of the company, or a machine with a token. */
export interface Staff {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly posts: readonly PostHeld[];
}

/** The centres in which this person holds a post; a post of the company holds in all (`all`). */
export function centresOf(staff: Staff): 'all' | readonly string[] {
  if (staff.posts.some((held) => held.centreId === null)) return 'all';
  return [...new Set(staff.posts.map((held) => held.centreId!))];
}
