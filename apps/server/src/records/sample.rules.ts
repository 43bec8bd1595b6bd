/**
 * FCR-32: `size` of `from` by chance, or all where there are fewer; the same seed draws the same from the same, whatever the order they are given in.
 * `seed`: an integer from 0 to 2^31-1.
 */
export function drawSample(from: readonly string[], size: number, seed: number): string[] {
  const left = from.toSorted();
  const next = chance(seed);
  return Array.from({ length: Math.min(size, left.length) }, () => left.splice(Math.floor(next() * left.length), 1)[0]!);
}

/** mulberry32: numbers from 0 to below 1 that follow from the seed alone. */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
