import { HandlingForm } from '@shouwen/contract/matters';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { handlingForm } from './handling-form.queries.ts';

export function complaintRoutes(house: House): void {
  house.get('/matters/:number/handling-form', { config: { audience: 'see_matters' }, schema: { params: Type.Object({ number: Type.String({ maxLength: 40 }) }), response: { 200: HandlingForm } } }, (request) =>
    house.read(request, (tx, by) => handlingForm(tx, by, request.params.number)));
}
