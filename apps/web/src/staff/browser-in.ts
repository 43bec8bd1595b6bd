const BROWSERS = [['MicroMessenger', '微信 WeChat'], ['Edg', 'Edge'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const;
const SYSTEMS = [['Windows', 'Windows'], ['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Mac OS', 'Mac'], ['Linux', 'Linux']] as const;

/** What a browser says of itself, as a person would: `Chrome · Windows`. Whoever says neither is shown as it came. */
export function browserIn(agent: string): string {
  const found = [BROWSERS, SYSTEMS].flatMap(list => list.find(([mark]) => agent.includes(mark))?.[1] ?? []);
  return found.length > 0 ? found.join(' · ') : agent;
}
