import { HistoryFilling } from '@shouwen/contract/demonstration';
import type { House } from '../app/house.ts';
import { fillingOf } from './history/filling.store.ts';

/** How far the history of a demonstration is filled in. */
export function demonstrationRoutes(house: House): void {
  house.get('/demonstration', { config: { audience: 'oneself' }, schema: { response: { 200: HistoryFilling } } }, (request) => house.read(request, async (tx, by) => {
    const filling = await fillingOf(tx, by.companyId);
    return { filling: filling && !filling.endedAt ? { done: filling.done, total: filling.total } : null };
  }));
}
