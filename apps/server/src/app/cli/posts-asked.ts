import { COMPANY_POSTS, POST_CODES, type PostCode } from '@shouwen/contract/posts';
import type { GivingPost } from '@shouwen/contract/staff';
import type { Tx } from '../../db/connect.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { centresToName } from '../../staff/centres.queries.ts';
import { departmentNamed } from '../../staff/departments.store.ts';

export const POSTS_HELP = `  --posts       岗位代码，用逗号分开  codes of posts, with commas:
                ${POST_CODES.slice(0, 5).join(', ')},
                ${POST_CODES.slice(5, 10).join(', ')},
                ${POST_CODES.slice(10).join(', ')}
  --centre      服务中心的代码或名称  the centre's code or name; without it, posts of the company
  --department  部门名称（部门负责人等）  the department's name, for a department head and others in it`;
export const POST_OPTIONS = { posts: { type: 'string' }, centre: { type: 'string' }, department: { type: 'string' } } as const;

/** What --posts, --centre and --department name. Company posts are held in all centres whether or not a centre is named. */
export async function postsAsked(tx: Tx, companyId: string, asked: { posts?: string | undefined; centre?: string | undefined; department?: string | undefined }): Promise<GivingPost[]> {
  const codes = (asked.posts ?? '').split(',').map((code) => code.trim()).filter(Boolean);
  const unknown = codes.find((code) => !POST_CODES.includes(code as PostCode));
  if (unknown) throw new Refused(no('input', 'no_such_post', `没有 ${unknown} 这个岗位，见 --help。`, `There is no post ${unknown}; see --help.`, 'posts'));
  const centreId = asked.centre && await centreNamed(tx, companyId, asked.centre);
  const departmentId = asked.department && centreId && await departmentNamed(tx, companyId, centreId, asked.department);
  if (asked.department && centreId && !departmentId) throw new Refused(no('input', 'no_such_department', `该服务中心没有 ${asked.department} 这个部门。`, `The centre has no department ${asked.department}.`, 'department'));
  return (codes as PostCode[]).map((post) => (COMPANY_POSTS.includes(post) ? { post } : { post, ...(centreId && { centreId }), ...(departmentId && { departmentId }) }));
}

async function centreNamed(tx: Tx, companyId: string, name: string): Promise<string> {
  const centre = (await centresToName(tx, companyId)).find((one) => one.code === name.toUpperCase() || one.name === name);
  if (!centre) throw new Refused(no('input', 'no_such_centre', `没有 ${name} 这个服务中心。`, `There is no centre ${name}.`, 'centre'));
  return centre.id;
}
