import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyServerOptions, type RouteOptions } from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { outwardRoutes } from '../alarms/outward/routes.ts';
import { messageRoutes } from '../alarms/routes.ts';
import { tellOfRequest } from '../alarms/tell-of-request.ts';
import type { BackupPlan } from '../backups/back-up-daily.ts';
import { backupRoutes } from '../backups/routes.ts';
import { complaintRoutes } from '../complaints/routes.ts';
import { customerRoutes } from '../customers/routes.ts';
import type { Db } from '../db/connect.ts';
import { demonstrationRoutes } from '../demo/routes.ts';
import { inCompany } from '../db/in-company.ts';
import { exportRoutes } from '../exporting/routes.ts';
import { fileRoutes } from '../files/routes.ts';
import { findingRoutes } from '../finding/routes.ts';
import { importRoutes } from '../importing/routes.ts';
import { matterRoutes } from '../matters/routes.ts';
import type { Outward } from '../outside/outward.ts';
import { whyRoutes } from '../clocks/routes.ts';
import { recordRoutes } from '../records/routes.ts';
import { statisticsRoutes } from '../statistics/routes.ts';
import { no, Refused } from '../policy/refusal.ts';
import { policyRoutes } from '../policy/routes.ts';
import { rosterRoutes } from '../roster/routes.ts';
import type { Duties } from '../staff/duties.ts';
import { dutyRoutes } from '../staff/duty-routes.ts';
import { staffRoutes } from '../staff/routes.ts';
import type { Staff } from '../staff/staff.ts';
import { mayEnter } from '../staff/who-may.rules.ts';
import { displayBy } from '../wall/display-links.store.ts';
import { wallRoutes } from '../wall/routes.ts';
import { wordingRoutes } from '../wording/routes.ts';
import { DEEDS } from './deeds.ts';
import { describeRoute } from './describe-api.ts';
import { duties } from './duties.ts';
import { answerError, answerNotFound } from './errors.ts';
import { eventRoutes, type Events } from './events.ts';
import type { House } from './house.ts';
import { performer } from './perform.ts';
import { sayWho } from './say-who.ts';
import { unstorable } from './unstorable.rules.ts';
import type { Identity } from './sign-in/identity.ts';
import { refuseOtherPages, signInRoutes } from './sign-in/routes.ts';

export interface World {
  db: Db;
  /** A few connections of their own for taking matter numbers (work-of.ts). */
  counters: Db;
  now: () => Date;
  /** Who is signed in, by cookie or bearer token. */
  whoIs: (headers: Headers) => Promise<Staff | undefined>;
  /** What open pages hear of; closed with the house. */
  events: Events;
  /** Signing in by password and link, under this address; without it only `whoIs` knows anybody. */
  door?: { identity: Identity; baseUrl: string };
  /** By what people are reached outside; without it by nothing. */
  outward?: Outward;
  /** How the installation is backed up daily. */
  backups?: BackupPlan;
  /** What staff asks of matters (FCR-35). */
  duties?: Duties;
  /** Told of each route, for tests that go through all of them. */
  seenRoute?: (route: RouteOptions) => void;
  logger?: FastifyServerOptions['logger'];
}

/** Nothing from elsewhere; styles are set by the web's own code, and pictures it has just taken are blobs. */
const CSP = { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'], objectSrc: ["'none'"], frameAncestors: ["'none'"], upgradeInsecureRequests: null };

/** The whole server, not listening yet. */
export async function buildServer(world: World): Promise<House> {
  const house: House = Fastify({
    logger: world.logger ?? false, bodyLimit: 2 ** 20, trustProxy: 'loopback',
    // what isn't known is refused, never dropped in silence
    ajv: { customOptions: { removeAdditional: false, allErrors: false, coerceTypes: 'array' } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  // an answer's schema types and describes it; by it nothing is left out in silence
  house.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  house.decorateRequest('staff');
  house.decorateRequest('display');
  house.decorate('perform', performer(world.db, world.counters, world.now));
  house.decorate('read', (request, query) => inCompany(world.db, request.staff.companyId, (tx) => query(tx, request.staff, world.now())));
  house.decorate('show', (request, query) => inCompany(world.db, request.display.companyId, (tx) => query(tx, request.display, world.now())));
  house.addHook('onRoute', sayWho);
  if (world.seenRoute) house.addHook('onRoute', world.seenRoute);
  await house.register(helmet, { contentSecurityPolicy: { directives: CSP }, hsts: world.door?.baseUrl.startsWith('https:') ?? false });
  await house.register(compress, { threshold: 1024 });
  await house.register(swagger, { transform: describeRoute, openapi: { openapi: '3.1.0', info: { title: '首问 Shouwen', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } }, servers: [{ url: '/' }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }, security: [{ token: [] }] } });
  if (world.door) house.addHook('onRequest', refuseOtherPages(world.door.baseUrl));
  house.addHook('onRequest', async (request, reply) => {
    const audience = request.routeOptions.config.audience;
    if (audience === undefined || audience === 'public') return;
    if (audience === 'display') {
      const token = /^Bearer (swd_\S{1,100})$/i.exec(request.headers.authorization ?? '')?.[1];
      const display = token && await displayBy(world.db, token, world.now());
      if (!display) return reply.code(403).send({ rule: 'input', code: 'display_link', zh: '这个大屏链接无效或已收回。请由服务中心负责人另开一个。', en: 'This display link is not valid or was withdrawn: have the centre manager make another.' });
      request.display = display;
      return;
    }
    const staff = await world.whoIs(new Headers(request.headers as Record<string, string>));
    const verdict = mayEnter(staff, audience);
    if (verdict === 'sign_in') return reply.code(401).send({ rule: 'input', code: 'sign_in', zh: '请先登录。', en: 'Sign in first.' });
    if (verdict !== 'yes') return reply.code(403).send(verdict);
    request.staff = staff!;
  });
  house.addHook('preValidation', async (request) => {
    const field = unstorable(request.body) ?? unstorable(request.query) ?? unstorable(request.params);
    if (field !== undefined) throw new Refused(no('input', 'unreadable_text', `“${field}”含有无法保存的字符，或嵌套过深，请删去后重试。`, `"${field}" holds a character that cannot be stored, or is nested too deep: remove it and send again.`, field));
  });
  house.setErrorHandler(answerError);
  await house.register(async (api) => {
    if (world.door) signInRoutes(api as unknown as House, { db: world.db, counters: world.counters, now: world.now, ...world.door });
    staffRoutes(api as unknown as House, world.duties ?? duties);
    rosterRoutes(api as unknown as House, world.duties ?? duties, tellOfRequest);
    dutyRoutes(api as unknown as House);
    wordingRoutes(api as unknown as House);
    matterRoutes(api as unknown as House, DEEDS);
    complaintRoutes(api as unknown as House);
    statisticsRoutes(api as unknown as House);
    whyRoutes(api as unknown as House);
    policyRoutes(api as unknown as House);
    await fileRoutes(api as unknown as House);
    importRoutes(api as unknown as House);
    messageRoutes(api as unknown as House);
    outwardRoutes(api as unknown as House, world.outward ?? { baseUrl: '', mail: undefined, push: undefined, inner: false });
    eventRoutes(api as unknown as House, world.events, world.whoIs);
    customerRoutes(api as unknown as House);
    findingRoutes(api as unknown as House);
    recordRoutes(api as unknown as House);
    demonstrationRoutes(api as unknown as House);
    backupRoutes(api as unknown as House, world.backups);
    wallRoutes(api as unknown as House);
    exportRoutes(api as unknown as House);
  }, { prefix: '/api/v1' });
  house.get('/api/openapi.json', { config: { audience: 'public' }, schema: { hide: true } }, () => house.swagger());
  house.addHook('onClose', () => world.events.close());
  house.setNotFoundHandler(answerNotFound);
  return house;
}
