import { POSTS } from '@shouwen/contract/posts';
import type { PostRow } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { useSay, useWords, words } from '../ui/language.tsx';
import { centresQuery } from './people-query.ts';
import { departmentsQuery } from './staff-queries.ts';

const WORDS = words({ whole: ['全公司', 'whole company'] });

/** A post with its centre, and its department where it has one. */
export function PostSaid({ held }: { held: Pick<PostRow, 'post' | 'centreId' | 'departmentId'> }) {
  const t = useWords(WORDS);
  const say = useSay();
  const { data: centres } = useQuery(centresQuery);
  const { data: departments } = useQuery({ ...departmentsQuery(held.centreId ?? ''), enabled: held.centreId !== null && held.departmentId !== null });
  const centre = held.centreId === null ? t.whole : centres?.rows.find(one => one.id === held.centreId)?.name;
  return <>{[say(POSTS[held.post]), centre, departments?.rows.find(one => one.id === held.departmentId)?.name].filter(Boolean).join(' · ')}</>;
}
