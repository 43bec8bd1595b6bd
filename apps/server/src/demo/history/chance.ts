import { chance } from '../../records/sample.rules.ts';

/** Draws that follow from the seed alone, so that the same seed tells the same history. */
export interface Chance {
  /** From `least` to `most`, both included. */
  int(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of them, by how often each is to come. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** True in this share of all cases. */
  often(share: number): boolean;
}

export function chanceOf(...seed: readonly number[]): Chance {
  const next = chance(seed.reduce((mixed, part) => Math.imul(mixed ^ part, 0x9e3779b1) + 0x7f4a7c15 | 0, 17));
  return {
    int: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (from) => from[Math.floor(next() * from.length)]!,
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      return (from.find(([, weight]) => (left -= weight) < 0) ?? from.at(-1)!)[0];
    },
    often: (share) => next() < share,
  };
}
