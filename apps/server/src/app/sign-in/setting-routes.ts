import { createHmac } from 'node:crypto';
import { RequiringTotp, SettingProvider, SignInSettings, UnbindingAccount } from '@shouwen/contract/staff';
import { Type } from 'typebox';
import { unbindProviderAccount } from '../../staff/unbind-provider-account.ts';
import { peopleWithoutTotp } from '../../staff/second-step.queries.ts';
import { requireTotp } from '../../staff/require-totp.ts';
import { dropProvider, setProvider } from '../../staff/set-provider.ts';
import { providerOf, totpPostsOf } from '../../staff/sign-in-settings.store.ts';
import type { House } from '../house.ts';
import { revisionSeen } from '../if-match.ts';
import { keyOf, type Door } from './door.ts';
import { redirectUriOf } from './provider-routes.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** What the company asks of its people's sign-in: posts with a second step, the provider, and whose account there is whose. */
export function settingRoutes(house: House, door: Door): void {
  const key = keyOf(door);
  const writing = { audience: 'keep_sign_in', ifMatch: true } as const;

  house.get('/sign-in-settings', { config: { audience: 'see_sign_ins' }, schema: { response: { 200: SignInSettings } } }, (request) => house.read(request, async (tx, by) => {
    const { revision, posts } = await totpPostsOf(tx, by.companyId);
    const { provider, ...of } = await providerOf(tx, by.companyId);
    return {
      totp: { revision, posts: [...posts], missing: await peopleWithoutTotp(tx, by.companyId, posts) },
      provider: { revision: of.revision, set: provider && { issuer: provider.issuer, clientId: provider.clientId, claim: provider.claim }, redirectUri: redirectUriOf(door) },
    };
  }));
  house.post('/sign-in-settings/totp-posts', { config: writing, schema: { body: RequiringTotp, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => requireTotp(work, request.body.posts, revisionSeen(request.headers['if-match']))));
  house.post('/sign-in-settings/provider', { config: writing, schema: { body: SettingProvider, response: { 204: Type.Null() } } }, (request, reply) => {
    const { clientSecret = '', ...rest } = request.body;
    // what a repeat is known by holds no plain hash of the secret
    const known = { ...rest, clientSecret: createHmac('sha256', key).update(clientSecret).digest('base64') };
    return house.perform(request, reply, 204, (work) => setProvider(work, request.body, revisionSeen(request.headers['if-match']), key), known);
  });
  house.delete('/sign-in-settings/provider', { config: writing, schema: { response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => dropProvider(work, revisionSeen(request.headers['if-match']))));
  house.post('/staff/:id/provider-unbindings', { config: { audience: 'keep_sign_in' }, schema: { params: ById, body: UnbindingAccount, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => unbindProviderAccount(work, request.params.id, request.body.reason)));
}
