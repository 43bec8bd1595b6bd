import type { Narrowing } from './matters-query.ts';

/** A list somebody named, to come back to it. */
export interface KeptView { name: string; narrowing: Narrowing }
type Store = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (staff: string) => `shouwen.views.${staff}`;

/** The views a person kept on this machine; none where what is kept can't be read. */
export function keptViews(store: Store, staff: string): KeptView[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(staff)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((view): view is KeptView => typeof view?.name === 'string' && typeof view?.narrowing === 'object' && view.narrowing !== null) : [];
  } catch {
    return [];
  }
}

/** Keeps a view; one of the same name gives way to it. */
export function keepView(store: Store, staff: string, view: KeptView): KeptView[] {
  const views = [...keptViews(store, staff).filter(other => other.name !== view.name), view];
  store.setItem(keyOf(staff), JSON.stringify(views));
  return views;
}

export function forgetView(store: Store, staff: string, name: string): KeptView[] {
  const views = keptViews(store, staff).filter(view => view.name !== name);
  store.setItem(keyOf(staff), JSON.stringify(views));
  return views;
}
