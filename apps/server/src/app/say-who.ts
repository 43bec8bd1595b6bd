import type { RouteOptions } from 'fastify';

/** A route that doesn't say who may use it doesn't start. */
export function sayWho(route: RouteOptions): void {
  if (!route.config?.audience) throw new Error(`${String(route.method)} ${route.url} does not say who may use it`);
}
