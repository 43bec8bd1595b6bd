import { afterAll, beforeAll, test } from 'vitest';
import { openForPeople } from './house.ts';
import { lookAt, SCREENS } from './screens.ts';

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

test.each(SCREENS)('with nothing in it: %s at %s', (...screen) => lookAt(house, screen, false));
