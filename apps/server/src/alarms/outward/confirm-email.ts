import { timingSafeEqual } from 'node:crypto';
import type { Work } from '../../db/work.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { lockChoice, saveChoice } from './choices.store.ts';

/** How long the link of a letter holds. Milliseconds. */
const HOLDS = 24 * 3600_000;

/** Whoever entered an address has opened the letter sent there: from now on messages go to it. */
export async function confirmEmail({ tx, by, now }: Work, token: string): Promise<void> {
  const before = await lockChoice(tx, by.companyId, by.id);
  const { asked } = before;
  if (!asked || !same(asked.token, token) || now.getTime() - asked.at.getTime() > HOLDS)
    throw new Refused(no('input', 'link_used', '这个链接已失效，或不是发给您的。请登录收信人的账号，或重新登记邮箱。', 'This link holds no longer, or was not sent to you. Sign in as whom it was sent to, or enter the address again.'));
  await saveChoice(tx, by.companyId, by.id, { ...before, email: asked.email, asked: null }, now);
}

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** No more e-mail: neither to an address confirmed nor to one asked for. */
export async function dropEmail({ tx, by, now }: Work): Promise<void> {
  const before = await lockChoice(tx, by.companyId, by.id);
  if (before.email !== null || before.asked) await saveChoice(tx, by.companyId, by.id, { ...before, email: null, asked: null }, now);
}
