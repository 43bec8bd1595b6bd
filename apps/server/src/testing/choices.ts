import type { Choices } from '../policy/choices.ts';
import type { TestWorld } from './world.ts';

/** The company chooses otherwise, from a year before the test's clock on. */
export async function choose(w: TestWorld, choices: Partial<Choices>, more: { numbers?: object; off?: string[] } = {}): Promise<void> {
  await w.owner.query(`insert into policy_version (company_id, version, holds_from, applies, numbers, choices, off, set_by, set_at) values ($1, 'chosen', $2, 'new', $3, $4, $5, $6, $2)`,
    [w.company, new Date(w.now().getTime() - 365 * 86_400_000), more.numbers ?? {}, choices, more.off ?? [], w.ids.zhouqiming]);
}
