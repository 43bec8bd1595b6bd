import { BackFromProvider, CodeNeeded, GoingToProvider, Me, ProviderAddress, Providers } from '@shouwen/contract/staff';
import type { FastifyRequest } from 'fastify';
import { inCompany } from '../../db/in-company.ts';
import { beginWalk, endWalk, ProviderDown, ProviderRefused, type Provider, type Walk } from '../../outside/oidc.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { provedTwice } from '../../staff/second-step.rules.ts';
import { seal, unseal } from '../../staff/secrets.ts';
import { companiesWithProvider, providerOf } from '../../staff/sign-in-settings.store.ts';
import type { House } from '../house.ts';
import { keyOf, signInAs, type Door } from './door.ts';
import { AnotherAccount, letInByProvider } from './let-in-by-provider.ts';

/** Where the provider sends people back to: a page of the web, which hands what came to `/sign-in/provider/back`. */
export const redirectUriOf = ({ baseUrl }: Door): string => `${baseUrl}/sign-in/back`;

/** Seconds for signing in over there. */
const PATIENCE = 600;
interface Out extends Walk { companyId: string; until: string }

/** Signing in at the company's own OpenID Connect provider. Only who works here gets in, each by one account; nobody is created by it. */
export function providerRoutes(house: House, door: Door): void {
  const { db, now } = door;
  const key = keyOf(door);

  house.get('/sign-in/providers', { config: { audience: 'public' }, schema: { response: { 200: Providers } } }, async () => ({ rows: await companiesWithProvider(db) }));

  house.post('/sign-in/provider', { config: { audience: 'public' }, schema: { body: GoingToProvider, response: { 200: ProviderAddress } } }, async (request, reply) => {
    const { companyId } = request.body;
    const { url, walk } = await beginWalk((await providerFor(companyId)).provider, redirectUriOf(door)).catch((error: unknown) => refuse(request, error));
    const out: Out = { ...walk, companyId, until: new Date(now().getTime() + PATIENCE * 1000).toISOString() };
    return reply.header('set-cookie', cookie(await seal(key, JSON.stringify(out)), PATIENCE)).send({ url });
  });

  house.post('/sign-in/provider/back', { config: { audience: 'public' }, schema: { body: BackFromProvider, response: { 200: Me, 202: CodeNeeded } } }, async (request, reply) => {
    const out = await outOf(request);
    void reply.header('set-cookie', cookie('', 0));
    const { provider, claim } = await providerFor(out.companyId);
    const claims = await endWalk(provider, redirectUriOf(door), request.body.search, out, claim).catch((error: unknown) => refuse(request, error));
    const said = claims[claim];
    const account = { issuer: provider.issuer, sub: claims.sub };
    const login = await letInByProvider(db, out.companyId, account, { claim, said: typeof said === 'string' ? said : undefined }, now()).catch((error: unknown) => {
      if (error instanceof AnotherAccount) request.log.warn({ ...account, said, companyId: out.companyId }, 'sign-in by the provider: another account is bound to this user name');
      throw error;
    });
    return signInAs(door, request, reply, login, provedTwice({ amr: claims['amr'], acr: claims['acr'] }));
  });

  async function providerFor(companyId: string): Promise<{ provider: Provider; claim: string }> {
    const { provider } = await inCompany(db, companyId, (tx) => providerOf(tx, companyId));
    if (!provider) throw new Refused(no('input', 'no_provider', '公司没有设置公司账号登录，请用用户名和密码。', 'This company has no provider: use user name and password.'));
    return { provider: { issuer: provider.issuer, clientId: provider.clientId, clientSecret: await unseal(key, provider.sealedSecret) }, claim: provider.claim };
  }

  /** The way out that this browser took; it alone has it. */
  async function outOf(request: FastifyRequest): Promise<Out> {
    const sealed = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
    const out = sealed ? JSON.parse(await unseal(key, sealed).catch(() => 'null')) as Out | null : null;
    if (!out?.verifier || out.until < now().toISOString()) throw notWhole();
    return out;
  }

  const COOKIE = 'shouwen.walk';
  const cookie = (value: string, seconds: number) =>
    `${COOKIE}=${value}; Path=/api/v1/sign-in/provider; HttpOnly; SameSite=Lax; Max-Age=${seconds}${door.baseUrl.startsWith('https:') ? '; Secure' : ''}`;
}

/** What went wrong, in words for whoever stands at the door; the cause is in the log alone. */
function refuse(request: FastifyRequest, error: unknown): never {
  if (error instanceof Refused) throw error;
  request.log.warn({ err: error }, 'sign-in by the provider');
  if (error instanceof ProviderDown)
    throw new Refused(no('input', 'provider_down', '公司账号系统没有应答。请过一会儿再试；急用时请用用户名和密码登录。', 'The company’s provider does not answer. Try again in a while, or use user name and password.'));
  if (error instanceof ProviderRefused && error.whom === 'person')
    throw new Refused(no('input', 'provider_refused', '公司账号系统没有让您登录。请重新登录，或问公司账号的管理员。', 'The company’s provider did not let you in. Try again, or ask whoever keeps the company accounts.'));
  if (error instanceof ProviderRefused)
    throw new Refused(no('input', 'provider_refuses_us', '公司账号系统不接受本系统：客户端编号、密钥或回调地址不对。请公司管理员检查登录设置。', 'The provider does not accept this installation: client id, secret or redirect address is wrong. The company administrator checks the sign-in settings.'));
  throw notWhole();
}

const notWhole = () => new Refused(no('input', 'walk_broken', '这次登录已过期或不完整。请回到登录页重新开始。', 'This sign-in is too old or not whole. Begin again at the sign-in page.'));
