import type { SetUp } from '@shouwen/contract/staff';
import type { Work } from '../db/work.ts';
import { no, Refused } from '../policy/refusal.ts';
import { useUpLink } from './links.store.ts';
import { waitForSetUp } from './installation.store.ts';
import { nobodyCanSignIn } from './logins.store.ts';
import { openCompany } from './open-company.ts';
import type { ReadyPassword } from './ready-password.ts';

/** The first company of an installation, by the link that the start printed. Of two at once one succeeds. */
export async function setUpCompany(work: Work, { token, ...company }: SetUp, password: ReadyPassword): Promise<{ administratorId: string }> {
  await waitForSetUp(work.tx);
  if (!(await nobodyCanSignIn(work.tx))) throw new Refused(no('input', 'set_up_already', '系统已经设置过，请直接登录。', 'This installation is set up already: sign in.'));
  const link = await useUpLink(work.tx, token, work.now);
  if (link?.purpose !== 'set_up')
    throw new Refused(no('input', 'set_up_link', '设置链接无效或已过期，请重新运行 bin/start 取得新链接。', 'This set-up link is wrong or too old: run bin/start again for a new one.', 'token'));
  return openCompany(work, company, password);
}
