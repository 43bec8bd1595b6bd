import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Duties } from '@shouwen/contract/duties';
import { world, type Person, type TestWorld } from '../testing/world.ts';

let w: TestWorld;
beforeAll(async () => { w = await world('2026-11-20T02:00:00Z'); });
afterAll(() => w.end());
const duties = async (who: Person, q = ''): Promise<Duties> => (await w.as(who).get(`/centres/${w.centre}/duties?q=${encodeURIComponent(q)}`)).json();
const write = (who: Person, path: string, text: string, seen: number) => w.as(who).post(path, { text }, { 'if-match': `"${seen}"` });

test('FCR-39 what each department does is written by the centre manager or the administrator, and found by its words by everybody', async () => {
  const path = `/departments/${w.departments['工程维护部']}/duties`;
  expect((await write('sunlijun', path, '修电梯', 0)).statusCode).toBe(403);
  expect((await write('zhenghaitao', path, '电梯、水电、公共照明的维修保养', 0)).statusCode).toBe(204);
  expect((await write('zhouqiming', `/departments/${w.departments['安全管理部']}/duties`, '门岗、巡逻、消防', 0)).statusCode).toBe(204);
  const found = async (q: string) => (await duties('dengbin', q)).departments.map(({ name, text, writtenBy }) => [name, text, writtenBy]);
  expect(await found('电梯')).toEqual([['工程维护部', '电梯、水电、公共照明的维修保养', '郑海涛']]);
  expect([(await found('')).length, await found('园艺'), (await duties('dengbin')).mayWrite, (await duties('zhenghaitao')).mayWrite]).toEqual([2, [], { departments: false, posts: false }, { departments: true, posts: false }]);
  const stale = await write('zhouqiming', path, '只修电梯', 0);
  expect([stale.statusCode, stale.json().newer?.revision ?? stale.json().revision]).toEqual([409, 1]);
  expect((await w.as('zhouqiming').post(path, { text: '无版本' })).statusCode).toBe(428);
  expect((await write('zhouqiming', path, '电梯与水电', 1)).statusCode).toBe(204);
  expect(await found('电梯')).toEqual([['工程维护部', '电梯与水电', '周启明']]);
});

test('FCR-39 each post has its duty handbook, one for the company, which the administrator writes', async () => {
  expect((await write('zhenghaitao', '/posts/guard/handbook', '站岗', 0)).statusCode).toBe(403);
  expect((await write('zhouqiming', '/posts/guard/handbook', '站岗、巡逻；客户来问先接待（首问）', 0)).statusCode).toBe(204);
  const guard = (await duties('dengbin', '巡逻')).posts;
  expect(guard.map(({ post, text, revision }) => [post, text, revision])).toEqual([['guard', '站岗、巡逻；客户来问先接待（首问）', 1]]);
  expect((await write('zhouqiming', '/posts/nobody/handbook', '无', 0)).statusCode).toBe(400);
});
