import { anywhere, bigramQuery, foldText, runsOf } from './bigrams.rules.ts';

export interface Sought {
  /** A tsquery's text; null where nothing is sought. */
  readonly query: string | null;
  /** LIKE patterns over the folded text, one a run, all of which must fit. */
  readonly patterns: readonly string[];
  /** A LIKE pattern over a phone's digits; null where fewer than four were typed, or something else than a phone. */
  readonly digits: string | null;
}

/** What somebody typed into a search box, for the functions rooms_with, people_with and matters_with. */
export function soughtIn(typed: string): Sought {
  const words = bigramQuery(typed);
  const digits = /^[\d\s()+-]*$/.test(foldText(typed)) ? foldText(typed).replaceAll(/\D/g, '').replace(/^86(?=1\d{10}$)/, '') : '';
  if (words === null || digits.length < 4) return { query: words, patterns: runsOf(typed).map(anywhere), digits: null };
  const fours = Array.from({ length: digits.length - 3 }, (_, i) => `'${digits.slice(i, i + 4)}'`);
  return { query: `(${words}) | (${[...new Set(fours)].join(' & ')})`, patterns: runsOf(typed).map(anywhere), digits: anywhere(digits) };
}
