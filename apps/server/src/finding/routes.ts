import { Found } from '@shouwen/contract/customers';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { find } from './find.queries.ts';

/** The one search box. */
export function findingRoutes(house: House): void {
  house.get('/search', { config: { audience: 'see_matters' }, schema: { querystring: Type.Object({ q: Type.String({ maxLength: 100 }) }, { additionalProperties: false }), response: { 200: Found } } }, (request) =>
    house.read(request, (tx, by) => find(tx, by, request.query.q)));
}
