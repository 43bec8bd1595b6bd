import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { username } from 'better-auth/plugins/username';
import { v7 } from 'uuid';
import type { Db } from '../../db/connect.ts';

/** Only the bridge sets it (routes.ts), so nobody can claim an address. */
export const ADDRESS_HEADER = 'x-client-address';
const DAY = 24 * 3600;
/** Seconds within which a session isn't written as seen again. */
const SEEN_EVERY = 300;

/**
 * better-auth behind our own routes: it checks passwords, keeps sessions in PostgreSQL and signs the cookie. Its own addresses aren't
 * served, and its rate limit, which counts calls and not wrong passwords, is left to attempts.store.ts.
 */
export function identityOf(db: Db, { baseUrl, secret }: { baseUrl: string; secret: string }) {
  const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    database: { db, type: 'postgres', schemaName: 'auth' },
    baseURL: baseUrl,
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true },
    advanced: { cookiePrefix: 'shouwen', database: { generateId: () => v7() }, ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] } },
    user: { modelName: 'login', fields: { ...stamps, emailVerified: 'email_verified' }, additionalFields: { companyId: { type: 'string', fieldName: 'company_id', required: true, input: false } } },
    session: { expiresIn: 7 * DAY, updateAge: SEEN_EVERY, fields: { ...stamps, userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' }, additionalFields: { secondFactor: { type: 'boolean', fieldName: 'second_factor', required: false, input: false } } },
    account: { fields: {
      ...stamps, userId: 'user_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at',
    } },
    verification: { fields: { ...stamps, expiresAt: 'expires_at' } },
    plugins: [username({ minUsernameLength: 2, displayUsername: false, usernameValidator: (name) => /^[a-z0-9._-]+$/.test(name) }), oneTime],
  });
}
/** Signs somebody in who has proved themselves otherwise: by a one-time link, a second step, the company's provider; reached from here alone. */
const oneTime = {
  id: 'one-time-link',
  endpoints: {
    signInByLink: createAuthEndpoint.serverOnly({ method: 'POST', metadata: { $Infer: { body: {} as { loginId: string; secondFactor: boolean } } } }, async (context) => {
      const { internalAdapter } = context.context;
      const user = await internalAdapter.findUserById(context.body.loginId);
      if (!user) throw new Error('a link without a login');
      await setSessionCookie(context, { session: await internalAdapter.createSession(user.id, false, { secondFactor: context.body.secondFactor }, true), user });
    }),
  },
} satisfies BetterAuthPlugin;

export type Identity = ReturnType<typeof identityOf>;
