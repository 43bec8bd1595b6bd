/**
 * Chinese has no spaces between words, and dictionary segmenters lose a quarter of what is looked for. So every run of letters, digits and
 * characters is cut into overlapping pairs: any substring of two or more is found by its pairs, and a LIKE over `foldText` rules out the few
 * texts that hold all pairs apart.
 */

/** One spelling for index and query: full-width and half-width, capital and small letters are the same. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The runs of letters, marks and digits in a text, folded, in order, each once. What stands between them is never looked for. */
export function runsOf(text: string): string[] {
  return [...new Set(foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
}

/**
 * The lexemes to store of a text, for `array_to_tsvector($1::text[])`: the pairs of each run, and the last character of each run alone, so that
 * every character begins some lexeme. Holds nothing but letters, marks and digits; counted in code points, so a rare character isn't halved.
 */
export function bigramsOf(text: string): string[] {
  return [...new Set(runsOf(text).flatMap((run) => {
    const characters = Array.from(run);
    return characters.map((character, i) => character + (characters[i + 1] ?? ''));
  }))];
}

/**
 * A tsquery's text, for `$1::tsquery`, that finds every text stored by `bigramsOf` in which all runs of `sought` stand; null when there is
 * nothing to look for. A single character is looked for as the beginning of a pair.
 */
export function bigramQuery(sought: string): string | null {
  const wanted = runsOf(sought).flatMap((run) => {
    const characters = Array.from(run);
    return characters.length === 1 ? [`'${run}':*`] : characters.slice(1).map((character, i) => `'${characters[i]}${character}'`);
  });
  return wanted.length === 0 ? null : [...new Set(wanted)].join(' & ');
}

/** `text` as a LIKE pattern for "stands somewhere in it": percent sign, underscore and backslash are looked for as they are. */
export function anywhere(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
