import type { Me } from '@shouwen/contract/staff';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { get } from './api.ts';

/** Who is signed in; behind the frame it is always there, the router has seen to it. Read again every five minutes, by which the session counts as used. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => get<Me>('/me', {}, signal), staleTime: 300_000, refetchInterval: 300_000 });
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** What the menu and the screens ask before they offer something; the server asks again. Codes of staff/who-may. */
export function useMay(): (action: string) => boolean {
  const { may } = useMe();
  return action => may.includes(action);
}

export type CentreHere = Me['centres'][number];
const KEY = 'shouwen.centre';
const watching = new Set<() => void>();

/** The service centre one works in now; null before the first one exists. Who has several switches in the top bar, and it is kept on this machine. */
export function useCentre(): readonly [CentreHere | null, (id: string) => void] {
  const { centres } = useMe();
  const chosen = useSyncExternalStore(tell => { watching.add(tell); return () => watching.delete(tell); }, () => localStorage.getItem(KEY));
  return [centres.find(centre => centre.id === chosen) ?? centres[0] ?? null, choose];
}

/** The zone that times are said in: the centre's; before there is a centre, the browser's own. */
export const zoneOf = (centre: Pick<CentreHere, 'zone'> | null): string => centre?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
export const useZone = (): string => zoneOf(useCentre()[0]);

function choose(id: string) {
  localStorage.setItem(KEY, id);
  watching.forEach(tell => tell());
}
