import type { GoingToProvider, ProviderAddress, Providers } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { get } from '../app/api.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';

const WORDS = words({
  go: ['用公司账号登录', 'Sign in with the company account'], of: [(name: string) => `用${name}的公司账号登录`, (name: string) => `Sign in with the account of ${name}`], going: ['正在前往公司账号系统', 'Going to the company’s provider'],
});
const NEXT = 'shouwen.next';

/** Where one wanted to go before the provider was asked; an address of our own, kept in this tab alone. */
export function takeNext(): string {
  const next = sessionStorage.getItem(NEXT) ?? '/';
  sessionStorage.removeItem(NEXT);
  return next;
}

/** One way in for each company with a provider of its own; nothing where there is none. */
export function ProviderDoors({ next }: { next: string | undefined }) {
  const t = useWords(WORDS);
  const { data } = useQuery({ queryKey: ['providers'], queryFn: ({ signal }) => get<Providers>('/sign-in/providers', {}, signal) });
  const go = useAct<GoingToProvider, ProviderAddress>({ path: '/sign-in/provider', touches: [] });
  const leave = (companyId: string) => go.mutate({ companyId }, { onSuccess: ({ url }) => { if (next) sessionStorage.setItem(NEXT, next); location.assign(url); } });
  if (!data?.rows.length) return null;
  return (
    <div className="stack">
      <RefusalNote trouble={go.error} />
      {data.rows.map(({ companyId, name }) => <Button key={companyId} disabled={go.isPending || go.isSuccess} onClick={() => leave(companyId)}>{data.rows.length > 1 ? t.of(name) : t.go}</Button>)}
      <span className="unseen" role="status">{(go.isPending || go.isSuccess) && t.going}</span>
    </div>
  );
}
