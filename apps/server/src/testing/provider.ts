import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';

export const CLIENT = { id: 'shouwen', secret: 'a-secret-of-the-provider-only-for-tests' };

/**
 * A true OpenID Connect provider on this machine, with these people (account: what it says of them). `down` and `up` stop and start it under
 * the same address. Whoever comes to its sign-in page is the one of `at`, at once.
 */
export function providerAt(port: number, redirectUri: string, people: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  const accounts: Record<string, Readonly<Record<string, unknown>>> = { ...people };
  const issuer = `http://127.0.0.1:${port}`;
  const configuration: Configuration = {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username', 'name'], email: ['email'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['only-for-tests'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  };
  const provider = new Provider(issuer, configuration);
  const rest = provider.callback();
  let server: Server | undefined;
  let at = { account: Object.keys(accounts)[0]!, amr: ['pwd'], agrees: true };

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (!at.agrees) return provider.interactionFinished(request, response, { error: 'access_denied' });
    if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: at.account, amr: at.amr } });
    const grant = new provider.Grant({ accountId: session!.accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  }
  return {
    issuer,
    at: (account: string, { amr = ['pwd'], agrees = true } = {}) => { at = { account, amr, agrees }; },
    /** What it says of an account from now on; a new one too. */
    rename: (account: string, claims: Readonly<Record<string, unknown>>) => { accounts[account] = claims; },
    async up() {
      server = createServer((request, response) => { void (request.url!.startsWith('/interaction/') ? interact(request, response) : rest(request, response)); });
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    async down() {
      const stopping = server;
      server = undefined;
      stopping?.close();
      stopping?.closeAllConnections();
      if (stopping) await once(stopping, 'close');
    },
  };
}

/** From the address that people are sent to, as a browser follows it, until it comes back to `redirectUri`: what stands behind its question mark. */
export async function walkThrough(url: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>();
  for (let next = new URL(url), steps = 0; steps < 15; steps++) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const set of answer.headers.getSetCookie()) jar.set(set.slice(0, set.indexOf('=')), set.slice(set.indexOf('=') + 1).split(';')[0]!);
    const to = answer.headers.get('location');
    if (!to) throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    next = new URL(to, next);
    if (next.href.startsWith(redirectUri)) return next.search;
  }
  throw new Error('the provider never came to an end');
}
