import type { MatterKind } from '@shouwen/contract/facts';

/** Whose work it is; none: the service centre's own. */
export type Trade = 'engineering' | 'security' | 'environment' | 'general';

/**
 * What people of the estate come with, in the words of several of them. {u} building and unit, {b} building, {r} room, {f} floor, {x} the room above,
 * {t} when, {n} a small number, {p} one of `places`, {m} month and day to come.
 */
export interface Topic {
  kind: MatterKind;
  /** How often, beside the others of its kind. */
  weight: number;
  trade?: Trade;
  /** How much more or less in a month, 1 to 12. */
  months?: Readonly<Record<number, number>>;
  places?: readonly string[];
  titles: readonly string[];
  says: readonly string[];
  adds: readonly string[];
  wants?: readonly string[];
  found?: readonly string[];
  did?: readonly string[];
  replies: readonly string[];
  points?: readonly string[];
}
