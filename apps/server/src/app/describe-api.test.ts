import { afterAll, beforeAll, expect, test } from 'vitest';
import { world, type TestWorld } from '../testing/world.ts';

interface Operation { operationId: string; security?: unknown[]; parameters?: { name: string; in: string; required?: boolean }[]; responses: Record<string, unknown> }
let w: TestWorld;
let operations: [method: string, path: string, operation: Operation][];
beforeAll(async () => {
  w = await world('2026-11-20T07:34:00Z');
  const { paths } = (await w.house.inject('/api/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>();
  operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]): [string, string, Operation] => [method, path, operation]));
});
afterAll(() => w.end());
const heads = (operation: Operation) => operation.parameters?.filter((p) => p.in === 'header').map((p) => [p.name, p.required]) ?? [];

test('every write says that it wants an Idempotency-Key, and every one that refuses stale edits its If-Match and its 409', () => {
  expect(operations.length).toBeGreaterThan(60);
  expect(operations.filter(([method, , operation]) => method !== 'get' && !heads(operation).some(([name]) => name === 'idempotency-key')).map(([method, path]) => `${method} ${path}`)).toEqual([]);
  const acceptance = operations.find(([, path]) => path === '/api/v1/matters/{number}/acceptances')![2];
  expect([heads(acceptance), Object.keys(acceptance.responses)]).toEqual([[['idempotency-key', true], ['if-match', true]], ['200', '400', '401', '403', '404', '409', '422']]);
  const note = operations.find(([, path]) => path === '/api/v1/matters/{number}/notes')![2];
  expect([heads(note), Object.keys(note.responses)]).toEqual([[['idempotency-key', true]], ['200', '400', '401', '403', '404', '422']]);
});
test('every operation has a name of its own', () => {
  expect(new Set(operations.map(([, , operation]) => operation.operationId)).size).toBe(operations.length);
});
