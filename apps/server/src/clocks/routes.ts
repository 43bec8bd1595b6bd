import { DueExplained } from '@shouwen/contract/clocks';
import { Type } from 'typebox';
import { reckoningOf } from '../app/reckoning.ts';
import type { House } from '../app/house.ts';
import { Refused } from '../policy/refusal.ts';
import { dueOfRule } from './due-of-rule.rules.ts';

const Asked = Type.Object({ centre: Type.String({ format: 'uuid' }), rule: Type.String({ pattern: '^[A-Z]{3,4}-\\d{2}$' }), param: Type.Optional(Type.String({ maxLength: 60 })), from: Type.String({ format: 'date-time' }) }, { additionalProperties: false });

/** CAL-09: when would this be due, and why - of a time not yet entered, by the numbers and the calendar of one centre. */
export function whyRoutes(house: House): void {
  house.get('/why', { config: { audience: 'see_matters' }, schema: { querystring: Asked, response: { 200: DueExplained } } }, (request) => house.read(request, async (tx, by, now) => {
    const { rule, param, from, centre } = request.query;
    const answer = dueOfRule({ rule, param, from: new Date(from).getTime() }, await reckoningOf(tx, by.companyId, centre, now));
    if (!('sentence' in answer)) throw new Refused(answer);
    return { ...answer, from: new Date(answer.from).toISOString(), due: answer.due === null ? null : new Date(answer.due).toISOString() };
  }));
}
