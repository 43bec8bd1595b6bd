import type { KeepingView, KeptViews } from '@shouwen/contract/exporting';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../app/api.ts';
import { useCentre } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import type { Narrowing } from './matters-query.ts';

const WORDS = words({
  keep: ['存为视图', 'Keep as a view'], name: ['视图名称', 'Name of the view'], save: ['保存', 'Keep'], cancel: ['取消', 'Cancel'], forget: [(name: string) => `删除视图 ${name}`, (name: string) => `Remove the view ${name}`],
  share: ['本中心都能看到', 'For all of the centre'], by: [(name: string) => `${name} 共享`, (name: string) => `shared by ${name}`],
});
const keptViewsQuery = (centre: string | undefined) => queryOptions({ queryKey: ['kept-views', centre], queryFn: ({ signal }) => get<KeptViews>('/kept-views', { centre }, signal), enabled: centre !== undefined });

/** The views one has kept, those the centre shares, and the way to keep what is shown now. */
export function KeepView({ narrowing }: { narrowing: Narrowing }) {
  const t = useWords(WORDS);
  const [centre] = useCentre();
  const { data } = useQuery(keptViewsQuery(centre?.id));
  const [naming, setNaming] = useState<string | null>(null);
  const [shared, setShared] = useState(false);
  const navigate = useNavigate();
  const keeping = useAct<KeepingView>({ path: '/kept-views', touches: [['kept-views']] });
  const forgetting = useAct<string>({ method: 'DELETE', path: id => `/kept-views/${id}`, body: () => undefined, touches: [['kept-views']] });
  if (naming !== null && centre) {
    const keep = () => keeping.mutate({ centreId: centre.id, name: naming.trim(), narrowing: Object.fromEntries(Object.entries(narrowing).filter((pair): pair is [string, string] => Boolean(pair[1]))), shared }, { onSuccess: () => setNaming(null) });
    return (
      <form className="row wrap" onSubmit={event => { event.preventDefault(); if (naming.trim()) keep(); }}>
        <input className="in" autoFocus aria-label={t.name} placeholder={t.name} value={naming} maxLength={20} onChange={event => setNaming(event.target.value)} />
        <label className="check s13"><input type="checkbox" checked={shared} onChange={event => setShared(event.target.checked)} /> {t.share}</label>
        <Button type="submit" disabled={keeping.isPending || !naming.trim()}>{t.save}</Button><Button look="text" onClick={() => setNaming(null)}>{t.cancel}</Button><RefusalNote trouble={keeping.error} onAgain={keep} />
      </form>
    );
  }
  return (
    <div className="row wrap">
      {data?.rows.map(view => (
        <span key={view.id} className="kept" title={view.mine ? undefined : t.by(view.by)}><Button small onClick={() => void navigate({ to: '/matters', search: view.narrowing })}>{view.name}</Button>{view.mine && <button type="button" aria-label={t.forget(view.name)} onClick={() => forgetting.mutate(view.id)}>×</button>}</span>
      ))}
      <RefusalNote trouble={forgetting.error} />
      <Button onClick={() => setNaming('')}>{t.keep}</Button>
    </div>
  );
}
