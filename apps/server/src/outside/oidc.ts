import * as client from 'openid-client';

/** A company's OpenID Connect provider, as its administrator has entered it. */
export interface Provider { issuer: string; clientId: string; clientSecret: string }
/** What must come back as it went out; kept by the browser that walks, sealed. */
export interface Walk { state: string; nonce: string; verifier: string }

/** The provider gave no answer, or none that is OpenID Connect's. */
export class ProviderDown extends Error {}
/** It answered, and said no: to the person, or to us as its client. */
export class ProviderRefused extends Error {
  readonly whom: 'person' | 'client';
  constructor(whom: 'person' | 'client', cause: unknown) { super(`refused the ${whom}`, { cause }); this.whom = whom; }
}

/** Seconds until a provider that doesn't answer counts as down. */
const TIMEOUT = 8;

/** Asked anew at each walk, and never at the start: a provider that was down is there again as soon as it answers. */
async function discovered({ issuer, clientId, clientSecret }: Provider): Promise<client.Configuration> {
  const url = new URL(issuer);
  try {
    return await client.discovery(url, clientId, clientSecret, undefined, { timeout: TIMEOUT, execute: [client.enableNonRepudiationChecks, ...url.protocol === 'http:' ? [client.allowInsecureRequests] : []] });
  } catch (error) {
    throw new ProviderDown('no discovery document', { cause: error });
  }
}

/** Where the browser is sent: authorization code with PKCE, state and nonce. @throws ProviderDown */
export async function beginWalk(provider: Provider, redirectUri: string): Promise<{ url: string; walk: Walk }> {
  const config = await discovered(provider);
  const walk = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri, response_type: 'code', scope: 'openid profile email', state: walk.state, nonce: walk.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(walk.verifier), code_challenge_method: 'S256',
  });
  return { url: url.href, walk };
}

/** What the provider says of whoever came; `sub`: its own id of their account. */
export interface Claims { readonly sub: string; readonly [claim: string]: unknown }

/**
 * Who came back, by the provider's word: the claims of its ID token, and of its user info where the wanted one is only there.
 * @throws ProviderDown, ProviderRefused; any other error: what came back isn't what was sent out
 */
export async function endWalk(provider: Provider, redirectUri: string, search: string, walk: Walk, wanted: string): Promise<Claims> {
  const config = await discovered(provider);
  const back = new URL(redirectUri);
  back.search = search;
  try {
    const tokens = await client.authorizationCodeGrant(config, back, { expectedState: walk.state, expectedNonce: walk.nonce, pkceCodeVerifier: walk.verifier, idTokenExpected: true });
    const claims = tokens.claims()!;
    return claims[wanted] === undefined && config.serverMetadata().userinfo_endpoint ? { ...await client.fetchUserInfo(config, tokens.access_token, claims.sub), ...claims } : claims;
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError) throw new ProviderRefused('person', error);
    if (error instanceof client.ResponseBodyError || error instanceof client.WWWAuthenticateChallengeError) throw new ProviderRefused('client', error);
    if (isSilence(error)) throw new ProviderDown('no answer', { cause: error });
    throw error;
  }
}

/** Neither an answer nor a wrong one: the line is cut, or it took too long. */
const isSilence = (error: unknown): boolean =>
  error instanceof client.ClientError ? ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(error.code ?? '') || isSilence(error.cause) : error instanceof TypeError && error.message === 'fetch failed';
