import type { House } from '../app/house.ts';
import { OnTime, onTime, OnTimeAsked } from './on-time.queries.ts';

export function statisticsRoutes(house: House): void {
  house.get('/statistics/on-time', { config: { audience: 'see_statistics' }, schema: { querystring: OnTimeAsked, response: { 200: OnTime } } },
    (request) => house.read(request, (tx, by, now) => onTime(tx, by, request.query, now)));
}
