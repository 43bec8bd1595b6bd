import type { MatterShown } from '@shouwen/contract/matters';
import { useAct } from '../app/use-act.ts';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';

const WORDS = words({ show: ['显示', 'Show'], logged: ['查看完整号码会记入查阅记录', 'Looking at the full number is logged'], call: ['拨打', 'Call'] });
const NOTHING_TO_READ: readonly (readonly string[])[] = [];

/** ARC-07: masked until somebody who may says that they are about to call; then a link that dials. */
export function ReporterPhone({ matter }: { matter: Pick<MatterShown, 'number' | 'reporter' | 'mayCallReporter'> }) {
  const t = useWords(WORDS);
  const look = useAct<undefined, { phone: string | null }>({ path: `/matters/${encodeURIComponent(matter.number)}/looks`, touches: NOTHING_TO_READ });
  const { phoneMasked } = matter.reporter;
  if (!phoneMasked) return null;
  if (look.data?.phone) return <a href={`tel:${look.data.phone.replaceAll(/[^\d+]/g, '')}`} aria-label={`${t.call} ${look.data.phone}`}>{look.data.phone}</a>;
  return <>{phoneMasked}{matter.mayCallReporter && <> <button type="button" className="link s12 noprint" title={t.logged} disabled={look.isPending} onClick={() => look.mutate(undefined)}>{t.show}</button></>}<RefusalNote trouble={look.error} /></>;
}
