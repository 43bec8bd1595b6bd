import { afterAll, beforeAll, expect, test } from 'vitest';
import { openForPeople } from './house.ts';
import { lookAt, SCREENS } from './screens.ts';

const long = '这是一段非常长的说明'.repeat(40);

let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => {
  house = await openForPeople();
  for (const kind of ['complaint', 'repair', 'inquiry'])
    expect((await house.as('hejiayi').post('/matters', { centreId: house.centre, kind, channel: 'phone', readBack: true, title: long.slice(0, 200), whatHappened: long, whatIsWanted: long,
      reporter: { name: long.slice(0, 60), place: long.slice(0, 80), phone: '13800002716' } })).statusCode).toBe(201);
  const { rows: [{ number }] } = (await house.as('linxiaoyan').get('/matters?limit=1')).json();
  expect((await house.as('linxiaoyan').get(`/matters/${number}`)).statusCode).toBe(200);
});
afterAll(() => house.end());

test.each(SCREENS)('with long words in it: %s at %s', (...screen) => lookAt(house, screen, true));
