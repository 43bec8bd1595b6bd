import { POSTS, type PostCode } from '@shouwen/contract/posts';
import { inCompany } from '../../db/in-company.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { makeToken, revokeToken } from '../../staff/make-token.ts';
import { tokenList } from '../../staff/tokens.queries.ts';
import { readArgs, required, type Command } from './command.ts';
import { companyNamed, inInstallation, workHere } from './in-installation.ts';
import { POST_OPTIONS, postsAsked, POSTS_HELP } from './posts-asked.ts';

const HELP = `用法 Usage:
  bin/shouwen token create --name 名称 --posts 岗位[,岗位…] [--centre LH] [--company 公司]
  bin/shouwen token list [--company 公司]
  bin/shouwen token revoke --name 名称 [--company 公司]

供其他系统调用接口的令牌：请求带 Authorization: Bearer swt_…，权限由岗位决定，所做的记在令牌名下。
Tokens by which machines use the API: they send Authorization: Bearer swt_…; posts decide what they may do, and it is recorded
under the token's name. A token is shown once, when it is made; only its hash is kept.

  --name        令牌的名称，如 门禁系统  the token's name
${POSTS_HELP}
  --company     公司名称；只有一个公司时可不写  the company's name; not needed where there is one
  --json        输出 JSON`;

export const token: Command = {
  summary: { zh: '接口令牌：建立、列出、吊销', en: 'tokens for machines: create, list, revoke' },
  help: HELP,
  async run(args) {
    const { values, positionals: [verb, ...more] } = readArgs(args, { name: { type: 'string' }, company: { type: 'string' }, ...POST_OPTIONS });
    if (more.length || !verb || !['create', 'list', 'revoke'].includes(verb)) throw new Refused(no('input', 'bad_option', '应为 create、list 或 revoke，见 --help。', 'It is create, list or revoke; see --help.'));
    await inInstallation(async (here) => {
      const companyId = await companyNamed(here, values.company);
      if (verb === 'list') {
        const rows = await inCompany(here.db, companyId, (tx) => tokenList(tx, companyId));
        if (values.json) return console.log(JSON.stringify({ rows }));
        for (const row of rows)
          console.log(`${row.name}  ${row.posts.map((post) => POSTS[post as PostCode].zh).join('、')}  ${row.revokedAt ? `已吊销 revoked ${row.revokedAt}` : `最近使用 last used ${row.lastUsedAt ?? '-'}`}`);
        return;
      }
      const name = required(values.name, 'name');
      if (verb === 'revoke') {
        await workHere(here, companyId, (work) => revokeToken(work, name));
        return console.log(values.json ? JSON.stringify({ revoked: name }) : `已吊销 ${name}。 Revoked.`);
      }
      required(values.posts, 'posts');
      const made = await workHere(here, companyId, async (work) => makeToken(work, { name, posts: await postsAsked(work.tx, companyId, values) }));
      console.log(values.json ? JSON.stringify({ name, ...made }) : `${made.token}\n只显示这一次，请妥善保存。 Shown this once: keep it safe.`);
    });
  },
};
