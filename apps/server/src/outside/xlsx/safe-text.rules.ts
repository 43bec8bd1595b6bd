/** The most a cell can hold; a longer one makes Excel call the whole file damaged. */
const CELL_LIMIT = 32_767;
const CUT = '……（过长，全文见系统）';

/**
 * A text that no spreadsheet program takes for a formula, in this file or in a CSV made from it: one that begins with = + - @, a tab or a
 * line break - also after spaces, invisible characters or in full-width form - gets an apostrophe before it. Characters that XML can't hold are left out.
 */
export function safeText(text: string): string {
  const clean = text.toWellFormed().replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => ['\t', '\r', '\n'].includes(sign) ? sign : '');
  const first = clean.replace(/^[\s\p{Cf}\p{Cc}]+/u, '').normalize('NFKC').slice(0, 1);
  const guarded = /^[\t\r\n]/.test(clean) || ['=', '+', '-', '@', '−'].includes(first) ? `'${clean}` : clean;
  const escaped = guarded.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped.length > CELL_LIMIT ? escaped.slice(0, CELL_LIMIT - CUT.length).toWellFormed() + CUT : escaped;
}
