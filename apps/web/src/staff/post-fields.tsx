import { COMPANY_POSTS, POST_CODES, POSTS, type PostCode } from '@shouwen/contract/posts';
import type { GivingPost } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { Field } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { DepartmentField } from './staff-field.tsx';
import { centresQuery } from './people-query.ts';

const WORDS = words({ post: ['岗位', 'Post'], centre: ['服务中心', 'Service centre'], whole: ['全公司', 'Whole company'], department: ['部门', 'Department'], optional: ['可不选', 'optional'], choose: ['请选择', 'Choose'] });

export interface PostTyped { post: PostCode | ''; centreId: string; departmentId: string }
export const NO_POST: PostTyped = { post: '', centreId: '', departmentId: '' };
/** null: not yet a post, since one of a centre needs its centre. */
export function givingOf({ post, centreId, departmentId }: PostTyped): GivingPost | null {
  if (post === '' || (centreId === '' && !COMPANY_POSTS.includes(post))) return null;
  return { post, ...centreId && { centreId }, ...centreId && departmentId && { departmentId } };
}

/** A post, where it is held, and in which department. */
export function PostFields({ typed, onChange, errorOf }: { typed: PostTyped; onChange: (typed: PostTyped) => void; errorOf: (name: string) => string | undefined }) {
  const t = useWords(WORDS);
  const say = useSay();
  const { data: centres } = useQuery(centresQuery);
  const ofCompany = typed.post !== '' && COMPANY_POSTS.includes(typed.post);
  return (
    <div className="pair">
      <Field label={t.post} name="post" error={errorOf('post')}>{control => <select {...control} className="in" value={typed.post} onChange={event => onChange({ ...typed, post: event.target.value as PostCode | '' })}><option value="">{t.choose}</option>{POST_CODES.map(post => <option key={post} value={post}>{say(POSTS[post])}</option>)}</select>}</Field>
      <Field label={t.centre} name="centreId" error={errorOf('centreId')}>{control => <select {...control} className="in" value={typed.centreId} onChange={event => onChange({ ...typed, centreId: event.target.value, departmentId: '' })}><option value="">{ofCompany ? t.whole : t.choose}</option>{centres?.rows.map(centre => <option key={centre.id} value={centre.id}>{centre.name}</option>)}</select>}</Field>
      {typed.centreId && <DepartmentField label={t.department} hint={t.optional} name="departmentId" centreId={typed.centreId} value={typed.departmentId} onChange={departmentId => onChange({ ...typed, departmentId })} error={errorOf('departmentId')} />}
    </div>
  );
}
