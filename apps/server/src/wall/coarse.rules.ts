/** What a matter's number ends on: 0208 of LH2611-0208. */
export const shortNumber = (number: string) => number.split('-').at(-1)!;

/**
 * A place as coarse as a wall may show it. What was typed may hold anything, a name too: only what the centre itself has entered as a building or a
 * common part, and with which the place begins, is ever given out.
 */
export function coarsePlace(place: string | null, known: { buildings: readonly string[]; commons: readonly string[] }): string | null {
  if (place === null) return null;
  const said = place.normalize('NFKC').replaceAll(/\s+/g, '');
  const begins = (name: string) => { const bare = name.replaceAll(/\s+/g, ''); return bare.length > 0 && said.startsWith(bare) && !(/\d$/.test(bare) && /^\d/.test(said.slice(bare.length))); };
  const longest = (names: readonly string[]) => names.filter(begins).reduce<string | null>((best, name) => best === null || name.length > best.length ? name : best, null);
  return longest(known.commons) ?? longest(known.buildings);
}
