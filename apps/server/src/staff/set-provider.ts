import type { SettingProvider } from '@shouwen/contract/staff';
import type { Work } from '../db/work.ts';
import { insist, no, Refused, Stale } from '../policy/refusal.ts';
import { seal } from './secrets.ts';
import { issuerFits } from './second-step.rules.ts';
import { insertProvider, providerOf, type SealedProvider } from './sign-in-settings.store.ts';
import { mayDo } from './who-may.rules.ts';

/** The company's provider, from now on. The secret is kept sealed; left out, the present one stays, for the same client of the same provider alone. */
export async function setProvider(work: Work, { issuer, clientId, clientSecret, claim }: SettingProvider, seen: number, key: string): Promise<void> {
  insist(mayDo(work.by, 'keep_sign_in'), issuerFits(issuer));
  const { provider } = await present(work, seen);
  const kept = provider?.issuer === issuer && provider.clientId === clientId ? provider.sealedSecret : undefined;
  const sealedSecret = clientSecret ? await seal(key, clientSecret) : kept;
  if (!sealedSecret) throw new Refused(no('input', 'client_secret', '请填写客户端密钥；颁发者或客户端编号变了，密钥要重新填写。', 'Give the client secret; with another issuer or client it is given anew.', 'clientSecret'));
  await put(work, seen, { issuer, clientId, sealedSecret, claim });
}

/** Nobody signs in by the provider any more; sessions stay. */
export async function dropProvider(work: Work, seen: number): Promise<void> {
  insist(mayDo(work.by, 'keep_sign_in'));
  await present(work, seen);
  await put(work, seen, null);
}

async function present(work: Work, seen: number) {
  const now = await providerOf(work.tx, work.by.companyId);
  if (now.revision !== seen) throw new Stale({ revision: now.revision });
  return now;
}
async function put(work: Work, seen: number, provider: SealedProvider | null): Promise<void> {
  if (!(await insertProvider(work.tx, work.by, seen + 1, provider, work.now))) throw new Stale({ revision: seen + 1 });
}
