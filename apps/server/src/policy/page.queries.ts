import type { PolicyArea, PolicyComparison, PolicyContent, PolicyPage, RuleParam, RuleShown } from '@shouwen/contract/policy';
import { WAYS } from '@shouwen/contract/policy';
import type { PostCode } from '@shouwen/contract/posts';
import { dayIn } from '../calendar/calendar.rules.ts';
import { NOTICES } from '../calendar/notices.ts';
import type { Tx } from '../db/connect.ts';
import type { Staff } from '../staff/staff.ts';
import { namedInCode } from './claimed.ts';
import { contradictions } from './contradictions.rules.ts';
import { mayApproveIn, mayDraft } from './draft.rules.ts';
import { DEFAULTS } from './defaults.ts';
import { same } from './layers.rules.ts';
import { allowedFor } from './legal.rules.ts';
import { NUMBERS } from './numbers.ts';
import { contentOf, policiesOf } from './policy.store.ts';
import { inForce, type Policy } from './policy.ts';
import { NotFound } from './refusal.ts';
import { holdsBy, paramsOf, sourceOf, type Rule, type Said } from './rule.rules.ts';
import { AREAS, BOOK, param, PARAMS, RULEBOOK, SETTINGS, SOURCES } from './rulebook.ts';
import { approvalHistory, approvalOf, layerInForce, openDraftOf, ownOf } from './versions.queries.ts';

/** What the clock engine runs: the rules that have a clock, and those that count by a number of another rule. */
export interface Running { clocks: ReadonlySet<string>; borrows: readonly { rule: string; from: string }[] }

const TITLES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  time: ['计时方法', 'How time is counted'], 'first-contact': ['首问责任制', 'First contact'], complaints: ['客户投诉', 'Complaints'], statistics: ['统计与分析', 'Statistics'], callbacks: ['回访', 'Callbacks'],
  'customers-visits': ['客户与走访', 'Customers and visits'], 'front-desk': ['前台与热线', 'Front desk and hotline'], 'work-orders': ['上门与工单', 'Visits and work orders'], department: ['部门管理', 'The department'], choices: ['可选做法', 'Choices'],
};

/** CAL-09: every rule with its numbers as the rulebook, the version in force and the open draft have them, and what contradicts itself in it. centreId null: the company's. @throws NotFound */
export async function policyPage(tx: Tx, by: Staff, centreId: string | null, now: Date, running: Running): Promise<PolicyPage> {
  if (centreId !== null && !(await tx.selectFrom('centre').select('name').where('company_id', '=', by.companyId).where('centre_id', '=', centreId).executeTakeFirst())) throw new NotFound('centre');
  const current = inForce(await policiesOf(tx, by.companyId, centreId), now.getTime());
  const draft = await openDraftOf(tx, by, centreId);
  const drafted = draft && await withDraft(tx, by.companyId, centreId, { ...draft.content, version: draft.version });
  const shown: Shown = { current, drafted: drafted ?? undefined, running, claimed: namedInCode(), layer: await layerInForce(tx, by.companyId, centreId, now) };
  const centres = await tx.selectFrom('centre').select(['centre_id as id', 'name']).where('company_id', '=', by.companyId).orderBy('code').execute();
  return {
    centreId, inForce: { version: current.version, from: current.from === -Infinity ? null : new Date(current.from).toISOString() }, draft, approval: { ...await approvalOf(tx, by.companyId), history: await approvalHistory(tx, by.companyId) },
    may: { draft: mayDraft(by, centreId) === 'yes', approve: mayApproveIn(by, centreId), setApproval: mayApproveIn(by, null) },
    sources: [...SOURCES],
    areas: AREAS.filter(({ area }) => area !== 'choices').map((area) => areaShown(area, shown)),
    choices: [...SETTINGS].map(([setting, { rule: id, values, standard }]) => {
      const rule = RULEBOOK.get(id)!;
      const smaller = rule.setting === setting ? undefined : rule.with?.[setting];
      return {
        rule: id, setting, zh: smaller?.zh ?? rule.zh, meaning: smaller ? null : { zh: rule.clause, en: rule.meaning! }, always: rule.always === undefined || smaller ? null : { zh: rule.always_zh!, en: rule.always }, governs: [...rule.governs ?? []],
        options: smaller ? values.map((value) => ({ value, zh: smaller.options_zh?.[value] ?? value, means: null, src: { zh: '', en: '' } })) : rule.options!.map((option) => ({ value: option.value, zh: option.zh, means: { zh: option.means_zh, en: option.means }, src: sourceOf(option) })),
        usual: standard, inForce: choice(current, setting), draft: drafted ? choice(drafted, setting) : null,
        layerSays: shown.layer.choices[setting] ?? null, read: setting === 'first_contact_scheme' || shown.claimed.has(setting),
      };
    }),
    warnings: contradictions(drafted ?? current, { posts: await postsHeld(tx, by.companyId, centreId, now), borrows: running.borrows, noticeYears: Object.keys(NOTICES).map(Number), today: dayIn(param('CAL-01/timezone') as string, now) }),
    centres: await Promise.all(centres.map(async ({ id, name }) => ({ id, name, own: await ownOf(tx, by.companyId, id) }))),
  };
}
const choice = (policy: Policy, setting: string) => (policy.choices as unknown as Readonly<Record<string, string>>)[setting]!;
const FAR = 8.64e15;

/** The policy as it would be with the layer's next version. */
async function withDraft(tx: Tx, companyId: string, centreId: string | null, content: ReturnType<typeof contentOf> & { version: string }): Promise<Policy> {
  return (await policiesOf(tx, companyId, centreId, { ...content, centre: centreId !== null, applies: 'new', from: FAR, at: FAR })).at(-1)!;
}

async function postsHeld(tx: Tx, companyId: string, centreId: string | null, now: Date): Promise<ReadonlySet<PostCode>> {
  const rows = await tx.selectFrom('post_held').select('post').distinct().where('company_id', '=', companyId).where('held_from', '<=', now)
    .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '>', now)])).$if(centreId !== null, (all) => all.where((eb) => eb.or([eb('centre_id', 'is', null), eb('centre_id', '=', centreId)]))).execute();
  return new Set(rows.map(({ post }) => post as PostCode));
}

interface Shown { current: Policy; drafted: Policy | undefined; running: Running; claimed: ReadonlySet<string>; layer: PolicyContent }

function areaShown({ area, rules }: (typeof AREAS)[number], shown: Shown): PolicyArea {
  const all = rules.map((rule) => ruleShown(rule, shown));
  const [zh, en] = TITLES[area] ?? [area, area];
  const isChanged = (rule: RuleShown) => shown.drafted !== undefined && (rule.off.draft !== rule.off.inForce || rule.manual.draft !== rule.manual.inForce || rule.params.some((one) => !same(one.draft, one.inForce)));
  return { area, zh, en, changed: all.filter(isChanged).length, rules: all };
}

function ruleShown(rule: Rule, { current, drafted, running, claimed, layer }: Shown): RuleShown {
  const { id } = rule;
  return {
    id, zh: rule.zh, text: { zh: rule.clause, en: rule.rule }, src: sourceOf(rule), ours: [...rule.ours ?? []], alt: Object.fromEntries(Object.keys(rule.alt ?? {}).map((name) => [name, altOf(rule, name)!])),
    product: WAYS.filter((way) => holdsBy(rule, way)).map((way) => ({ way, built: way === 'clock' ? running.clocks.has(id) : claimed.has(id) })),
    off: { inForce: current.off.includes(id), draft: drafted ? drafted.off.includes(id) : null }, manual: { inForce: current.manual?.[id] ?? null, draft: drafted?.manual?.[id] ?? null },
    params: paramsOf(rule).filter(([, value]) => value?.constructor !== Object).map(([key, usual]) => ({ ...paramShown(rule, key, usual, current, drafted), layerSays: layer.numbers[key] ?? null })),
  };
}

function paramShown(rule: Rule, key: string, usual: unknown, current: Policy, drafted: Policy | undefined): Omit<RuleParam, 'layerSays'> {
  const name = key.slice(rule.id.length + 1);
  const whole = name.split('.')[0]!;
  const number = (policy: Policy) => (policy.numbers as Readonly<Record<string, unknown>>)[key] ?? usual;
  return {
    key, name, usual, inForce: number(current), draft: drafted ? number(drafted) : null, alt: altOf(rule, name) ?? altOf(rule, whole), ours: rule.param_src === 'ours' || (rule.ours ?? []).some((one) => one === name || one === whole),
    own: (drafted ?? current).own?.[key as keyof Policy['numbers']] ?? null, read: key in NUMBERS || key.startsWith('CMP-49/channel_clock.'), allowed: allowedFor(key, BOOK),
  };
}
function altOf({ alt = {}, alt_zh = {} }: Rule, name: string): Said | null {
  return name in alt ? { zh: alt_zh[name]!, en: String(alt[name]) } : null;
}

/** In what two of them differ: each the name of a version, the id of a draft, or `rulebook`. @throws NotFound */
export async function comparison(tx: Tx, companyId: string, one: string, other: string): Promise<PolicyComparison> {
  const [a, b] = [await named(tx, companyId, one), await named(tx, companyId, other)];
  const zh = (rule: string) => RULEBOOK.get(rule)?.zh ?? rule;
  const [numbersOfA, numbersOfB] = [a.numbers as Record<string, unknown>, b.numbers as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(numbersOfA), ...Object.keys(numbersOfB)])].sort();
  const value = (numbers: Record<string, unknown>, key: string) => numbers[key] ?? PARAMS.get(key);
  return {
    one, other,
    numbers: keys.filter((key) => !same(value(numbersOfA, key), value(numbersOfB, key))).map((key) => { const rule = key.slice(0, key.indexOf('/')); return { key, rule, zh: zh(rule), one: value(numbersOfA, key), other: value(numbersOfB, key) }; }),
    choices: [...SETTINGS].filter(([setting]) => choice(a, setting) !== choice(b, setting)).map(([setting, { rule }]) => ({ setting, rule, zh: zh(rule), one: choice(a, setting), other: choice(b, setting) })),
    off: [...new Set([...a.off, ...b.off])].sort().filter((rule) => a.off.includes(rule) !== b.off.includes(rule)).map((rule) => ({ rule, zh: zh(rule), one: a.off.includes(rule), other: b.off.includes(rule) })),
    manual: [...new Set([...Object.keys(a.manual ?? {}), ...Object.keys(b.manual ?? {})])].sort().filter((rule) => a.manual?.[rule] !== b.manual?.[rule]).map((rule) => ({ rule, zh: zh(rule), one: a.manual?.[rule] ?? null, other: b.manual?.[rule] ?? null })),
  };
}

async function named(tx: Tx, companyId: string, name: string): Promise<Policy> {
  if (name === 'rulebook') return DEFAULTS;
  const version = await tx.selectFrom('policy_version').select('centre_id').where('company_id', '=', companyId).where('version', '=', name).executeTakeFirst();
  if (version) return (await policiesOf(tx, companyId, version.centre_id)).find((policy) => policy.version === name)!;
  if (!/^[0-9a-f-]{36}$/i.test(name)) throw new NotFound(name);
  const draft = await tx.selectFrom('policy_draft').selectAll().where('company_id', '=', companyId).where('draft_id', '=', name).executeTakeFirst();
  if (!draft) throw new NotFound(name);
  return withDraft(tx, companyId, draft.centre_id, { ...contentOf(draft), version: draft.version });
}
