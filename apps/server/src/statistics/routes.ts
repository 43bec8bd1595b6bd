import type { House } from '../app/house.ts';
import { Conflicts, conflictsCounted } from './conflicts.queries.ts';
import { OnTime, onTime, OnTimeAsked } from './on-time.queries.ts';
import { Promises, promisesCounted } from './promises.queries.ts';
import { InPeriod, Trips, tripsCounted } from './trips.queries.ts';

export function statisticsRoutes(house: House): void {
  house.get('/statistics/on-time', { config: { audience: 'see_statistics' }, schema: { querystring: OnTimeAsked, response: { 200: OnTime } } },
    (request) => house.read(request, (tx, by, now) => onTime(tx, by, request.query, now)));
  house.get('/statistics/trips', { config: { audience: 'see_statistics' }, schema: { querystring: InPeriod, response: { 200: Trips } } },
    (request) => house.read(request, (tx, by, now) => tripsCounted(tx, by, request.query, now)));
  house.get('/statistics/escalated-conflicts', { config: { audience: 'see_statistics' }, schema: { querystring: InPeriod, response: { 200: Conflicts } } },
    (request) => house.read(request, (tx, by) => conflictsCounted(tx, by, request.query)));
  house.get('/statistics/promises', { config: { audience: 'see_statistics' }, schema: { querystring: InPeriod, response: { 200: Promises } } },
    (request) => house.read(request, (tx, by, now) => promisesCounted(tx, by, request.query, now)));
}
