import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { complaintsIn } from '../../testing/complaint.ts';
import { world, type TestWorld } from '../../testing/world.ts';
import { cli } from '../cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
let w: TestWorld;
beforeAll(async () => {
  w = await world('2026-03-16T01:00:00Z');
  for (const [name, value] of [['DATABASE_URL', w.url.owner], ['DATABASE_APP_URL', w.url.app], ['SHOUWEN_HOME', folder], ['BASE_URL', 'http://127.0.0.1:8686']] as const) vi.stubEnv(name, value);
  const c = complaintsIn(w);
  const number = await c.register();
  w.moveClock('2026-03-16T01:20:00Z');
  await c.done('linxiaoyan', number, 'acceptances');
  w.moveClock('2026-03-18T01:00:00Z');
  await c.register();
});
afterAll(async () => { vi.unstubAllEnvs(); await w.end(); rmSync(folder, { recursive: true }); });

async function run(text: string, ...args: string[]) {
  const path = join(folder, 'stricter.yaml');
  writeFileSync(path, text);
  const [out, err] = [vi.spyOn(console, 'log').mockImplementation(() => {}), vi.spyOn(console, 'error').mockImplementation(() => {})];
  const code = await cli(['replay', '--centre', '丽湖花园', '--policy', path, '--from', '2026-03-16', '--to', '2026-03-17', ...args]);
  const printed = { code, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') };
  out.mockRestore();
  err.mockRestore();
  return printed;
}

describe('bin/shouwen replay', () => {
  test('CAL-09 prints per rule what would have been on time beside what was, of the matters received in the period', async () => {
    const { code, out, err } = await run('FCR-07/handover_within: 10min\nhandover_route: by_class\n', '--json');
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ centre: '丽湖花园', policy: 'stricter', from: '2026-03-16', to: '2026-03-17', matters: 1 });
    expect(answer.rules.find(({ rule }: { rule: string }) => rule === 'FCR-07')).toEqual({ rule: 'FCR-07', zh: '三十分钟内由客服中心或部门接手', was: { clocks: 1, onTime: 1, late: 0, open: 0 }, wouldBe: { clocks: 1, onTime: 0, late: 1, open: 0 } });
  });
  test('CAL-09 a file that says nothing changes nothing', async () => {
    const { rules } = JSON.parse((await run('{}', '--json')).out) as { rules: { was: object; wouldBe: object }[] };
    expect(rules.length).toBeGreaterThan(2);
    for (const { was, wouldBe } of rules) expect(wouldBe).toEqual(was);
  });
  test('CAL-09 in words too', async () => {
    expect((await run('FCR-07/handover_within: 10min')).out).toContain('FCR-07 三十分钟内由客服中心或部门接手：实际 was 1/1 按时 on time，0 逾期 late；按 stricter would be 0/1 按时 on time，1 逾期 late');
  });
  test.each<[what: string, text: string, args: string[], field: string]>([
    ['CHO-01 an option that is none', 'handover_route: by_mood', [], 'handover_route'],
    ['CMP-32 a period that is none', 'CMP-32/within: soon', [], 'CMP-32/within'],
    ['CAL-09 a day that is none', '{}', ['--to', '2026-02-30'], 'to'],
    ['CAL-09 a period that ends before it begins', '{}', ['--to', '2026-03-01'], 'to'],
    ['CAL-09 a centre that isn\'t there', '{}', ['--centre', '无名'], 'centre'],
  ])('%s is refused', async (_, text, args, field) => {
    const { code, err } = await run(text, '--json', ...args);
    expect([code, JSON.parse(err).field]).toEqual([2, field]);
  });
});
