import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { askable, towardsCustomer } from '../../clocks/due-of-rule.rules.ts';
import { ruleOf } from '../../clocks/definition.rules.ts';
import { holdsBy, paramsOf } from '../../policy/rule.rules.ts';
import { PARAMS, RULEBOOK } from '../../policy/rulebook.ts';
import { everyClockOfMatters, dutiesOfCentres } from '../all-clocks.ts';
import { cli } from '../cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'due-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string | Buffer) => { const path = join(folder, name); writeFileSync(path, text); return path; };

/** Runs the command in this process and gives what it printed. */
async function run(...args: string[]) {
  const [out, err] = [vi.spyOn(console, 'log').mockImplementation(() => {}), vi.spyOn(console, 'error').mockImplementation(() => {})];
  const code = await cli(['due', ...args]);
  const printed = { code, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') };
  out.mockRestore();
  err.mockRestore();
  return printed;
}
interface Answer { rule: string; param: string; from: string; due: string | null; sentence: { zh: string; en: string }; skipped: { date: string; why: string }[]; certain: boolean }
async function due(rule: string, from: string, ...more: string[]): Promise<Answer> {
  const { code, out, err } = await run('--rule', rule, '--from', /(Z|[+-]\d\d:\d\d)$/.test(from) && from.length > 16 ? from : `${from}:00+08:00`, '--json', ...more);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Answer;
}
const clockRules = [...RULEBOOK.values()].filter((rule) => holdsBy(rule, 'clock'));

describe('counted by hand', () => {
  const days = (month: string, from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `${month}-${String(from + i).padStart(2, '0')}`);
  test.each<[rule: string, from: string, due: string | null, why: string, more?: { param?: string; skipped?: string[]; certain?: false }]>([
    // working days
    ['CMP-32', '2026-09-18T15:20', '2026-09-21T18:00', 'Saturday off, the swapped Sunday counts', { skipped: ['2026-09-19'] }],
    ['CMP-32', '2026-02-13T16:00', '2026-02-24T18:00', 'over Spring Festival, the Saturday before it worked', { skipped: days('2026-02', 15, 23) }],
    ['CMP-32', '2026-02-14T10:00', '2026-02-25T18:00', 'received on that Saturday, which isn\'t counted', { skipped: days('2026-02', 15, 23) }],
    ['CMP-32', '2026-09-30T10:00', '2026-10-09T18:00', 'over National Day', { skipped: days('2026-10', 1, 7) }],
    ['CMP-32', '2026-12-29T10:00', '2026-12-31T18:00', 'the last days of a published year'],
    ['CMP-32', '2026-12-30T10:00', '2027-01-01T18:00', 'New Year\'s Day of a year without a notice is a guess', { certain: false }],
    ['CMP-32', '2026-12-31T10:00', '2027-01-04T18:00', 'and so are the days after it', { certain: false, skipped: ['2027-01-02', '2027-01-03'] }],
    ['FCR-17', '2026-05-08T09:00', '2026-05-09T18:00', 'the Saturday after Labour Day is worked'],
    ['FCR-27', '2026-10-09T16:00', '2026-10-10T18:00', 'the Saturday after National Day too', { param: 'department_reply_within' }],
    ['CMP-34', '2026-02-13T10:00', '2026-02-14T18:00', 'the Saturday before Spring Festival is worked'],
    ['INQ-02', '2026-04-03T17:00', '2026-04-07T18:00', 'Qingming from Saturday to Monday', { skipped: days('2026-04', 4, 6) }],
    ['CMP-24', '2026-06-18T18:30', '2026-06-22T18:00', 'Dragon Boat from Friday to Sunday', { skipped: days('2026-06', 19, 21) }],
    ['DOOR-11', '2026-10-09T10:00', '2026-10-10T18:00', 'the slip after a visit'],
    ['CMP-36', '2026-09-24T10:00', '2026-09-28T18:00', 'Mid-autumn from Friday to Sunday', { param: 'confirm_within', skipped: days('2026-09', 25, 27) }],
    // the same day, in working hours and outside them
    ['CMP-31', '2026-09-18T23:59', '2026-09-19T00:00', 'one minute is left'],
    ['CMP-31', '2026-09-19T00:00', '2026-09-20T00:00', 'midnight belongs to the day that begins'],
    ['CMP-42', '2026-12-31T12:00', '2027-01-01T00:00', 'a calendar day needs no notice'],
    ['CMP-28', '2026-09-30T17:59', '2026-10-01T00:00', 'the last minute of work'],
    ['CMP-28', '2026-09-30T18:00', '2026-10-09T00:00', 'work has ended until after National Day', { skipped: days('2026-10', 1, 7) }],
    ['CMP-28', '2026-02-16T10:00', '2026-02-25T00:00', 'within Spring Festival', { skipped: days('2026-02', 16, 23) }],
    ['CMP-28', '2026-09-20T10:00', '2026-09-21T00:00', 'a swapped Sunday is a day of work'],
    ['CMP-28', '2026-10-10T08:59', '2026-10-11T00:00', 'before work on a swapped Saturday'],
    ['CMP-28', '2026-12-31T20:00', '2027-01-02T00:00', 'the next start of work is a guess', { certain: false }],
    ['CMP-28', '2026-12-31T17:00', '2027-01-01T00:00', 'still in working hours'],
    ['CMP-49', '2026-09-18T20:00', '2026-09-21T00:00', 'WeChat waits for work as a post does', { param: 'channel_clock.wechat', skipped: ['2026-09-19'] }],
    ['CMP-49', '2026-09-18T20:00', '2026-09-19T00:00', 'in person is the first of the map'],
    ['CMP-49', '2026-09-18T15:20', '2026-09-21T18:00', 'a fax', { param: 'channel_clock.fax', skipped: ['2026-09-19'] }],
    // round the clock
    ['FCR-07', '2026-10-01T23:50', '2026-10-02T00:20', 'over midnight, on a holiday'],
    ['FCR-13', '2026-02-28T10:00', '2026-03-01T10:00', '24 hours'],
    ['FCR-30', '2026-12-31T12:00', '2027-01-01T12:00', 'hours need no notice', { param: 'respond_within.other' }],
    ['FCR-40', '2026-09-18T15:20', '2026-09-18T16:20', 'one hour'],
    ['EMG-07', '2026-09-18T15:20', '2026-09-18T15:50', 'the last of the order', { param: 'all_within' }],
    ['DOOR-01', '2026-09-19T02:00', '2026-09-20T02:00', '24 hours at the weekend'],
    ['CAL-10', '2026-09-18T18:00', '2026-09-18T22:00', 'the next step'],
    ['CAL-10', '2026-09-18T18:00', '2026-09-18T18:15', 'of class I', { param: 'next_step_after_class_I' }],
    // days, weeks, months; towards the company a day off moves them
    ['CBK-06', '2026-09-29T10:00', '2026-10-03T00:00', 'towards a customer a holiday doesn\'t move it'],
    ['CBK-07', '2026-02-28T10:00', '2026-03-02T00:00', 'the next day ends February'],
    ['CBK-11', '2026-12-28T10:00', '2027-01-05T00:00', 'a week over the year\'s end needs no notice'],
    ['INQ-01', '2026-09-18T15:20', '2026-09-21T00:00', 'two days, ending on a Sunday'],
    ['CMP-18', '2026-09-18T10:00', '2026-09-26T00:00', 'progress to the customer, on Mid-autumn too'],
    ['CMP-36', '2026-09-18T10:00', '2026-09-29T00:00', 'a report moves past Mid-autumn', { skipped: days('2026-09', 25, 27) }],
    ['CMP-37', '2026-02-10T10:00', '2026-02-25T00:00', 'and past Spring Festival', { skipped: days('2026-02', 17, 23) }],
    ['CMP-37', '2026-12-26T10:00', '2027-01-05T00:00', 'into a year without a notice', { certain: false, skipped: ['2027-01-02', '2027-01-03'] }],
    ['CNT-08', '2026-09-26T10:00', '2026-10-04T00:00', 'a wait never moves'],
    ['CMP-05', '2026-01-31T10:00', '2026-03-01T00:00', 'a month from the 31st ends with February, a swapped Saturday'],
    ['CMP-05', '2026-10-31T10:00', '2026-12-01T00:00', 'or with November'],
    ['CMP-05', '2028-01-31T10:00', '2028-03-01T00:00', 'or with the 29th of a leap year', { certain: false }],
    // the calendar's own duties
    ['CMP-10', '2026-09-18T23:00', '2026-09-19T09:30', 'the sheet of the day, signed the next morning'],
    ['CMP-22', '2026-08-15T12:00', '2026-10-11T00:00', 'ten days after the quarter, a swapped Saturday'],
    ['CMP-22', '2026-11-24T12:00', '2027-01-12T00:00', 'a Sunday moves, by a guess', { certain: false, skipped: ['2027-01-10'] }],
    ['ANA-01', '2026-03-31T23:59', '2026-04-11T00:00', 'the last minute of a quarter'],
    ['ANA-08', '2026-04-30T12:00', '2026-05-12T00:00', 'the 10th of May is a Sunday', { skipped: ['2026-05-10'] }],
    ['CMP-30', '2026-04-30T12:00', '2026-05-11T00:00', 'towards owners that Sunday doesn\'t move it'],
    ['CMP-33', '2026-06-25T23:59', '2026-06-28T00:00', 'the statistical month ends on the 25th; shown as due at the end of the 27th'],
    ['CMP-33', '2026-06-26T00:00', '2026-07-28T00:00', 'the next one begins'],
    ['CMP-33', '2026-12-27T12:00', '2027-01-28T00:00', 'a fixed date needs no notice'],
    ['VIS-02', '2026-09-10T12:00', '2026-10-05T00:00', 'before the 5th, in the middle of National Day'],
    ['VIS-01', '2026-09-15T12:00', '2026-09-30T00:00', 'a full day before October'],
    ['PLAN-01', '2026-09-15T12:00', '2026-12-31T00:00', 'before the year', { param: 'plan_ready_before_start.year' }],
    ['PLAN-01', '2026-09-15T12:00', '2026-10-09T00:00', 'the summary moves past National Day', { param: 'summary_within', skipped: days('2026-10', 5, 7) }],
    ['PLAN-02', '2026-06-15T12:00', '2027-01-06T00:00', 'the report of the year', { param: 'within.year', certain: false }],
    ['LOG-01', '2026-09-18T12:00', '2026-09-21T00:00', 'Friday\'s records, on the swapped Sunday', { skipped: ['2026-09-19'] }],
    ['APR-01', '2026-09-30T12:00', '2026-10-10T00:00', 'the week ends within National Day', { param: 'sheet_within.week' }],
    ['SUR-02', '2026-03-01T12:00', '2026-07-01T00:00', 'the first half-year'],
    ['VIS-03', '2026-02-01T12:00', '2026-04-01T00:00', 'the first quarter'],
    ['EVT-01', '2026-02-01T12:00', '2027-01-01T00:00', 'the year'],
    ['DOOR-11', '2026-09-15T12:00', '2026-11-01T00:00', 'September\'s sum, within October', { param: 'every' }],
    ['INS-03', '2026-03-01T12:00', '2026-04-15T00:00', 'before the rains', { param: 'drains_clear_before' }],
    ['INS-03', '2026-04-16T12:00', '2027-04-15T00:00', 'those of next year', { param: 'drains_clear_before' }],
    ['VIS-04', '2026-09-15T12:00', '2026-10-01T00:00', 'within the month, on the eve of National Day'],
    ['VIS-05', '2026-09-30T23:59', '2026-10-01T00:00', 'in its last minute'],
    ['VIS-09', '2026-10-01T00:00', '2026-11-01T00:00', 'and in the next one\'s first'],
    ['VIS-12', '2026-02-28T12:00', '2026-03-01T00:00', 'February'],
    ['MTG-01', '2028-02-28T12:00', '2028-03-01T00:00', 'February of a leap year'],
    ['CUL-01', '2026-12-31T12:00', '2027-01-01T00:00', 'December'],
    ['SEC-01', '2026-10-31T12:00', '2026-11-01T00:00', 'a month that ends on a Saturday doesn\'t move'],
    ['DOOR-13', '2026-11-24T12:00', '2027-01-01T00:00', 'the last quarter'],
    ['INS-05', '2026-05-05T12:00', '2026-07-01T00:00', 'the training of the quarter', { param: 'training_every' }],
    ['SUP-01', '2026-04-01T00:00', '2026-07-01T00:00', 'the evaluation of the quarter', { param: 'evaluate_every' }],
    ['INS-02', '2026-10-01T12:00', '2026-10-02T00:00', 'each day, holidays too'],
    ['INS-04', '2026-09-18T00:00', '2026-09-19T00:00', 'from its first minute'],
    ['HOT-02', '2026-09-18T23:50', '2026-09-19T00:05', 'a missed call just before midnight'],
    ['HOT-04', '2026-09-18T08:00', '2026-09-19T00:00', 'the same day'],
    ['EVT-02', '2026-03-02T12:00', '2026-02-27T00:00', 'three days before the birthday'],
    ['FEE-01', '2026-03-02T12:00', null, 'no deadline is set'],
  ])('%s from %s: %s, %s', async (rule, from, expected, _why, { param, skipped = [], certain = true } = {}) => {
    const answer = await due(rule, from, ...(param ? ['--param', param] : []));
    expect({ due: answer.due, skipped: answer.skipped.map((d) => d.date), certain: answer.certain })
      .toEqual({ due: expected && `${expected}:00+08:00`, skipped, certain });
  });
});

describe('every rule that is a clock', () => {
  const unanswered = ['CMP-08', 'CMP-12'];
  test.each(clockRules.map((rule) => rule.id))('%s is answered for each of its numbers, or refused because it has none', async (id) => {
    const params = askable(RULEBOOK.get(id)!);
    expect(params.length === 0).toBe(unanswered.includes(id));
    if (!params.length) {
      const { code, out, err } = await run('--rule', id, '--from', '2026-09-18T15:20:00+08:00', '--json');
      expect([code, out, JSON.parse(err)]).toEqual([2, '', expect.objectContaining({ rule: id, code: 'no_number', zh: expect.stringContaining(id), en: expect.stringContaining(id) })]);
    }
    for (const param of params) {
      const answer = await due(id, '2026-09-18T15:20', '--param', param);
      expect(answer).toMatchObject({ rule: id, param, from: '2026-09-18T15:20:00+08:00' });
      expect(Object.keys(answer)).toEqual(['rule', 'param', 'from', 'due', 'sentence', 'skipped', 'certain']);
      expect(answer.sentence.zh).toMatch(new RegExp(`^${RULEBOOK.get(id)!.zh}（${id}，2026版）：.*。$`));
      expect(answer.sentence.en).toMatch(new RegExp(`^${id} \\(.*\\): .*\\.$`));
      for (const { date } of answer.skipped) expect(answer.sentence.zh).toContain(`${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`);
    }
  });
  test('no period of the rulebook is left out but those that only say how often a sheet is due', () => {
    const periods = clockRules.flatMap((rule) => paramsOf(rule).filter(([, value]) => /^(\d+ ?(min|h|d|wd|months?)|same_day|next_day.*)$/.test(String(value))).map(([key]) => key));
    expect(periods.filter((key) => !askable(RULEBOOK.get(ruleOf(key))!).includes(key.slice(key.indexOf('/') + 1)))).toEqual(['CMP-10/every', 'CMP-24/every']);
    expect(periods.length).toBeGreaterThan(40);
  });
  test('CAL-05 the rulebook and the tables agree on whom a duty is owed to', () => {
    const customers = ['customer', 'first_customer', 'owners_committee', 'owners_and_residents'];
    for (const d of [...everyClockOfMatters, ...dutiesOfCentres]) {
      const [rule, param] = [ruleOf(d.clock), d.clock.slice(d.clock.indexOf('/') + 1)];
      if (d.lapses || !/^\d+ ?(d|months?)$/.test(String(PARAMS.get(d.clock)))) continue;
      expect([d.clock, d.to.some((post) => customers.includes(post))]).toEqual([d.clock, towardsCustomer(RULEBOOK.get(rule)!, param)]);
    }
  });
});

describe('the sentence', () => {
  test('CAL-09 CMP-32 names the days that don\'t count and the swapped one that does', async () => {
    expect((await due('CMP-32', '2026-09-18T15:20')).sentence).toEqual({
      zh: '书面、邮件投诉两个工作日内回复（CMP-32，2026版）：9月18日（周五）15:20收到，当日不计入；9月19日（周六）休息，不计；9月20日（周日）国庆调休上班，计第一日；应于9月21日（周一）18:00前答复。',
      en: 'CMP-32 (2 working days, version 2026): received 2026-09-18 Fri 15:20, that day not counted; 2026-09-19 Sat day off, not counted; 2026-09-20 Sun swapped working day, counted as day 1; to be answered by 2026-09-21 Mon 18:00.' });
  });
  test('CAL-04 says that a year without a notice is a guess', async () => {
    expect((await due('CMP-32', '2026-12-31T10:00')).sentence.zh).toBe('书面、邮件投诉两个工作日内回复（CMP-32，2026版）：12月31日（周四）10:00收到，当日不计入；2027年1月1日（周五）当年放假通知未发布，暂按周一至周五推算，计第一日；'
      + '2027年1月2日（周六）当年放假通知未发布，暂按周一至周五推算，不计；2027年1月3日（周日）当年放假通知未发布，暂按周一至周五推算，不计；2027年1月4日（周一）当年放假通知未发布，暂按周一至周五推算，计第二日；应于2027年1月4日（周一）18:00前答复。');
    expect((await due('CMP-28', '2026-12-31T20:00')).sentence.zh).toContain('2027年1月1日（周五）09:00上班起算；当年放假通知未发布，暂按周一至周五推算；');
  });
  test('CAL-12 CMP-33 shown as due the day before, overdue after the day itself', async () => {
    expect((await due('CMP-33', '2026-06-10T12:00')).sentence.zh).toBe('日盘点与月报（CMP-33，2026版）：6月25日（周四）24:00本期结束；应于6月27日（周六）24:00前完成，6月28日（周日）24:00后为逾期。');
  });
  test('CMP-28 tells which days pass until work begins again', async () => {
    expect((await due('CMP-28', '2026-09-24T18:30')).sentence.zh).toBe('网上投诉当日回复（CMP-28，2026版）：9月24日（周四）18:30收到；9月25日（周五）中秋放假，不计；9月26日（周六）中秋放假，不计；'
      + '9月27日（周日）中秋放假，不计；9月28日（周一）09:00上班起算；应于9月28日（周一）24:00前答复。');
  });
  test('CAL-05 CMP-36 tells why the last day moved', async () => {
    expect((await due('CMP-36', '2026-09-18T10:00')).skipped[0]).toEqual({ date: '2026-09-25', why: 'holiday: 中秋' });
  });
  test('without --json it prints the sentence alone', async () => {
    const { out } = await run('--rule', 'FEE-01', '--from', '2026-09-18T15:20:00+08:00');
    expect(out.split('\n')).toEqual(['催缴计划与通知单（FEE-01，2026版）：9月18日（周五）00:00缴费到期；本项不设时限（none），无到期时间。',
      'FEE-01 (none, version 2026): payment due 2026-09-18 Fri 00:00; no deadline is set (none), so no due time.']);
  });
  test('the offset of the answer is the zone\'s, whatever the question\'s', async () => {
    expect(await due('CMP-32', '2026-09-18T07:20:00Z')).toEqual(await due('CMP-32', '2026-09-18T15:20'));
    expect(await due('CMP-32', '2026-09-18T03:20:00-04:00')).toEqual(await due('CMP-32', '2026-09-18T15:20'));
  });
});

describe('a company\'s own numbers', () => {
  const own = (text: string) => ['--policy', file('lakeside.yaml', text)];
  test.each<[text: string, rule: string, from: string, due: string | null]>([
    ['CMP-32/within: 1wd', 'CMP-32', '2026-09-18T15:20', '2026-09-20T18:00'],
    ['CMP-32/within: none', 'CMP-32', '2026-09-18T15:20', null],
    ['CMP-32/within: 30wmin', 'CMP-32', '2026-09-18T17:50', '2026-09-20T09:20'],
    ['FCR-30/respond_within: {in_person: 15min}', 'FCR-30', '2026-09-18T15:20', '2026-09-18T15:35'],
    ['FCR-30/respond_within.in_person: 24h', 'FCR-30', '2026-09-18T15:20', '2026-09-19T15:20'],
    ['CAL-05/roll_towards_customer: true', 'CBK-06', '2026-09-29T10:00', '2026-10-09T00:00'],
    ['CAL-05/roll_towards_company: false', 'CMP-36', '2026-09-18T10:00', '2026-09-26T00:00'],
    ['CAL-05/roll_fixed_date: true', 'VIS-02', '2026-09-10T12:00', '2026-10-09T00:00'],
    ['CAL-08/month_starts_on_day: 1', 'CMP-33', '2026-06-10T12:00', '2026-07-28T00:00'],
    ['CAL-12/before_includes_day: false', 'CMP-33', '2026-06-10T12:00', '2026-06-28T00:00'],
    ['CAL-12/warn_at_end_of_day_before: false', 'CMP-33', '2026-06-10T12:00', '2026-06-29T00:00'],
    ['CMP-33/by_day: 20', 'CMP-33', '2026-06-10T12:00', '2026-07-20T00:00'],
    ['CAL-11/work_end: "17:30"', 'CMP-32', '2026-09-18T15:20', '2026-09-21T17:30'],
    ['CAL-11/work_end: "17:30"', 'CMP-28', '2026-09-18T17:45', '2026-09-21T00:00'],
    ['CAL-01/timezone: Asia/Tokyo', 'CMP-31', '2026-09-18T23:30', '2026-09-19T23:00'],
    ['FEE-01/notice_before_due: 7d', 'FEE-01', '2026-03-10T12:00', '2026-03-03T00:00'],
    ['VIS-01/approved_before_start: 3wd', 'VIS-01', '2026-09-15T12:00', '2026-09-28T00:00'],
    ['VIS-04/every: quarter', 'VIS-04', '2026-08-15T12:00', '2026-10-01T00:00'],
    ['VIS-04/every: none', 'VIS-04', '2026-08-15T12:00', null],
    ['CMP-49/channel_clock.in_person: CMP-32', 'CMP-49', '2026-09-18T15:20', '2026-09-21T18:00'],
    ['', 'CMP-32', '2026-09-18T15:20', '2026-09-21T18:00'],
  ])('%s: %s from %s is due %s', async (text, rule, from, expected) => {
    const answer = await due(rule, from, ...own(text));
    expect(answer.due && Date.parse(answer.due)).toBe(expected && Date.parse(`${expected}:00+08:00`));
    expect(answer.sentence.zh).toContain('lakeside版');
  });
  test.each(['CMP-32/within: soon', 'CMP-32/within: 0wd', 'CMP-32/within: 99999d', 'CMP-32/within: -1d', 'CMP-32/within: 2', 'CMP-99/within: 1d', 'CMP-33/by_day: 32', 'CMP-33/by_day: 2.5', 'CAL-08/month_starts_on_day: 29',
    'CAL-05/roll_towards_customer: 1', 'CAL-01/timezone: Asia/Nowhere', 'CAL-11/work_end: "25:00"', 'CAL-11/work_end: "08:00"', 'VIS-04/every: fortnight', 'VIS-01/approved_before_start: same_day', 'CMP-49/channel_clock.app: FCR-07',
    '- CMP-32', '"unclosed', 'CMP-32/within: 1wd\nCMP-32/within: 2wd', '&a [*a]', 'just words'])('%s is refused', async (text) => {
    const { code, out, err } = await run('--rule', 'CMP-32', '--from', '2026-09-18T15:20:00+08:00', '--json', ...own(text));
    expect([code, out]).toEqual([2, '']);
    expect(JSON.parse(err)).toMatchObject({ rule: expect.stringMatching(/input|CAL-11/), zh: expect.any(String), en: expect.any(String) });
  });
  test('a file that isn\'t there, is no text or is far too long is refused', async () => {
    for (const path of [join(folder, 'missing.yaml'), folder, file('bytes.yaml', Buffer.from([0xff, 0xfe, 0x00])), file('long.yaml', '#'.repeat(1_000_001))])
      expect(await run('--rule', 'CMP-32', '--from', '2026-09-18T15:20:00+08:00', '--policy', path)).toMatchObject({ code: 2, out: '' });
  });
});

describe('refusals', () => {
  test.each([
    [['--rule', 'CMP-99', '--from', '2026-09-18T15:20:00+08:00'], 'unknown_rule', '没有编号为 CMP-99 的条款'],
    [['--rule', 'CMP-01', '--from', '2026-09-18T15:20:00+08:00'], 'not_a_clock', '不是时限条款'],
    [['--rule', 'CMP-12', '--from', '2026-09-18T15:20:00+08:00'], 'no_number', '不是固定数值'],
    [['--rule', 'CMP-32', '--from', '2026-09-18T15:20:00+08:00', '--param', 'channels'], 'unknown_param', 'within、box_emptied_every'],
    [['--rule', 'CMP-32', '--from', '2026-13-18T15:20:00+08:00'], 'bad_time', '不是有效的时间'],
    [['--rule', 'CMP-32', '--from', '2026-02-30T15:20:00+08:00'], 'bad_time', '不是有效的时间'],
    [['--rule', 'CMP-32', '--from', '2026-09-18T25:20:00+08:00'], 'bad_time', '不是有效的时间'],
    [['--rule', 'CMP-32', '--from', '2026-09-18'], 'bad_time', '不是有效的时间'],
    [['--rule', 'CMP-32', '--from', '+275760-09-13T00:00:00Z'], 'bad_time', '不是有效的时间'],
    [['--rule', 'CMP-32', '--from', 'yesterday'], 'bad_time', '不是有效的时间'],
    [['--rule', 'CMP-32'], 'missing', '缺少 --from'],
    [['--from', '2026-09-18T15:20:00+08:00'], 'missing', '缺少 --rule'],
    [['--rule', 'CMP-32', '--from', '2026-09-18T15:20:00+08:00', '--policies', 'x'], 'bad_option', '参数有误'],
    [['--rule', 'CMP-32', '--from', '2026-09-18T15:20:00+08:00', 'extra'], 'bad_option', '多余的参数'],
  ])('%j: %s', async (args, code, zh) => {
    const asJson = await run(...args, '--json');
    expect([asJson.code, asJson.out]).toEqual([2, '']);
    expect(JSON.parse(asJson.err)).toMatchObject({ code, zh: expect.stringContaining(zh), en: expect.stringMatching(/[a-z]/) });
    const inWords = await run(...args);
    expect([inWords.code, inWords.out, inWords.err.split('\n').length]).toEqual([2, '', 2]);
    expect(inWords.err).toContain(zh);
  });
});

describe('bin/shouwen', () => {
  const bin = new URL('../../../../../bin/shouwen', import.meta.url).pathname;
  test('answers from any folder, on standard output alone', () => {
    const { stdout, stderr, status } = spawnSync(bin, ['due', '--rule', 'CMP-32', '--from', '2026-09-18T15:20:00+08:00', '--json'], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr, JSON.parse(stdout)]).toEqual([0, '', expect.objectContaining({ due: '2026-09-21T18:00:00+08:00', certain: true })]);
  });
  test('refuses with exit code 2, on standard error alone', () => {
    expect(spawnSync(bin, ['due', '--rule', 'CMP-99', '--from', 'x'], { encoding: 'utf8' })).toMatchObject({ status: 2, stdout: '' });
    expect(spawnSync(bin, ['no-such-command'], { encoding: 'utf8' })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('no-such-command') });
  });
  test('lists its commands, and each explains itself', () => {
    expect(execFileSync(bin, { encoding: 'utf8' })).toContain('due');
    expect(execFileSync(bin, ['due', '--help'], { encoding: 'utf8' })).toContain('bin/shouwen due --rule CMP-32 --from 2026-09-18T15:20:00+08:00');
  });
});
