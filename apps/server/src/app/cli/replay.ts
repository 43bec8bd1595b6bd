import type { PolicyContent, PolicyValue } from '@shouwen/contract/policy';
import { calendarOf, isZone } from '../../calendar/calendar.rules.ts';
import { clocksOfMatters } from '../all-clocks.ts';
import { inCompany } from '../../db/in-company.ts';
import { defaultCalendar } from '../../policy/default-calendar.ts';
import { overlaid } from '../../policy/layers.rules.ts';
import { calendarDataOf, policiesOf } from '../../policy/policy.store.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { PARAMS, RULEBOOK } from '../../policy/rulebook.ts';
import { receivedWithin } from '../../replaying/received-within.rules.ts';
import { replayPeriod } from '../../replaying/replay-period.ts';
import { insistOnNoMore, readArgs, required, type Command } from './command.ts';
import { inInstallation } from './in-installation.ts';
import { readPolicyFile } from './policy-file.ts';
import { whichCentre } from './which-centre.ts';

const HELP = `用法 Usage: bin/shouwen replay --centre 服务中心 --policy FILE --from 2026-01-01 --to 2026-03-31 [--company 公司] [--json]

把过去一段时间受理的事项按另一套数值重新推算：每条规则，实际有多少按时，若按该数值会有多少按时。只读，不改任何数据。
Derives the matters received in a past period again by other numbers: by rule, how many clocks were on time beside how many would have been. Reads only.

  --centre   服务中心名称或编号  the centre's name or code
  --policy   YAML，一行一项 YAML, one a line:
               CMP-32/within: 1wd
               FCR-30/respond_within.phone: 15min
               handover_route: by_class
             只改写明的各项，其余照当时的制度。 Only what it names is different; all else is as it was then.
  --from     受理日期，含当日  day of receipt, included (yyyy-mm-dd)
  --to       受理日期，含当日  day of receipt, included
  --company  多家公司时指明  which company, where there are several
  --json     输出 JSON: {"centre","policy","from","to","matters","rules":[{"rule","zh","was":{"clocks","onTime","late","open"},"wouldBe":{…}}]}`;

export const replay: Command = {
  summary: { zh: '按另一套数值重演过去一段时间', en: 'what would have been on time by other numbers' },
  help: HELP,
  async run(args) {
    const { values, positionals } = readArgs(args, { centre: { type: 'string' }, policy: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, company: { type: 'string' } });
    insistOnNoMore(positionals);
    const [name, from, to] = [required(values.centre, 'centre'), day(required(values.from, 'from'), 'from'), day(required(values.to, 'to'), 'to')];
    if (to < from) throw new Refused(no('input', 'period', '截止日期不能早于起始日期。', 'The period ends before it begins.', 'to'));
    const file = readPolicyFile(required(values.policy, 'policy'));
    await inInstallation(async ({ db, now }) => {
      const centre = await whichCentre(db, name, values.company);
      const grounds = await inCompany(db, centre.companyId, async (tx) => {
        const policies = await policiesOf(tx, centre.companyId, centre.id);
        const calendarData = await calendarDataOf(tx, centre.companyId, centre.id);
        const hours = defaultCalendar({}, (key) => file.numbers.get(key) ?? PARAMS.get(key)).hours;
        const zone = file.numbers.get('CAL-01/timezone');
        const other = { ...calendarData, ...([...file.numbers.keys()].some((key) => key.startsWith('CAL-11/')) && { hours }), ...(typeof zone === 'string' && isZone(zone) && { zone }) };
        const content: Pick<PolicyContent, 'numbers' | 'choices'> = { numbers: Object.fromEntries(file.numbers) as Record<string, PolicyValue>, choices: Object.fromEntries(file.choices) };
        return [{ definitions: clocksOfMatters, policies, calendar: calendarOf(calendarData) },
          { definitions: clocksOfMatters, policies: policies.map((policy) => ({ ...overlaid(policy, content), version: file.version })), calendar: calendarOf(other) }] as const;
      });
      const sums = {};
      let matters = 0;
      for await (const step of replayPeriod(db, centre.companyId, centre.id, receivedWithin({ from, to }, centre.zone), grounds, now, null, sums)) matters += step.done;
      print({ centre: centre.name, policy: file.version, from, to, matters, rules: rowsOf(sums) }, values.json === true);
    });
  },
};

function day(text: string, field: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (/^(19[5-9]|2[01]\d)\d-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw new Refused(no('input', 'bad_day', `“${text}”不是有效的日期，请写成 2026-01-31。`, `"${text}" is no valid date; write it as 2026-01-31.`, field));
}

type Sum = { clocks: number; onTime: number; late: number; open: number };
interface Row { rule: string; zh: string; was: Sum; wouldBe: Sum }
const rowsOf = (sums: Readonly<Record<string, { was: Sum; wouldBe: Sum }>>): Row[] => Object.keys(sums).sort().map((rule) => ({ rule, zh: RULEBOOK.get(rule)?.zh ?? rule, ...sums[rule]! }));

function print(answer: { centre: string; policy: string; from: string; to: string; matters: number; rules: Row[] }, json: boolean): void {
  if (json) { console.log(JSON.stringify(answer)); return; }
  console.log(`${answer.centre}，${answer.from} 至 ${answer.to} 受理 ${answer.matters} 件事项 matters`);
  const said = ({ clocks, onTime, late }: Sum) => `${onTime}/${clocks} 按时 on time，${late} 逾期 late`;
  for (const { rule, zh, was, wouldBe } of answer.rules) console.log(`${rule} ${zh}：实际 was ${said(was)}；按 ${answer.policy} would be ${said(wouldBe)}`);
  if (!answer.rules.length) console.log('这段时间没有时限。 There were no clocks.');
}
