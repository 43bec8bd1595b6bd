import type { FastifyReply } from 'fastify';
import type { Db } from '../../db/connect.ts';
import { no } from '../../policy/refusal.ts';
import { countTry, forgetTries, takeBackTry } from '../../staff/attempts.store.ts';
import { shutUntil, TRIES } from '../../staff/sign-in.rules.ts';

const byUserName = (userName: string) => `user ${userName}`;
const byAddress = (address: string) => `address ${address}`;

/** Counts a try in, by user name and by address, whether or not such a user exists. `shut`: not to be looked at before then. */
export async function tryPassword(db: Db, userName: string, address: string, now: Date): Promise<{ left: number; shut: Date | null }> {
  const forName = await countTry(db, byUserName(userName), now);
  const forAddress = await countTry(db, byAddress(address), now);
  const shut = [shutUntil(forName, TRIES.userName), shutUntil(forAddress, TRIES.address)].filter((until) => until !== null);
  return { left: Math.max(0, TRIES.userName - forName.tries), shut: shut.length ? new Date(Math.max(...shut.map(Number))) : null };
}

export async function passwordWasRight(db: Db, userName: string, address: string): Promise<void> {
  await forgetTries(db, byUserName(userName));
  await takeBackTry(db, byAddress(address));
}
/** Whoever opened a one-time link isn't kept out by what others tried before. */
export const linkWasOpened = (db: Db, userName: string): Promise<void> => forgetTries(db, byUserName(userName));

const byCode = (loginId: string) => `code ${loginId}`;
/** Counts a try at the second step, by whose it is: only who has the password comes as far. */
export async function tryCode(db: Db, loginId: string, now: Date): Promise<{ left: number; shut: Date | null }> {
  const tries = await countTry(db, byCode(loginId), now);
  return { left: Math.max(0, TRIES.userName - tries.tries), shut: shutUntil(tries, TRIES.userName) };
}
export const codeWasRight = (db: Db, loginId: string): Promise<void> => forgetTries(db, byCode(loginId));

export const answerWrongCode = (reply: FastifyReply, left: number) =>
  reply.code(422).send({ ...no('input', 'wrong_code', '验证码不对，或已经用过。请等下一个验证码；没有手机时用恢复码。', 'That code is wrong, or was used before: wait for the next one. Without the phone, use a recovery code.', 'code'), triesLeft: left });

export const answerWrong = (reply: FastifyReply, left: number) =>
  reply.code(401).send({ ...no('input', 'wrong_password', '用户名或密码不对。', 'User name or password is wrong.'), triesLeft: left });

export function answerShut(reply: FastifyReply, until: Date, now: Date) {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  const minutes = Math.ceil(seconds / 60);
  return reply.code(429).header('retry-after', seconds).send({
    ...no('input', 'too_many_tries', `尝试次数过多，请 ${minutes} 分钟后再试。忘记密码可请公司管理员给一次性链接。`,
      `Too many tries: try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or ask the company administrator for a one-time link.`),
    retryAt: until.toISOString(),
  });
}
