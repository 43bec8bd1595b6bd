import type { Moment } from '@shouwen/contract/facts';
import { Temporal } from 'temporal-polyfill';
import { dueOfRule, type Answer } from '../../clocks/due-of-rule.rules.ts';
import { defaultCalendar } from '../../policy/default-calendar.ts';
import { DEFAULTS } from '../../policy/defaults.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { PARAMS, RULEBOOK } from '../../policy/rulebook.ts';
import { everyClockOfMatters, dutiesOfCentres } from '../all-clocks.ts';
import { insistOnNoMore, readArgs, required, type Command } from './command.ts';
import { readPolicyFile } from './policy-file.ts';

const HELP = `用法 Usage: bin/shouwen due --rule CMP-32 --from 2026-09-18T15:20:00+08:00 [--param NAME] [--policy FILE] [--json]

按条款计算到期时间并说明依据，不需要数据库。
When a duty of the rulebook is due, and why. Needs no database.

  --rule    条款编号  the rule's id, e.g. CMP-32
  --from    起算时刻  when it starts: date, time and offset; without an offset the time is read in ${String(PARAMS.get('CAL-01/timezone'))}.
            按周期的义务给出该周期内任一时刻。
            For a duty that comes with the calendar (a report of the month, a stock-taking of the day) any moment of the period
            it is about; for a plan that must be ready before a period, any moment of the period before; for FEE-01 and EVT-02 the day itself.
  --param   条款有多个数值时指定其一，默认第一个  which of the rule's numbers; without it the first. E.g. respond_within.phone, within.year
  --policy  本公司的数值（YAML）  your company's numbers, e.g.
              CMP-32/within: 1wd
              FCR-30/respond_within.phone: 15min
              CAL-11/work_end: "17:30"
              CAL-05/roll_towards_customer: true
              FEE-01/notice_before_due: 7d
            none 表示不设时限。 none means that there is no deadline.
  --json    输出 JSON: {"rule","param","from","due","sentence":{"zh","en"},"skipped":[{"date","why"}],"certain"}
            certain 为 false：所依据的日期落在放假通知尚未公布的年份。
            certain is false where a date it depends on lies in a year whose holiday notice isn't published.

期限写法 Periods: 30min 24h 7d 2wd same_day next_day "next_day 09:30" "1 month" none
拒绝时退出码为 2。 Refusals end with exit code 2.`;

export const due: Command = {
  summary: { zh: '计算到期时间并说明依据', en: 'when something is due, and why' },
  help: HELP,
  run(args) {
    const { values, positionals } = readArgs(args, { rule: { type: 'string' }, from: { type: 'string' }, param: { type: 'string' }, policy: { type: 'string' } });
    insistOnNoMore(positionals);
    const own = values.policy === undefined ? undefined : readPolicyFile(values.policy);
    const number = (key: string) => (own?.numbers.has(key) ? own.numbers.get(key) : PARAMS.get(key));
    const calendar = defaultCalendar({}, number);
    const answer = dueOfRule({ rule: required(values.rule, 'rule').toUpperCase(), param: values.param, from: momentOf(required(values.from, 'from'), calendar.zone) },
      { rulebook: RULEBOOK, definitions: [...everyClockOfMatters, ...dutiesOfCentres], number, usual: (key) => (own?.numbers.has(key) && own.numbers.get(key) !== PARAMS.get(key) ? String(PARAMS.get(key)) : undefined), calendar, version: own?.version ?? DEFAULTS.version });
    if (!('sentence' in answer)) throw new Refused(answer);
    console.log(values.json ? JSON.stringify(onTheWire(answer, calendar.zone)) : `${answer.sentence.zh}\n${answer.sentence.en}`);
  },
};

/** Throws Refused (input) for what is no time, and for years outside 1950 to 2199. */
function momentOf(text: string, zone: string): Moment {
  const zoned = /T[^[]*(Z|[+-]\d\d)/i.test(text);
  try {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/i.test(text)) throw new RangeError('no date and time');
    const moment = (zoned ? Temporal.Instant.from(text) : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()).epochMilliseconds;
    const { year } = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
    if (year < 1950 || year > 2199) throw new RangeError('year out of range');
    return moment;
  } catch {
    throw new Refused(no('input', 'bad_time', `“${text}”不是有效的时间，请写成 2026-09-18T15:20:00+08:00（1950 年至 2199 年）。`, `"${text}" is no valid time; write it as 2026-09-18T15:20:00+08:00 (years 1950 to 2199).`, 'from'));
  }
}

function onTheWire({ from, due, ...answer }: Answer, zone: string) {
  const iso = (moment: Moment) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { rule: answer.rule, param: answer.param, from: iso(from), due: due === null ? null : iso(due), sentence: answer.sentence, skipped: answer.skipped, certain: answer.certain };
}
