import { POSTS } from '@shouwen/contract/posts';
import type { StaffMember } from '@shouwen/contract/staff';
import { inCompany } from '../../db/in-company.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { letStaffGo } from '../../staff/let-staff-go.ts';
import { loginNamed } from '../../staff/logins.store.ts';
import { makeOneTimeLink } from '../../staff/make-one-time-link.ts';
import { resetTotp } from '../../staff/reset-totp.ts';
import { userNameOf } from '../../staff/sign-in.rules.ts';
import { staffList } from '../../staff/staff.queries.ts';
import { takeOnStaff } from '../../staff/take-on-staff.ts';
import { duties } from '../duties.ts';
import { onceUrl } from '../sign-in/links.ts';
import { readArgs, required, type Command } from './command.ts';
import { companyNamed, inInstallation, workHere, type Installation } from './in-installation.ts';
import { POST_OPTIONS, postsAsked, POSTS_HELP } from './posts-asked.ts';

const HELP = `用法 Usage:
  bin/shouwen user create --user-name hejiayi --name 何佳怡 [--posts receptionist --centre LH] [--company 公司]
  bin/shouwen user list [--company 公司]
  bin/shouwen user reset --user-name hejiayi
  bin/shouwen user disable --user-name hejiayi [--taker linxiaoyan]
  bin/shouwen user reset-totp --user-name hejiayi --reason 手机丢失

员工与登录。create 和 reset 给出一次性链接，本人用它设密码；没有默认密码。
People and their sign-in. create and reset give a one-time link by which the person sets a password; there is no default password.
disable：离职，岗位和登录即刻结束；名下有未了事项的须用 --taker 指定接手人（FCR-35）。
disable: the person leaves; posts and sessions end at once. Whoever holds open matters needs a --taker (FCR-35).

reset-totp：取消此人的两步验证并退出其所有登录，原因留档；岗位要求的，下次登录先重新设置。
reset-totp: takes the second step away and ends all sessions, the reason stays on record; whose post must have one sets it up again.

  --user-name   用户名  the user name
  --name        姓名  the person's name
${POSTS_HELP}
  --company     公司名称；只有一个公司时可不写  the company's name; not needed where there is one
  --json        输出 JSON`;

export const user: Command = {
  summary: { zh: '员工与登录：建立、列出、重设密码、停用、取消两步验证', en: 'people and their sign-in: create, list, reset, disable, reset-totp' },
  help: HELP,
  async run(args) {
    const { values, positionals: [verb, ...more] } = readArgs(args, { 'user-name': { type: 'string' }, name: { type: 'string' }, taker: { type: 'string' }, reason: { type: 'string' }, company: { type: 'string' }, ...POST_OPTIONS });
    if (more.length || !verb || !['create', 'list', 'reset', 'disable', 'reset-totp'].includes(verb)) throw new Refused(no('input', 'bad_option', '应为 create、list、reset、disable 或 reset-totp，见 --help。', 'It is create, list, reset, disable or reset-totp; see --help.'));
    const say = (json: object, text: string) => console.log(values.json ? JSON.stringify(json) : text);
    await inInstallation(async (here) => {
      if (verb === 'list') {
        const rows = await everybody(here, await companyNamed(here, values.company));
        return say({ rows }, rows.map((row) => `${row.userName ?? '-'}  ${row.name}  ${row.posts.map((held) => POSTS[held.post].zh).join('、')}`).join('\n'));
      }
      const userName = userNameOf(required(values['user-name'], 'user-name'));
      if (verb === 'create') {
        const name = required(values.name, 'name');
        const companyId = await companyNamed(here, values.company);
        const made = await workHere(here, companyId, async (work) => {
          const { id } = await takeOnStaff(work, { name, userName, posts: await postsAsked(work.tx, companyId, values) });
          return { id, link: await makeOneTimeLink(work, id) };
        });
        return say({ id: made.id, userName, ...link(here, made.link) }, linkText(here, name, made.link));
      }
      const login = await loginNamed(here.db, userName);
      if (!login) throw new Refused(no('input', 'no_such_user', `没有 ${userName} 这个用户。`, `There is no user ${userName}.`, 'user-name'));
      if (verb === 'reset') {
        const made = await workHere(here, login.companyId, (work) => makeOneTimeLink(work, login.id));
        return say({ id: login.id, userName, ...link(here, made) }, linkText(here, userName, made));
      }
      if (verb === 'reset-totp') {
        const reason = required(values.reason, 'reason');
        await workHere(here, login.companyId, (work) => resetTotp(work, login.id, reason));
        return say({ id: login.id, userName, reset: true }, `${userName} 的两步验证已取消。 The second step is gone.`);
      }
      const taker = values.taker === undefined ? undefined : await loginNamed(here.db, userNameOf(values.taker));
      if (values.taker !== undefined && taker?.companyId !== login.companyId) throw new Refused(no('input', 'no_such_user', `没有 ${values.taker} 这个用户。`, `There is no user ${values.taker}.`, 'taker'));
      await workHere(here, login.companyId, (work) => letStaffGo(work, duties, login.id, null, taker?.id));
      say({ id: login.id, userName, disabled: true }, `${userName} 已停用。 Disabled.`);
    });
  },
};

interface Made { token: string; expiresAt: Date }
const link = ({ baseUrl }: Installation, { token, expiresAt }: Made) => ({ url: onceUrl(baseUrl, token), expiresAt: expiresAt.toISOString() });
const linkText = (here: Installation, who: string, made: Made) => {
  const { url, expiresAt } = link(here, made);
  return `${who} 的一次性链接，${expiresAt} 前有效，只显示这一次：\nThe one-time link, good until then and shown this once:\n  ${url}`;
};

async function everybody({ db }: Installation, companyId: string): Promise<StaffMember[]> {
  const rows: StaffMember[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await inCompany(db, companyId, (tx) => staffList(tx, companyId, { limit: 200, ...(after && { after }) }));
    rows.push(...page.rows.filter((row) => row.kind === 'person'));
    after = page.next;
  }
  return rows;
}
