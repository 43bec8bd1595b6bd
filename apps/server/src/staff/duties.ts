import type { Work } from '../db/work.ts';

/** What staff must know of the floors above: the app hands it down, so that nothing here looks up. */
export interface Duties {
  /** FCR-35: numbers of the open matters this person holds or is the first-contact person of; centreId null: in all centres. */
  openEntries(work: Work, staffId: string, centreId: string | null): Promise<readonly string[]>;
  /** FCR-35: another takes them all over, by name and with a fact in each; `only`: of these numbers alone (SHF-02). */
  takeOver(work: Work, fromId: string, toId: string, centreId: string | null, only?: readonly string[]): Promise<void>;
}
