/**
 * Whether a request that changes something comes from our own pages. A cookie is sent along from anywhere, so the browser's word counts:
 * Sec-Fetch-Site, or Origin where the browser is too old for it. Whoever carries an authorization header sends no cookie unawares.
 */
export function isFromOurPages(method: string, headers: Readonly<Record<string, string | string[] | undefined>>, baseUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true;
  if (headers.authorization) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false;
  return origin === new URL(baseUrl).origin || new URL(origin).host === headers.host;
}
