import type { Work } from '../../db/work.ts';
import { no, Refused } from '../../policy/refusal.ts';
import type { Outward } from '../../outside/outward.ts';
import { newSecret } from '../../staff/secrets.ts';
import { sendMessages } from '../messages.store.ts';
import { lockChoice, saveChoice } from './choices.store.ts';

/** A letter to the same or another address only after this, so that nobody's letter-box is filled. Milliseconds. */
const PAUSE = 60_000;

/** An address for one's messages. It counts once the link in the letter sent there has been opened; until then an earlier one does. */
export async function enterEmail({ tx, by, now }: Work, email: string, { mail }: Outward): Promise<void> {
  if (!mail) throw new Refused(no('input', 'no_mail', '本系统没有设置邮件服务器，不能用邮箱接收消息。请联系系统运维人员设置。', 'No mail server is set, so there is no e-mail. Ask whoever runs the server to set one.', 'email'));
  const before = await lockChoice(tx, by.companyId, by.id);
  if (before.email === email) throw new Refused(no('input', 'confirmed_already', '这个邮箱已经确认。', 'This address is confirmed already.', 'email'));
  if (before.asked && now.getTime() - before.asked.at.getTime() < PAUSE)
    throw new Refused(no('input', 'too_soon', '确认信刚刚发出，请一分钟后再试。', 'A letter has just been sent; try again in a minute.', 'email'));
  await saveChoice(tx, by.companyId, by.id, { ...before, asked: { email, token: newSecret(), at: now } }, now);
  await sendMessages(tx, by.companyId, [{
    staffId: by.id, centreId: null, kind: 'channel', matterId: null, clockId: null, step: `email ${now.toISOString()}`, as: 'oneself', urgent: false, rule: null, duty: null, due: null, confirms: email,
    zh: `确认信已发往 ${email}。请打开信中的链接，之后消息才会发到这个邮箱。`, en: `A letter was sent to ${email}. Open the link in it; only then messages go there.`,
  }], now);
}
