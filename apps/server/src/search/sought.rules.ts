import { anywhere, bigramQuery, foldText, runsOf } from './bigrams.rules.ts';

export interface Sought {
  /** A tsquery's text; null where nothing is sought. */
  readonly query: string | null;
  /** LIKE patterns over the folded text, one a run, all of which must fit. */
  readonly patterns: readonly string[];
  /** A LIKE pattern over a phone's digits; null where fewer than four were typed, or something else than a phone. */
  readonly digits: string | null;
  /** A matter's number, its beginning or its running number alone, as far as it may be one; null where it can't. */
  readonly number: string | null;
}

/** What somebody typed into a search box, for the functions rooms_with, people_with and matters_with. */
export function soughtIn(typed: string): Sought {
  const words = bigramQuery(typed);
  const number = /^[A-Z]{0,6}\d{0,4}-?\d*$/.exec(foldText(typed).replaceAll(/\s/g, '').toUpperCase())?.[0] || null;
  const digits = /^[\d\s()+-]*$/.test(foldText(typed)) ? foldText(typed).replaceAll(/\D/g, '').replace(/^86(?=1\d{10}$)/, '') : '';
  if (words === null || digits.length < 4) return { query: words, patterns: runsOf(typed).map(anywhere), digits: null, number };
  const fours = Array.from({ length: digits.length - 3 }, (_, i) => `'${digits.slice(i, i + 4)}'`);
  return { query: `(${words}) | (${[...new Set(fours)].join(' & ')})`, patterns: runsOf(typed).map(anywhere), digits: anywhere(digits), number };
}
