import { Found, Looks, LooksAsked } from '@shouwen/contract/customers';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { find } from './find.queries.ts';
import { looksList } from './looks.queries.ts';

/** The one search box, and the log of looks. */
export function findingRoutes(house: House): void {
  house.get('/search', { config: { audience: 'see_matters' }, schema: { querystring: Type.Object({ q: Type.String({ maxLength: 100 }) }, { additionalProperties: false }), response: { 200: Found } } }, (request) =>
    house.read(request, (tx, by) => find(tx, by, request.query.q)));
  house.get('/looks', { config: { audience: 'see_looks' }, schema: { querystring: LooksAsked, response: { 200: Looks } } }, (request) =>
    house.read(request, (tx, by) => looksList(tx, by, request.query)));
}
