/**
 * A text as pages and spreadsheets leave it, made readable: tabs and runs of spaces become one space, blank lines and spaces at the ends go,
 * signs that can't be stored or shown go too. The words themselves stay.
 */
export function cleaned(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\p{Cc}\uFEFF\u200B]/gu, (sign) => sign === '\n' ? sign : sign === '\t' ? ' ' : '')
    .split('\n').map((line) => line.replaceAll(/[^\S\n]+/gu, ' ').trim()).filter(Boolean).join('\n');
}

/** A cell as one line of text; a number as its digits. Empty is undefined. */
export function lineOf(cell: string | number | boolean | undefined): string | undefined {
  return (cell === undefined ? '' : cleaned(String(cell)).replaceAll('\n', ' ')) || undefined;
}
