/** Nobody's request is nested deeper, and what walks through one may recurse. */
const DEEPEST = 30;

/**
 * The path of the first text in a value that PostgreSQL cannot hold: one with a NUL, or with half of a character; or of what is nested too
 * deep. Undefined where there is none.
 */
export function unstorable(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path || 'text' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEEPEST) return path;
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable(key, path) ?? unstorable(inner, path ? `${path}.${key}` : key, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
