/** The digits of a phone as one might type it: full-width, with spaces, dashes, brackets or China's country code before a mobile number. */
export function digitsOf(phone: string): string {
  const digits = phone.normalize('NFKC').replaceAll(/\D/g, '');
  return digits.replace(/^(?:00)?86(?=1\d{10}$)/, '');
}

/** ARC-07: 138****2716. Of a number without an area code the last four digits are shown, of a very short one two. */
export function masked(phone: string): string {
  const digits = digitsOf(phone);
  if (digits.length >= 11) return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`;
  const shown = digits.length >= 7 ? 4 : 2;
  return '*'.repeat(Math.max(digits.length - shown, 1)) + digits.slice(-shown);
}

/** Every four digits that follow one another: by any of them a phone is found. */
export function foursOf(digits: string): string[] {
  return Array.from({ length: Math.max(digits.length - 3, 0) }, (_, i) => digits.slice(i, i + 4));
}
