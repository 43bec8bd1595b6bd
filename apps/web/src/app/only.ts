/** The search of an address as a screen reads it and nothing else: the router keeps what a screen leaves out unless it is said to be undefined. */
export const only = <T extends object>(read: (search: Record<string, unknown>) => T) => (search: Record<string, unknown>): T =>
  ({ ...Object.fromEntries(Object.keys(search).map(name => [name, undefined])), ...read(search) });
