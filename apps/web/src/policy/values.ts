import type { PolicyValue, RuleParam } from '@shouwen/contract/policy';
import { POSTS } from '@shouwen/contract/posts';
import { CHANNEL_WORDS } from '../matters/kinds.ts';
import type { Language } from '../ui/language.tsx';
import { readPeriod, sayPeriod } from './periods.ts';

type Pairs = Readonly<Record<string, readonly [zh: string, en: string]>>;
const EVERY: Pairs = {
  'day': ['每日', 'every day'], 'week': ['每周', 'every week'], 'month': ['每月', 'every month'], 'quarter': ['每季', 'every quarter'], 'year': ['每年', 'every year'],
  '3 months': ['每 3 个月', 'every 3 months'], '6 months': ['每半年', 'every 6 months'], '12 months': ['每 12 个月', 'every 12 months'],
};
const CODES: Pairs = {
  none: ['不设', 'none'], receipt: ['接报时', 'receipt'], end_of_handling: ['处理完毕时', 'end of handling'], found_unsolvable: ['发现不能解决时', 'when found unsolvable'], root_cause: ['最终原因', 'root cause'], appearance: ['表象', 'appearance'],
  centre_head: ['服务中心负责人', 'head of the centre'], business_line_head: ['业务块负责人', 'head of the business line'], name: ['客户姓名', 'name'], code: ['代码', 'code'], responsible: ['我方有责', 'responsible'], partly_responsible: ['部分有责', 'partly responsible'],
  not_responsible: ['我方无责', 'not responsible'], under_investigation: ['调查中', 'under investigation'], company_quality_department: ['公司品质管理部', 'quality department of the company'], solved_on_spot_confirmed: ['当场解决并经确认', 'solved on the spot, confirmed'],
  anonymous_or_no_contact: ['匿名或无联系方式', 'anonymous or no contact'], sensitive: ['敏感', 'sensitive'], rejects_callbacks: ['拒绝回访', 'rejects callbacks'], working_days: ['工作日', 'working days'], every_day: ['每天', 'every day'], superior: ['上级', 'the superior'], equal: ['相等', 'equal'],
  never: ['不', 'never'], large_or_phased: ['大型或分期项目', 'large or phased'], promised_time: ['约定时间', 'the promised time'], earliest_of_promised_and_prescribed: ['约定与规定中较早的', 'the earlier of promised and prescribed'],
  government: ['政府', 'government'], land: ['国土', 'land'], water: ['供水', 'water'], power: ['供电', 'power'], gas: ['燃气', 'gas'], city_management: ['城管', 'city management'], commerce: ['工商', 'commerce'], neighbourhood_committee: ['居委会', 'neighbourhood committee'],
  police_station: ['派出所', 'police station'], police_room: ['警务室', 'police room'], party_branch: ['党总支', 'party branch'], targeted: ['针对性', 'targeted'], choice: ['选择性', 'choice'], informing: ['了解性', 'informing'], clarifying: ['澄清性', 'clarifying'],
  'help_request': ['求助', 'help request'], 'the earliest answer clock\'s due time': ['最早的答复时限', 'the earliest answer clock’s due time'], 'same day as the next start of working hours': ['下次上班的当日', 'same day as the next start of working hours'],
  'rolling 1 month': ['滚动 1 个月', 'rolling 1 month'], 'the approved reply (CMP-28) is the response': ['批准的回复（CMP-28）即为响应', 'the approved reply (CMP-28) is the response'], 'customer-service officer or lead other than the handler': ['经办人以外的客服专员或客服负责人', 'customer-service officer or lead other than the handler'],
  'manager of the department concerned': ['有关部门经理', 'manager of the department concerned'], '2 decimals': ['两位小数', '2 decimals'], '2 years': ['两年', '2 years'], 'the sheet is filed': ['表归档时', 'the sheet is filed'], 'checks': ['检查', 'checks'], 'once_by_relations_lead': ['由客户关系主管决定再转一次', 'once, by the relations lead'],
  'repair while away': ['外出期间维修', 'repair while away'], 'delivery or installation while away': ['外出期间送货安装', 'delivery or installation while away'], 'viewing for sale or letting': ['售租看房', 'viewing for sale or letting'], 'emergency access': ['紧急进入', 'emergency access'], 'care of a person or plants while away': ['外出期间照看人或植物', 'care of a person or plants while away'],
  '(0, 6m]': ['半年以内（含半年）', 'up to and including half a year'], '(6m, 12m]': ['半年以上、一年以内（含一年）', 'over half a year, up to and including one year'], '(12m, 24m)': ['一年以上、不满两年', 'over one year, under two'], '[24m, ...': ['两年以上（含两年）', 'two years or more'],
  weekly: ['周检', 'weekly'], monthly: ['月检', 'monthly'], spot: ['抽检', 'spot'],
};

/** A value that is one of a few, or one of a list, as people say it; a code nobody gave words is shown as it is. */
export function sayOption(value: string, language: Language): string {
  const at = language === 'zh' ? 0 : 1;
  return (CODES[value] ?? EVERY[value])?.[at] ?? (CHANNEL_WORDS[language] as Record<string, string>)[value] ?? (POSTS as Readonly<Record<string, Record<Language, string>>>)[value]?.[language] ?? value.replaceAll('_', ' ');
}

/** A number of a rule as people say it: `2 个工作日`, `75%`, `每季`, `书信、传真`. */
export function sayValue({ allowed }: Pick<RuleParam, 'allowed'>, value: unknown, language: Language): string {
  const zh = language === 'zh';
  if (typeof value === 'boolean') return zh ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (typeof value === 'number') return allowed.most === 1 ? `${Math.round(value * 1000) / 10}%` : value.toLocaleString(zh ? 'zh-CN' : 'en-GB');
  if (Array.isArray(value)) return value.length === 0 ? (zh ? '没有' : 'none') : value.map((one: string | { say: string }) => typeof one === 'object' ? one.say : sayOption(String(one), language)).join(zh ? '、' : ', ');
  const text = String(value);
  return allowed.kind === 'period' ? sayPeriod(text, language) : allowed.kind === 'number' && text === 'none' ? (zh ? '不设' : 'none') : /^[A-Z]{3}-\d\d$/.test(text) ? text : sayOption(text, language);
}

/** Another manual's reading of it, `1wd (S4.8)`, with the value in words where it is one. */
export function sayAlt(param: Pick<RuleParam, 'allowed'>, alt: NonNullable<RuleParam['alt']>, language: Language): string {
  if (language === 'zh') return alt.zh;
  const [, value, from = ''] = /^(\w+)( \(.*\))?$/.exec(alt.en) ?? [];
  if (value === undefined) return alt.en;
  return sayValue(param, value === 'true' || value === 'false' ? value === 'true' : /^\d+$/.test(value) ? Number(value) : value, language) + from;
}

/** What was typed as a period or a count; null where it is neither, or outside what the rule allows. A share may be 75% or 0.75. */
export function readValue({ allowed, usual }: Pick<RuleParam, 'allowed' | 'usual'>, typed: string): PolicyValue | null {
  if (allowed.kind === 'period') {
    const period = readPeriod(typed);
    return period === 'none' && !allowed.none ? null : period;
  }
  const text = typed.normalize('NFKC').replace(/[\s,]+/g, '');
  if (allowed.none && /^(不设|无|none)$/i.test(text)) return 'none';
  const [, figure, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (!figure) return null;
  const share = allowed.most === 1;
  if (percent && !share) return null;
  const value = percent ? Number(figure) / 100 : Number(figure);
  const whole = !share && (typeof usual !== 'number' || Number.isInteger(usual));
  return value < (allowed.least ?? 0) || value > (allowed.most ?? Infinity) || (whole && !Number.isInteger(value)) ? null : value;
}

/** Both read the same. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
