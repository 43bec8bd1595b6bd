import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCompany } from '../db/in-company.ts';
import { DEEDS } from '../app/deeds.ts';
import { frontDoor, type Browser, type FrontDoor } from '../testing/front-door.ts';
import { isWrite } from './who-may.rules.ts';

describe('people and posts', () => {
  let door: FrontDoor; let admin: Browser; let centre: string; let department: string; let other: Awaited<ReturnType<FrontDoor['secondCompany']>>;
  /** What the floors above answer: who still holds what. */
  const open = new Map<string, string[]>();
  const taken: string[][] = [];
  beforeAll(async () => {
    door = await frontDoor({
      openEntries: async (_, staffId) => open.get(staffId) ?? [],
      takeOver: async (_, from, to) => { taken.push([from, to]); open.delete(from); },
    });
    ({ administrator: admin, centre } = await door.setUp());
    other = await door.secondCompany();
    department = (await admin.post(`/centres/${centre}/departments`, { name: '工程维护部' })).json().id;
  });
  afterAll(() => door.end());
  /** What whoever changes a person has seen of them. */
  const seen = async (id: string, by = admin) => {
    for (const left of [false, true]) {
      const found = (await by.get(`/staff?limit=200&left=${left}`)).json().rows.find((row: { id: string }) => row.id === id);
      if (found) return { 'if-match': `"${found.revision}"` };
    }
    return { 'if-match': '"0"' };
  };
  const takeOn = async (name: string, userName: string, ...posts: object[]) => (await admin.post('/staff', { name, userName, posts })).json().id as string;
  const refusal = (answer: { statusCode: number; json(): { rule: string; code: string } }) => [answer.statusCode, answer.json().rule, answer.json().code];

  test('a user name is one person\'s in the whole installation, in whatever letters', async () => {
    expect((await admin.post('/staff', { name: '何佳怡', userName: 'hejiayi' })).statusCode).toBe(201);
    for (const [browser, userName] of [[admin, 'hejiayi'], [other.administrator, 'HeJiaYi'], [other.administrator, ' hejiayi ']] as const)
      expect(refusal(await browser.post('/staff', { name: '何佳仪', userName }))).toEqual([422, 'input', 'user_name_taken']);
    const answers = await Promise.all([admin, other.administrator, admin, other.administrator].map((browser) => browser.post('/staff', { name: '林晓燕', userName: 'linxiaoyan' })));
    expect(answers.map((a) => a.statusCode).sort((a, b) => a - b)).toEqual([201, 422, 422, 422]);
    for (const userName of ['x', '何佳怡', 'a b', '-ab', '<script>']) expect(refusal(await admin.post('/staff', { name: '某人', userName }))).toEqual([422, 'input', 'user_name']);
  });
  test('a hundred posts with one key take on one person', async () => {
    const key = { 'idempotency-key': 'one-and-the-same-key' };
    const answers = await Promise.all(Array.from({ length: 100 }, () => admin.post('/staff', { name: '吴秀英', userName: 'wuxiuying' }, key)));
    expect(new Set(answers.map((a) => `${a.statusCode} ${a.json().id}`)).size).toBe(1);
    expect((await admin.get('/staff?q=吴秀英')).json().rows).toHaveLength(1);
  });
  test('ORG-01 a person holds several posts, each in its centre; a department head in a department', async () => {
    const id = await takeOn('苏敏', 'sumin', { post: 'customer_service_lead', centreId: centre }, { post: 'relations_lead', centreId: centre });
    const give = async (post: object) => refusal(await admin.post(`/staff/${id}/posts`, post, await seen(id)));
    expect((await admin.post(`/staff/${id}/posts`, { post: 'department_head', centreId: centre, departmentId: department }, await seen(id))).statusCode).toBe(201);
    expect(await give({ post: 'relations_lead', centreId: centre })).toEqual([422, 'ORG-01', 'held_already']);
    expect(await give({ post: 'guard' })).toEqual([422, 'ORG-01', 'centre_missing']);
    expect(await give({ post: 'department_head', centreId: centre })).toEqual([422, 'ORG-01', 'department_missing']);
    expect(await give({ post: 'guard', centreId: other.centre })).toEqual([422, 'input', 'no_such_centre']);
    expect(await give({ post: 'general', centreId: centre })).toEqual([400, 'input', 'invalid']);
    const [row] = (await admin.get(`/staff?q=sumin`)).json().rows;
    expect(row).toMatchObject({ name: '苏敏', userName: 'sumin', kind: 'person', leftAt: null });
    expect(row.posts.map((p: { post: string }) => p.post)).toEqual(['customer_service_lead', 'relations_lead', 'department_head']);
    expect((await admin.get(`/centres/${centre}/departments`)).json().rows).toEqual([{ id: department, centreId: centre, name: '工程维护部', heads: [{ id, name: '苏敏' }] }]);
  });
  test('ORG-01 what one may do ends with the post, at once', async () => {
    const { id, browser } = await door.colleague(admin, '孙立军', 'sunlijun', { post: 'company_administrator' });
    expect((await browser.post('/centres', { code: 'TS', name: '试验园' })).statusCode).toBe(201);
    const [held] = (await admin.get('/staff?q=sunlijun')).json().rows[0].posts;
    expect((await admin.delete(`/staff/${id}/posts/${held.id}`, await seen(id))).statusCode).toBe(204);
    expect(refusal(await browser.post('/centres', { code: 'TT', name: '试验二园' }))).toEqual([403, 'ORG-01', 'not_your_post']);
    expect((await admin.delete(`/staff/${id}/posts/${held.id}`, await seen(id))).statusCode).toBe(404);
  });
  test('ORG-01 a company keeps an administrator, also when two remove each other at once', async () => {
    const [me] = (await admin.get('/staff?q=zhouqiming')).json().rows;
    const own = me.posts.find((p: { post: string }) => p.post === 'company_administrator').id;
    expect(refusal(await admin.delete(`/staff/${me.id}/posts/${own}`, await seen(me.id)))).toEqual([422, 'ORG-01', 'last_administrator']);
    expect(refusal(await admin.delete(`/staff/${me.id}`, await seen(me.id)))).toEqual([422, 'ORG-01', 'last_administrator']);
    const { id, browser } = await door.colleague(admin, '郑海涛', 'zhenghaitao', { post: 'company_administrator' });
    const [ofThem, ofMe] = [await seen(id), await seen(me.id)];
    const answers = await Promise.all([admin.delete(`/staff/${id}`, ofThem), browser.delete(`/staff/${me.id}`, ofMe)]);
    expect(answers.filter((a) => a.statusCode === 204)).toHaveLength(1);
    if (answers[1].statusCode === 204) admin = browser;
  });
  test('FCR-35 nobody leaves over open entries without a taker who works there; then posts, sessions and password end', async () => {
    const { id, browser } = await door.colleague(admin, '谭静', 'tanjing', { post: 'customer_service_officer', centreId: centre });
    const taker = await takeOn('陈立', 'chenli', { post: 'customer_service_officer', centreId: centre });
    const auditor = await takeOn('钱审', 'qianshen2', { post: 'auditor' });
    open.set(id, ['LH2611-0001', 'LH2611-0002']);
    expect(refusal(await admin.delete(`/staff/${id}`, await seen(id)))).toEqual([422, 'FCR-35', 'open_entries']);
    expect(refusal(await admin.delete(`/staff/${id}?takerId=${id}`, await seen(id)))).toEqual([422, 'FCR-35', 'open_entries']);
    expect(refusal(await admin.delete(`/staff/${id}?takerId=${auditor}`, await seen(id)))).toEqual([422, 'FCR-35', 'taker_has_no_post']);
    const [held] = (await admin.get('/staff?q=tanjing')).json().rows[0].posts;
    expect(refusal(await admin.delete(`/staff/${id}/posts/${held.id}`, await seen(id)))).toEqual([422, 'FCR-35', 'open_entries']);
    expect((await browser.get('/me')).statusCode).toBe(200);
    expect((await admin.delete(`/staff/${id}?takerId=${taker}`, await seen(id))).statusCode).toBe(204);
    expect(taken).toEqual([[id, taker]]);
    expect((await browser.get('/me')).statusCode).toBe(401);
    expect((await door.browser().signIn('tanjing')).statusCode).toBe(401);
    expect(refusal(await admin.post(`/staff/${id}/one-time-links`))).toEqual([422, 'ORG-01', 'has_left']);
    expect(refusal(await admin.post(`/staff/${id}/posts`, { post: 'guard', centreId: centre }, await seen(id)))).toEqual([422, 'ORG-01', 'has_left']);
    expect((await admin.get('/staff?q=tanjing')).json().rows).toEqual([]);
    expect((await admin.get('/staff?q=tanjing&left=true')).json().rows[0]).toMatchObject({ name: '谭静', posts: [] });
  });
  test('the list comes in pages that neither repeat nor skip', async () => {
    for (let i = 0; i < 7; i++) await takeOn('同名', `same${i}`, { post: 'guard', centreId: centre });
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: { rows: { id: string }[]; next: string | null } = (await admin.get(`/staff?limit=3&post=guard&centreId=${centre}${after && `&after=${after}`}`)).json();
      expect(page.rows.length).toBeLessThanOrEqual(3);
      seen.push(...page.rows.map((row) => row.id));
      after = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
    for (const query of ['after=nonsense', 'limit=0', 'limit=9999', 'centreId=1', 'wrong=1']) expect((await admin.get(`/staff?${query}`)).statusCode).toBe(400);
  });
  test('CAL-11 hours are dated: the days before stay, windows follow one another', async () => {
    const hours = async (from: string, windows: string[][]) => admin.post(`/centres/${centre}/hours`, { from, windows, open: 'working_days' },
      { 'if-match': `"${(await admin.get('/centres')).json().rows.find((row: { id: string }) => row.id === centre).revision}"` });
    expect((await hours('2020-01-01', [['09:00', '12:00'], ['13:30', '18:00']])).statusCode).toBe(204);
    expect(refusal(await hours('2020-01-01', [['08:00', '20:00']]))).toEqual([422, 'CAL-11', 'in_the_past']);
    expect((await hours('2199-05-01', [['08:30', '24:00']])).statusCode).toBe(204);
    for (const windows of [[['12:00', '09:00']], [['09:00', '13:00'], ['12:00', '18:00']]]) expect(refusal(await hours('2199-06-01', windows))).toEqual([422, 'CAL-11', 'windows']);
    for (const windows of [[['9:00', '18:00']], [['09:00', '25:00']], [['09:00']], []]) expect((await hours('2199-06-01', windows)).statusCode).toBe(400);
    for (const day of ['2199-13-01', '0000-01-01', '9999-01-01', '2026-02-30']) expect([day, (await hours(day, [['09:00', '18:00']])).statusCode]).toEqual([day, 400]);
    expect((await admin.get('/centres')).json().rows[0]).toMatchObject({ code: 'LH', zone: 'Asia/Shanghai', usualHours: { windows: [['09:00', '18:00']], open: 'working_days' }, hours: [{ from: '2020-01-01' }, { from: '2199-05-01', windows: [['08:30', '24:00']] }] });
    expect(refusal(await admin.post('/centres', { code: 'LH', name: '别处' }))).toEqual([422, 'input', 'centre_exists']);
    expect(refusal(await admin.post('/centres', { code: 'MS', name: '火星园', zone: 'Mars/Base' }))).toEqual([422, 'input', 'no_such_zone']);
  });
  test('CAL-04 the company\'s own days to come are set and dropped, those past stay', async () => {
    const days = async () => (await admin.get('/company-days?year=2198')).json();
    const asSeen = async () => ({ 'if-match': `"${(await days()).revision}"` });
    const set = async (day: string) => admin.post('/company-days', { day, working: false, name: '司庆' }, await asSeen());
    expect((await set('2198-03-03')).statusCode).toBe(204);
    expect(refusal(await set('2020-03-03'))).toEqual([422, 'CAL-11', 'in_the_past']);
    expect((await days()).rows).toEqual([{ day: '2198-03-03', working: false, name: '司庆' }]);
    expect((await other.administrator.get('/company-days?year=2198')).json()).toEqual({ revision: 1, rows: [] });
    expect((await admin.delete('/company-days/2198-03-03', await asSeen())).statusCode).toBe(204);
    expect((await admin.delete('/company-days/2198-03-03', await asSeen())).statusCode).toBe(404);
  });
  test('an edit on an older state of a person, of hours and of days is refused with the newer one; a repeat is no edit', async () => {
    const id = await takeOn('何小满', 'hexiaoman');
    const before = await seen(id);
    const [first, again] = [await seen(id), 'the-same-post-given-twice'];
    const give = (post: string, key = {}) => admin.post(`/staff/${id}/posts`, { post, centreId: centre }, { ...first, ...key });
    const given = await give('guard', { 'idempotency-key': again });
    expect([given.statusCode, (await give('guard', { 'idempotency-key': again })).json()]).toEqual([201, given.json()]);
    const stale = await give('butler');
    expect([stale.statusCode, stale.json().code, stale.json().newer]).toMatchObject([409, 'stale', { id, posts: [{ id: given.json().id, post: 'guard' }] }]);
    for (const path of [`/staff/${id}`, `/staff/${id}/posts/${given.json().id}`]) {
      expect((await admin.delete(path, before)).statusCode).toBe(409);
      expect([path, refusal(await admin.delete(path))]).toEqual([path, [428, 'input', 'if_match']]);
    }
    expect((await seen(id))['if-match']).toBe(`"${stale.json().newer.revision}"`);
    expect((await admin.delete(`/staff/${id}`, await seen(id))).statusCode).toBe(204);

    const [hours, day] = [{ from: '2199-07-01', windows: [['09:00', '18:00']], open: 'every_day' }, { day: '2198-05-05', working: false, name: '司庆' }];
    for (const [path, body, newer] of [[`/centres/${centre}/hours`, hours, { id: centre, hours: expect.arrayContaining([hours]) }], ['/company-days', day, { rows: [day] }]] as const) {
      const { revision } = path === '/company-days' ? (await admin.get('/company-days?year=2198')).json() : (await admin.get('/centres')).json().rows.find((row: { id: string }) => row.id === centre);
      const asSeen = { 'if-match': `"${revision}"` };
      expect([path, (await admin.post(path, body, asSeen)).statusCode]).toEqual([path, 204]);
      const late = await admin.post(path, body, asSeen);
      expect([path, late.statusCode, late.json().newer]).toMatchObject([path, 409, { ...newer, revision: revision + 1 }]);
    }
    expect((await admin.delete('/company-days/2198-05-05', { 'if-match': '"1"' })).statusCode).toBe(409);
  });
  test('every write that changes what is there asks which state was seen; the others are named here, each with its reason', async () => {
    const WITHOUT: Record<string, string> = {
      '/matters': 'makes', '/people': 'makes', '/rooms': 'makes', '/staff': 'makes', '/centres': 'makes', '/centres/:id/departments': 'makes', '/centres/:id/shifts': 'makes', '/files': 'makes',
      '/people/:id/callback-rejections': 'makes', '/staff/:id/one-time-links': 'the newest holds',
      '/centres/:id/week-copies': 'makes', '/centres/:id/swaps': 'makes', '/centres/:id/leaves': 'makes', '/centres/:id/overtime': 'makes', '/centres/:id/shifts/:shiftId/coming': 'makes',
      '/centres/:id/shift-handovers': 'makes', '/centres/:id/followed-customers': 'makes', '/breaches': 'makes', '/breaches/:id/statements': 'makes', '/record-checks': 'makes', '/evaluations': 'makes',
      '/committee-evaluations': 'makes', '/policy/drafts': 'makes', '/policy/drafts/:id/preview': 'makes', '/policy/drafts/:id/trial': 'makes', '/policy/runs/:id/cancel': 'ends what has no other state',
      '/staff/:id/sessions': 'ends what has no other state', '/staff/:id/totp-resets': 'ends what has no other state', '/staff/:id/provider-unbindings': 'ends what has no other state', '/matters/:number/looks': 'reads', '/centres/:id/display-links': 'adds', '/exports': 'adds', '/imports': 'makes', '/imports/:id/cancel': 'ends what has no other state', '/uploads': 'makes', '/uploads/:id': 'is known by its offset', '/kept-views': 'is one’s own', '/kept-views/:id': 'is one’s own', '/centres/:id/display-links/:linkId/withdrawal': 'ends what has no other state',
    };
    const writes = door.routes.filter((route) => route.method !== 'GET' && route.method !== 'HEAD').map((route) => ({ ...route, path: route.url.replace('/api/v1', '') }));
    for (const path of Object.keys(WITHOUT)) expect(writes.map((route) => route.path)).toContain(path);
    // what is one's own, or comes from nobody signed in, has no other hand on it
    const oneself = (route: { audience: string; path: string }) => route.audience === 'oneself' || route.audience === 'public' || route.path.startsWith('/me/');
    const adds = (path: string) => DEEDS.get(path.split('/')[3] as never)?.adds === true;
    expect(writes.filter((route) => !route.ifMatch && !(route.path in WITHOUT) && !oneself(route) && !adds(route.path)).map((route) => route.url)).toEqual([]);
    expect(writes.filter((route) => route.ifMatch).length).toBeGreaterThan(30);
  });

  test('ORG-01 the auditor reads everything and changes nothing, on every route', async () => {
    const { browser: auditor } = await door.colleague(admin, '钱审', 'qianshen', { post: 'auditor' });
    const { browser: others } = await door.colleague(admin, '许国梁', 'xuguoliang', { post: 'leader_in_charge' }, { post: 'quality_department' }, { post: 'customer_service_lead', centreId: centre }, { post: 'centre_manager', centreId: centre });
    const routes = door.routes.filter((r) => r.method !== 'HEAD' && r.audience !== 'public' && r.audience !== 'oneself' && r.audience !== 'entering' && r.audience !== 'display');
    const call = (browser: Browser, { method, url }: { method: string; url: string }) => {
      const path = url.replace('/api/v1', '').replace(':day', '2198-01-01').replace(/:\w+/g, centre);
      return method === 'GET' ? browser.get(path) : method === 'DELETE' ? browser.delete(path) : method === 'PATCH' ? browser.patch(path) : browser.post(path);
    };
    const writes = routes.filter((r) => r.method !== 'GET');
    expect(writes.length).toBeGreaterThan(10);
    for (const route of writes) {
      expect([route.url, isWrite(route.audience)]).toEqual([route.url, true]);
      expect([route.method, route.url, ...refusal(await call(auditor, route))]).toEqual([route.method, route.url, 403, 'ORG-01', 'not_your_post']);
      const allowed = [(await call(admin, route)).statusCode, (await call(others, route)).statusCode];
      expect([route.url, allowed.some((status) => status !== 403)]).toEqual([route.url, true]);
    }
    const reads = routes.filter((r) => r.method === 'GET');
    expect(reads.length).toBeGreaterThan(5);
    for (const route of reads) {
      expect([route.url, isWrite(route.audience)]).toEqual([route.url, false]);
      expect([route.url, [401, 403].includes((await call(auditor, route)).statusCode)]).toEqual([route.url, false]);
    }
  });

  describe('tenancy', () => {
    const tables = ['staff', 'post_held', 'department', 'shift'] as const;
    test('a company sees its own rows alone, and none outside a company', async () => {
      const me = (await admin.get('/me')).json();
      const [guard] = (await admin.get('/staff?post=guard')).json().rows;
      await admin.post(`/centres/${centre}/shifts`, { staffId: guard.id, post: 'guard', from: '2198-01-01T00:00:00Z', until: '2198-01-01T08:00:00Z' });
      for (const table of tables) {
        const count = (companyId: string) => inCompany(door.db, companyId, async (tx) => (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where company_id = ${me.company.id}`.execute(tx)).rows[0]!.n);
        expect([table, await count(me.company.id) > 0, await count(other.companyId)]).toEqual([table, true, 0]);
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(door.db);
        expect([table, rows[0]!.n]).toEqual([table, 0]);
      }
    });
    test('no row can be written for another company, or hang on another company\'s', async () => {
      const [person] = (await admin.get('/staff?q=sumin')).json().rows;
      const give = (inId: string, ofId: string) => inCompany(door.db, inId, async (tx) => { await sql`insert into post_held (company_id, held_id, staff_id, post, held_from, given_at)
        values (${ofId}, gen_random_uuid(), ${person.id}, 'auditor', now(), now())`.execute(tx); });
      const mine = (await admin.get('/me')).json().company.id;
      await expect(give(other.companyId, mine)).rejects.toThrow('row-level security');
      await expect(give(other.companyId, other.companyId)).rejects.toThrow('foreign key');
      await give(mine, mine);
    });
    test('what is another company\'s is not there, by any address', async () => {
      const [person] = (await admin.get('/staff?q=sumin')).json().rows;
      const stranger = other.administrator;
      const tries = async (browser: Browser) => [
        (await browser.post(`/staff/${person.id}/posts`, { post: 'functional_department' }, await seen(person.id))).statusCode, (await browser.post(`/staff/${person.id}/one-time-links`)).statusCode,
        (await browser.get(`/staff/${person.id}/sessions`)).statusCode, (await browser.delete(`/staff/${person.id}/sessions`)).statusCode,
        (await browser.get(`/centres/${centre}/departments`)).statusCode, (await browser.post(`/centres/${centre}/departments`, { name: '秩序部' })).statusCode,
        (await browser.get(`/centres/${centre}/on-duty`)).statusCode, (await browser.delete(`/staff/${person.id}`, await seen(person.id))).statusCode,
      ];
      expect(await tries(stranger)).toEqual([404, 404, 404, 404, 404, 404, 404, 404]);
      expect((await stranger.get('/staff?q=sumin')).json().rows).toEqual([]);
      expect(await tries(admin)).toEqual([201, 201, 200, 204, 200, 201, 200, 204]);
    });
  });
});
