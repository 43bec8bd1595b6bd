import { afterAll, beforeAll, expect, test } from 'vitest';
import { Errors } from 'typebox/schema';
import { complaintsIn } from '../testing/complaint.ts';
import { frontDoor, type FrontDoor } from '../testing/front-door.ts';
import { world, type TestWorld } from '../testing/world.ts';

type Schema = Record<string, unknown>;
interface Answered { description: string; content?: Record<string, { schema: Schema }> }
interface Operation { operationId: string; security?: unknown[]; parameters?: { name: string; in: string; required?: boolean }[]; requestBody?: { content: Record<string, unknown> }; responses: Record<string, Answered> }
let w: TestWorld;
let door: FrontDoor;
let operations: [method: string, path: string, operation: Operation][];
beforeAll(async () => {
  w = await world('2026-11-20T07:34:00Z');
  door = await frontDoor();
  const { paths } = (await door.house.inject('/api/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>();
  operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]): [string, string, Operation] => [method, path, operation]));
});
afterAll(async () => { await w.end(); await door.end(); });
const heads = (operation: Operation) => operation.parameters?.filter((p) => p.in === 'header' && p.required).map((p) => [p.name, p.required]) ?? [];

test('every write says that it wants an Idempotency-Key, and every one that refuses stale edits its If-Match and its 409', () => {
  expect(operations.length).toBeGreaterThan(60);
  const without = operations.filter(([method, , operation]) => method !== 'get' && !operation.security && !heads(operation).some(([name]) => name === 'idempotency-key'));
  // what answers with a secret, or takes one, keeps no answer; a piece of an upload is known by its offset
  expect(without.map(([, path]) => path).filter((path) => !/\/(one-time-links|totp|first-password|looks|display-links)\b|\/uploads\/|\/webhook$/.test(path))).toEqual([]);
  const acceptance = operations.find(([, path]) => path === '/api/v1/matters/{number}/acceptances')![2];
  expect([heads(acceptance), Object.keys(acceptance.responses)]).toEqual([[['idempotency-key', true], ['if-match', true]], ['200', '400', '401', '403', '404', '409', '422', '428']]);
  const note = operations.find(([, path]) => path === '/api/v1/matters/{number}/notes')![2];
  expect([heads(note), Object.keys(note.responses)]).toEqual([[['idempotency-key', true]], ['200', '400', '401', '403', '404', '422']]);
});
test('every operation has a name of its own', () => {
  expect(new Set(operations.map(([, , operation]) => operation.operationId)).size).toBe(operations.length);
});

/** Of a success: its schemas, or none where nothing is answered. */
const successes = ({ responses }: Operation) => Object.entries(responses).filter(([status]) => status.startsWith('2'));
test('every route says what it answers: a schema for each type of content, or that it answers nothing', () => {
  const silent = operations.filter(([, , operation]) => {
    const said = successes(operation);
    return said.length === 0 || said.some(([status, { content }]) => (status === '204') === (content !== undefined) || Object.values(content ?? {}).some(({ schema }) => Object.keys(schema).length === 0));
  });
  expect(silent.map(([method, path]) => `${method} ${path}`)).toEqual([]);
  const typesOf = (method: string, path: string) => Object.keys(successes(operations.find(([m, p]) => m === method && p === `/api/v1${path}`)![2])[0]![1].content!);
  expect(typesOf('get', '/events')).toEqual(['text/event-stream']);
  expect(typesOf('get', '/files/{id}')).toEqual(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
  const [, , upload] = operations.find(([method, path]) => method === 'post' && path === '/api/v1/files')!;
  expect(upload.requestBody!.content).toMatchObject({ 'multipart/form-data': { schema: { required: ['file'], properties: { file: { type: 'string' } } } } });
});

/** The same schema, by which nothing may be said that isn't declared. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema && !('additionalProperties' in schema) ? { ...inner, additionalProperties: false } : inner;
}
const wrongIn = (path: string, answer: unknown): string[] => {
  const [, { content }] = successes(operations.find(([method, p]) => method === 'get' && p === `/api/v1${path}`)![2])[0]!;
  return Errors(closed(content!['application/json']!.schema) as Schema, answer)[1].map(({ instancePath, message }) => `${path} ${instancePath} ${message}`);
};
test('every route that is read answers as its schema says: nothing is missing and nothing is undeclared', async () => {
  const c = complaintsIn(w);
  const keep = async (path: string, body: object) => (await w.as('hejiayi').post(path, { centreId: w.centre, ...body })).json<{ id: string }>().id;
  const room = await keep('/rooms', { kind: 'room', building: '3', unit: '2', number: '1702' });
  const person = await keep('/people', { name: '陈桂芳', phones: ['13800002716'], rooms: [{ roomId: room, relation: 'owner' }], movedInOn: '2019-08-01', important: 'big_customer' });
  await w.as('hejiayi').post(`/people/${person}/callback-rejections`, { words: '别再打来', reason: '嫌烦', binds: 'person' });
  const mine = { reporter: { personId: person, roomId: room, name: '陈桂芳', phone: '13800002716', place: '3栋2单元1702' } };
  const early = { ...mine, receivedAt: '2026-11-17T09:00:00+08:00', points: ['何时修好', '谁来赔'], whatIsWanted: '尽快修好' };
  const open = await c.accepted({ ...early, claimYuan: '80000', unitComplainedAbout: '电梯维保单位' });
  await c.done('linxiaoyan', open, 'promises', { what: '周五前修好', due: '2026-11-27T10:00:00+08:00', superiorAsked: '苏敏' });
  await c.done('linxiaoyan', open, 'interim-replies', { text: '正在查', way: 'phone', promisedFor: '2026-11-24T10:00:00+08:00', superiorAsked: '苏敏', laterThanRuleBecause: '等配件' });
  await c.done('linxiaoyan', open, 'handovers', { toDepartmentId: w.departments['工程维护部'], way: 'dispatched' });
  await c.done('linxiaoyan', open, 'pauses', { reason: 'awaiting_customer', allowedBy: w.ids.sumin, customerTold: true });
  const handled = await c.verified();
  await c.done('sumin', handled, 'callbacks', { ...c.said, satisfied: false, opinion: '还是慢', newMatters: [{ kind: 'repair', whatHappened: '门禁也坏了' }] });
  const verified = await c.verified();
  const urgent = (await w.as('hejiayi').post('/matters', c.intake({ ...mine, kind: 'urgent_help', whatHappened: 'B 梯困人' }))).json<{ number: string }>().number;
  expect((await w.as('zhouqiming').post('/webhook', { url: 'https://11.0.0.1/hook' }, { 'if-match': '"0"' })).statusCode).toBe(201);
  await w.as('linxiaoyan').post('/my-messages/choices', { mailKinds: ['overdue'], pushKinds: [], quiet: { from: '21:00', until: '08:00' }, language: 'en' }, { 'if-match': '"0"' });
  await w.as('sumin').post(`/centres/${w.centre}/shifts`, { staffId: w.ids.hejiayi, post: 'receptionist', from: '2026-11-20T08:00:00+08:00', until: '2026-11-20T20:00:00+08:00' });
  const slipped = await c.accepted(early);
  await c.done('linxiaoyan', slipped, 'slips', { toDepartmentId: w.departments['工程维护部'], text: '客服不能解决' });
  await w.as('zhouqiming').post('/company-days', { day: '2026-12-31', working: false, name: '年末盘点' });

  const checked = (await w.as('sumin').post('/record-checks', { centreId: w.centre, from: '2026-11-01', to: '2026-11-30', size: 2 })).json<{ id: string }>().id;
  await w.as('linxiaoyan').post(`/matters/${open}/looks`, {});
  const changing = async (id: string, revision: number, verb: string, body: object) => (await w.as('fangmin').post(`/policy/drafts/${id}${verb}`, body, { 'if-match': `"${revision}"` })).json<{ id: string; revision: number; version: string }>();
  const published = (await w.as('fangmin').post('/policy/drafts', { centreId: null, why: '缩短接手' })).json<{ id: string; revision: number; version: string }>();
  const narrower = await changing(published.id, published.revision, '', { numbers: { 'FCR-07/handover_within': '20min' }, choices: { second_transfer: 'once_by_relations_lead' }, off: { 'FCR-34': true }, manual: { 'FCR-07': '二十分钟内必须有人接手。' } });
  await changing(published.id, narrower.revision, '/publish', { mode: 'new' });
  const drafted = (await w.as('fangmin').post('/policy/drafts', { centreId: null, why: '再缩短' })).json<{ id: string }>().id;
  const run = (await w.as('fangmin').post(`/policy/drafts/${drafted}/preview`, { mode: 'running' })).json<{ id: string }>().id;

  const asked: Record<string, string[]> = {
    '/looks': ['qianshen /looks'], '/record-checks/{id}': [`/record-checks/${checked}`], '/policy/versions/{version}': [`fangmin /policy/versions/${published.version}`], '/policy/compare': [`fangmin /policy/compare?one=rulebook&other=${published.version}`],
    '/policy/drafts/{id}': [`fangmin /policy/drafts/${drafted}`, `fangmin /policy/drafts/${published.id}`], '/policy/runs/{id}': [`fangmin /policy/runs/${run}`], '/policy/runs/{id}/clocks': [`fangmin /policy/runs/${run}/clocks`],
    '/matters': ['/matters', '/matters?limit=1', '/matters?view=closed', '/matters?q=2716'], '/matters/counts': ['/matters/counts'],
    '/matters/similar': [`/matters/similar?centre=${w.centre}&text=${encodeURIComponent('B 梯一周三次停运')}&place=3${encodeURIComponent('栋')}`], '/matters/late-entries': ['/matters/late-entries'],
    '/matters/{number}': [`/matters/${open}`, `/matters/${handled}`, `/matters/${slipped}`], '/matters/{number}/handling-form': [`/matters/${verified}/handling-form`],
    '/my-day': ['linxiaoyan', 'hejiayi', 'sunlijun', 'sumin'].map((who) => `${who} /my-day?centre=${w.centre}&limit=3`), '/why': [`/why?centre=${w.centre}&rule=CMP-32&from=2026-09-30T15:20:00%2B08:00`],
    '/me': ['/me'], '/staff': ['/staff?limit=3'], '/centres': ['/centres'], '/centres/{id}/departments': [`/centres/${w.centre}/departments`], '/centres/{id}/shifts': [`/centres/${w.centre}/shifts?week=2026-W47`],
    '/centres/{id}/roster-watch': [`/centres/${w.centre}/roster-watch`], '/centres/{id}/shift-templates': [`/centres/${w.centre}/shift-templates`], '/centres/{id}/shift-requests': [`/centres/${w.centre}/shift-requests`],
    '/centres/{id}/attendance': [`/centres/${w.centre}/attendance?week=2026-W47`], '/centres/{id}/shift-handovers': [`hejiayi /centres/${w.centre}/shift-handovers`],
    '/centres/{id}/on-duty': [`/centres/${w.centre}/on-duty`], '/company-days': ['zhouqiming /company-days?year=2026'], '/messages': ['zhenghaitao /messages', 'sumin /messages'],
    '/people': ['/people'], '/people/{id}': [`hejiayi /people/${person}?purpose=matter`], '/rooms': ['/rooms'], '/search': ['/search?q=2716', `/search?q=1702`],
    '/statistics/on-time': ['/statistics/on-time?rule=CMP-31'], '/statistics/trips': ['/statistics/trips'], '/statistics/promises': ['/statistics/promises'],
    '/statistics/escalated-conflicts': ['/statistics/escalated-conflicts'], '/matters/papers': ['sunlijun /matters/papers'], '/centres/{id}/duties': [`/centres/${w.centre}/duties`],
    '/phrases': [`/phrases?centre=${w.centre}`], '/phrases/history': ['/phrases/history'], '/scripts': ['/scripts'],
    '/matters/{number}/calls': [`/matters/${urgent}/calls`], '/my-messages': ['/my-messages', 'linxiaoyan /my-messages'], '/webhook': ['zhouqiming /webhook', 'qianshen /webhook'],
    '/policy': ['/policy', `fangmin /policy?centre=${w.centre}`], '/policy/versions': ['/policy/versions'], '/policy/runs': ['fangmin /policy/runs'], '/policy/schemes/compare': ['/policy/schemes/compare?one=s4_1&other=combined&kind=complaint'],
    '/reception-records': [`/reception-records?centre=${w.centre}&from=2026-11-01&to=2026-11-30`], '/breach-signs': [`/breach-signs?centre=${w.centre}&from=2026-11-01&to=2026-11-30`], '/breach-signs/counts': [`/breach-signs/counts?centre=${w.centre}&from=2026-11-01&to=2026-11-30`], '/breaches': [`/breaches?centre=${w.centre}`],
    '/breaches/mine': ['/breaches/mine'], '/record-checks': [`/record-checks?centre=${w.centre}`], '/evaluations': [`/evaluations?centre=${w.centre}`], '/evaluations/owed': [`/evaluations/owed?centre=${w.centre}`],
    '/centres/{id}/wall': [`dengbin /centres/${w.centre}/wall`], '/centres/{id}/display-links': [`zhenghaitao /centres/${w.centre}/display-links`],
    '/improvement-measures': [`/improvement-measures?centre=${w.centre}`], '/committee-evaluations': [`/committee-evaluations?centre=${w.centre}`], '/matters/{number}/customer-view': [`/matters/${handled}/customer-view`],
  };
  const answers = new Map<string, unknown[]>();
  for (const [path, requests] of Object.entries(asked)) for (const request of requests) {
    const [, who = 'sumin', url] = /^(?:(\w+) )?(.*)$/.exec(request)!;
    const answer = await w.as(who as 'sumin').get(url!);
    expect(answer.statusCode, `${request} ${answer.body}`).toBe(200);
    answers.set(path, [...answers.get(path) ?? [], answer.json()]);
  }
  const { administrator, me } = await door.setUp();
  for (const [path, url] of [['/setup', '/setup'], ['/sessions', '/sessions'], ['/staff/{id}/sessions', `/staff/${me.id}/sessions`],
    ['/me/first-password', '/me/first-password'], ['/me/totp', '/me/totp'], ['/sign-in/providers', '/sign-in/providers'], ['/sign-in-settings', '/sign-in-settings']] as const) answers.set(path, [(await administrator.get(url)).json()]);
  const link = (await administrator.post(`/staff/${me.id}/one-time-links`)).json<{ url: string }>().url.split('#')[1];
  answers.set('/one-time/{token}', [(await administrator.get(`/one-time/${link}`)).json()]);

  for (const [path, given] of answers) for (const answer of given as object[]) {
    expect(wrongIn(path, answer)).toEqual([]);
    // the control: one thing more is found, and one thing less
    expect(wrongIn(path, { ...answer, undeclared: 1 })).not.toEqual([]);
    expect(wrongIn(path, Object.fromEntries(Object.entries(answer).slice(1)))).not.toEqual([]);
  }
  const empty = (path: string) => (answers.get(path) as { rows: unknown[] }[]).every(({ rows }) => rows.length === 0);
  expect(['/matters', '/matters/similar', '/matters/late-entries', '/messages', '/people', '/rooms', '/staff', '/matters/{number}/calls'].filter(empty)).toEqual([]);
  expect((answers.get('/my-day') as { duties: unknown[] }[]).some(({ duties }) => duties.length > 0)).toBe(true);
  const json = operations.filter(([method, , operation]) => method === 'get' && successes(operation)[0]![1].content!['application/json']).map(([, path]) => path.replace('/api/v1', ''));
  // answers not checked here: a new route is asked above, or is named here
  const unasked = ['/display', '/exports', '/kept-views', '/imports', '/imports/{id}', '/imports/{id}/rows', '/demonstration', '/backups'];
  expect(json.filter((path) => !answers.has(path) && !unasked.includes(path))).toEqual([]);
});
