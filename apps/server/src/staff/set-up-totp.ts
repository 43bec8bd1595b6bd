import type { Tx } from '../db/connect.ts';
import { no, Refused } from '../policy/refusal.ts';
import { endSessions, type Login } from './logins.store.ts';
import { seal, unseal } from './secrets.ts';
import { confirmTotp, draftTotp, markSecondFactor, saveRecoveryCodes, totpOf } from './totp.store.ts';
import { newRecoveryCodes, newTotpSecret, otpauth, stepOfCode } from './totp.ts';

/** A new secret for an authenticator app; nothing is asked of anybody before a code of it has confirmed it. */
export async function beginTotp(tx: Tx, login: Login, company: string, key: string, now: Date): Promise<{ secret: string; uri: string }> {
  const secret = newTotpSecret();
  if (!(await draftTotp(tx, login.id, await seal(key, secret), now))) throw alreadyOn();
  return { secret, uri: otpauth(secret, login.userName, `首问 ${company}`) };
}

/** The app is right: from now on its code is asked. Signs out everywhere but here. Null where the code is wrong. */
export async function confirmSetUp(tx: Tx, login: Login, code: string, session: string, key: string, now: Date): Promise<{ recoveryCodes: string[] } | null> {
  const totp = await totpOf(tx, login.id);
  if (!totp) throw new Refused(no('input', 'second_step_not_begun', '请先扫码，再填验证码。', 'Scan the code first, then give the app’s.'));
  if (totp.confirmedAt) throw alreadyOn();
  const step = stepOfCode(await unseal(key, totp.sealed), code, now);
  if (step === null) return null;
  if (!(await confirmTotp(tx, login.id, step, now))) throw alreadyOn();
  const recoveryCodes = newRecoveryCodes();
  await saveRecoveryCodes(tx, login.id, recoveryCodes);
  await markSecondFactor(tx, session, true);
  await endSessions(tx, login.id, { except: session });
  return { recoveryCodes };
}

const alreadyOn = () => new Refused(no('input', 'second_step_on', '两步验证已开启。要换手机，请先凭验证码或恢复码关闭，再重新设置。', 'The second step is on. For another phone, turn it off with a code first.'));
