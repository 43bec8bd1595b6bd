import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frontDoor, type Browser, type FrontDoor } from '../testing/front-door.ts';

describe('the roster', () => {
  let door: FrontDoor; let admin: Browser; let centre: string; let manager: string;
  const people: Record<string, { id: string; browser: Browser }> = {};
  const open = new Map<string, string[]>();
  beforeAll(async () => {
    door = await frontDoor({ openEntries: async (_, staffId) => open.get(staffId) ?? [], takeOver: async (_, from) => { open.delete(from); } });
    ({ administrator: admin, centre } = await door.setUp());
    manager = (await admin.get('/me')).json().id;
    const department = (await admin.post(`/centres/${centre}/departments`, { name: '安全管理部' })).json().id;
    people.luozhiqiang = await door.colleague(admin, '罗志强', 'luozhiqiang', { post: 'department_head', centreId: centre, departmentId: department });
    people.tanjing = await door.colleague(admin, '谭静', 'tanjing', { post: 'customer_service_officer', centreId: centre });
    people.linxiaoyan = await door.colleague(admin, '林晓燕', 'linxiaoyan', { post: 'customer_service_officer', centreId: centre });
  });
  afterAll(() => door.end());
  const hour = (n: number) => new Date(Math.floor(door.now().getTime() / 3600_000) * 3600_000 + n * 3600_000).toISOString();
  const enter = (who: string, post: string, from: number, until: number, by = admin) => by.post(`/centres/${centre}/shifts`, { staffId: people[who]!.id, post, from: hour(from), until: hour(until) });
  const onDuty = async () => (await people.tanjing!.browser.get(`/centres/${centre}/on-duty`)).json();
  const refusal = (answer: { statusCode: number; json(): { rule: string; code: string } }) => [answer.statusCode, answer.json().rule, answer.json().code];

  test('FCR-11 with nobody on the roster class I falls to the head of the centre, shown as a gap', async () => {
    expect(await onDuty()).toMatchObject({ rows: [], dutyManager: { staff: [{ id: manager, name: '周启明' }], gap: true } });
    expect((await onDuty()).vacant).toEqual(['receptionist', 'customer_service_lead', 'relations_lead', 'butler', 'repairer', 'guard', 'functional_department', 'quality_department', 'leader_in_charge', 'general_manager']);
  });
  test('SHF-01 who is on now, by post and until when; the highest manager of them takes class I', async () => {
    expect((await enter('luozhiqiang', 'department_head', -1, 3)).statusCode).toBe(201);
    expect((await enter('tanjing', 'customer_service_officer', -2, 6)).statusCode).toBe(201);
    const now = await onDuty();
    expect(now.rows.map((r: { name: string; post: string; until: string }) => [r.name, r.post, r.until])).toEqual([['谭静', 'customer_service_officer', hour(6)], ['罗志强', 'department_head', hour(3)]]);
    expect(now.dutyManager).toEqual({ staff: [{ id: people.luozhiqiang!.id, name: '罗志强' }], gap: false });
  });
  test('SHF-01 a shift in a post not held, over another, backwards or longer than a day is refused', async () => {
    expect(refusal(await enter('tanjing', 'guard', 10, 12))).toEqual([422, 'SHF-01', 'post_not_held']);
    expect(refusal(await enter('tanjing', 'customer_service_officer', 5, 9))).toEqual([422, 'SHF-01', 'overlaps']);
    expect(refusal(await enter('tanjing', 'customer_service_officer', 12, 11))).toEqual([422, 'input', 'ends_before_start']);
    expect(refusal(await enter('tanjing', 'customer_service_officer', 10, 40))).toEqual([422, 'input', 'too_long']);
    expect((await admin.post(`/centres/${centre}/shifts`, { staffId: people.tanjing!.id, post: 'customer_service_officer', from: '2026-13-01T00:00:00Z', until: hour(2) })).statusCode).toBe(400);
  });
  test('SHF-01 two entered at once for one person don\'t overlap', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => enter('linxiaoyan', 'customer_service_officer', 30 + (i % 2), 34)));
    expect(answers.map((a) => a.statusCode).sort((a, b) => a - b)).toEqual([201, 422, 422, 422, 422, 422]);
  });
  test('SHF-01 gaps of a week to come are shown beforehand', async () => {
    const later = door.now().getTime() + 14 * 24 * 3600_000;
    const monday = later - ((new Date(later + 8 * 3600_000).getUTCDay() + 6) % 7) * 24 * 3600_000;
    const start = Math.floor((monday + 8 * 3600_000) / (24 * 3600_000)) * 24 * 3600_000 - 8 * 3600_000;
    const thursday = new Date(start + 3 * 24 * 3600_000 + 8 * 3600_000);
    const week = `${thursday.getUTCFullYear()}-W${String(Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (24 * 3600_000) + 1) / 7)).padStart(2, '0')}`;
    const at = (h: number) => new Date(start + h * 3600_000).toISOString();
    for (let day = 0; day < 7; day++)
      for (const half of [0, 12]) {
        if (day === 2 && half === 12) continue;
        await admin.post(`/centres/${centre}/shifts`, { staffId: people[half ? 'tanjing' : 'linxiaoyan']!.id, post: 'customer_service_officer', from: at(day * 24 + half), until: at(day * 24 + half + 12) });
      }
    const roster = (await people.tanjing!.browser.get(`/centres/${centre}/shifts?week=${week}`)).json();
    expect([roster.from, roster.until, roster.rows.length, roster.zone]).toEqual([at(0), at(7 * 24), 13, 'Asia/Shanghai']);
    expect(roster.gaps.filter((gap: { what: string }) => gap.what !== 'front_desk')).toEqual([{ what: 'intake', from: at(60), until: at(72) }, { what: 'duty_manager', from: at(0), until: at(7 * 24) }]);
    expect((await admin.get(`/centres/${centre}/shifts?week=2026-W54`)).statusCode).toBe(404);
    expect((await admin.get(`/centres/${centre}/shifts?week=2020-W10`)).json()).toMatchObject({ rows: [], gaps: [] });
  });
  test('SHF-01 an officer doesn\'t keep the roster, a department head does', async () => {
    expect(refusal(await enter('tanjing', 'customer_service_officer', 50, 52, people.tanjing!.browser))).toEqual([403, 'ORG-01', 'not_your_post']);
    expect((await enter('tanjing', 'customer_service_officer', 50, 52, people.luozhiqiang!.browser)).statusCode).toBe(201);
  });
  test('FCR-35 a running shift doesn\'t end early over open entries without a taker; one to come is withdrawn', async () => {
    const shifts = (await onDuty()).rows;
    expect(shifts).toHaveLength(2);
    const roster = (await admin.post(`/centres/${centre}/shifts`, { staffId: people.linxiaoyan!.id, post: 'customer_service_officer', from: hour(0), until: hour(5) })).json();
    open.set(people.linxiaoyan!.id, ['LH2611-0007']);
    const end = (query = '', revision = 1) => admin.delete(`/centres/${centre}/shifts/${roster.id}${query}`, { 'if-match': `"${revision}"` });
    expect(refusal(await end())).toEqual([422, 'FCR-35', 'open_entries']);
    expect((await end(`?takerId=${people.tanjing!.id}`)).statusCode).toBe(204);
    expect(open.size).toBe(0);
    expect((await onDuty()).rows.map((r: { name: string }) => r.name)).toEqual(['谭静', '罗志强']);
    const stale = await end();
    expect([stale.statusCode, stale.json().newer]).toMatchObject([409, { id: roster.id, revision: 2}]);
    expect(refusal(await end('', 2))).toEqual([422, 'SHF-01', 'shift_over']);
    const coming = (await enter('linxiaoyan', 'customer_service_officer', 70, 74)).json();
    open.set(people.linxiaoyan!.id, ['LH2611-0008']);
    const withdraw = (headers = {}) => admin.delete(`/centres/${centre}/shifts/${coming.id}`, headers);
    expect(refusal(await withdraw())).toEqual([428, 'input', 'if_match']);
    expect((await withdraw({ 'if-match': '"1"' })).statusCode).toBe(204);
    expect((await enter('linxiaoyan', 'customer_service_officer', 70, 74)).statusCode).toBe(201);
    expect([(await withdraw({ 'if-match': '"1"' })).statusCode, (await withdraw({ 'if-match': '"2"' })).statusCode]).toEqual([409, 404]);
  });
});
