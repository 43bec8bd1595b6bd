import type { FastifyReply, FastifyRequest } from 'fastify';
import { no } from '../../policy/refusal.ts';
import type { House } from '../house.ts';
import type { Door } from './door.ts';
import { firstPasswordRoutes } from './first-password-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { passwordRoutes } from './password-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import { isFromOurPages } from './same-origin.rules.ts';
import { secondStepRoutes } from './second-step-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { settingRoutes } from './setting-routes.ts';

export function signInRoutes(house: House, door: Door): void {
  passwordRoutes(house, door);
  firstPasswordRoutes(house, door);
  sessionRoutes(house, door);
  linkRoutes(house, door);
  secondStepRoutes(house, door);
  providerRoutes(house, door);
  settingRoutes(house, door);
}

/** An onRequest hook for every route: nobody else's page changes anything with the cookie of whoever looks at it. */
export const refuseOtherPages = (baseUrl: string) => async (request: FastifyRequest, reply: FastifyReply) => {
  if (!isFromOurPages(request.method, request.headers, baseUrl))
    return reply.code(403).send(no('input', 'other_page', '请求不是从本系统的页面发出的，没有执行。', 'This request did not come from a page of this installation; nothing was done.'));
};
