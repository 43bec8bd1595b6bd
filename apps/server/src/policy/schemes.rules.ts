import type { MatterKind } from '@shouwen/contract/facts';
import type { ChangingDraft, PolicyValue, SchemeComparison } from '@shouwen/contract/policy';
import type { Choices } from './choices.ts';
import { same } from './layers.rules.ts';
import { allowedFor, type Book } from './legal.rules.ts';
import type { Policy } from './policy.ts';
import { paramsOf } from './rule.rules.ts';

/** One company's first-contact scheme as its sources give it; `rules`: of FCR alone. */
export interface Scheme { scheme: Choices['first_contact_scheme']; src: string; rules: 'all' | readonly string[]; choices: Readonly<Partial<Choices>>; numbers?: Readonly<Record<string, PolicyValue>> }

/** CHO-16: what stays on in every scheme: safety, and that nothing open is without a due time (CMP-46). */
const STAYS_ON: readonly string[] = ['FCR-08', 'FCR-11', 'FCR-17'];
const firstContact = (book: Book) => [...book.rules.values()].filter(({ id }) => id.startsWith('FCR-'));
export const isIn = ({ rules }: Pick<Scheme, 'rules'>, rule: string): boolean => rules === 'all' || rules.includes(rule) || STAYS_ON.includes(rule);
/** CHO-01 to CHO-10 with the smaller settings that belong to them. */
const presetSettings = (book: Book) => [...book.settings].filter(([, { rule }]) => rule <= 'CHO-10');
/** CHO-16: a number outside the scheme is none, where it may be. */
const numberIn = (scheme: Scheme, key: string, rule: string, usual: unknown, book: Book): unknown =>
  scheme.numbers?.[key] ?? (!isIn(scheme, rule) && allowedFor(key, book).none ? 'none' : usual);

/**
 * CHO-16: fills a draft with a scheme: which first-contact rules are off, their numbers, and CHO-01 to CHO-10. Values only: each may be changed after, and what
 * isn't first contact stays as it was. `below`: what holds where the draft says nothing; only what differs from it is written.
 */
export function filledFrom(scheme: Scheme, below: Policy, book: Book): ChangingDraft {
  const numbers: Record<string, PolicyValue | null> = {};
  const keys = [...firstContact(book).flatMap((rule) => paramsOf(rule).map(([key, usual]) => ({ key, usual, rule: rule.id }))), { key: 'CBK-15/separate', usual: book.params.get('CBK-15/separate'), rule: 'CBK-15' }];
  for (const { key, usual, rule } of keys) {
    if (allowedFor(key, book).kind === 'fixed') continue;
    const wanted = rule.startsWith('FCR-') ? numberIn(scheme, key, rule, usual, book) : scheme.numbers?.[key] ?? usual;
    numbers[key] = same((below.numbers as Readonly<Record<string, unknown>>)[key] ?? usual, wanted) ? null : wanted as PolicyValue;
  }
  const chosen: Record<string, string> = Object.fromEntries(presetSettings(book).map(([setting, { standard }]) => [setting, standard]));
  const choices = Object.entries({ ...chosen, ...scheme.choices, first_contact_scheme: scheme.scheme })
    .map(([setting, value]) => [setting, (below.choices as unknown as Record<string, string>)[setting] === value ? null : value]);
  return { numbers, choices: Object.fromEntries(choices) as Record<string, string | null>, off: Object.fromEntries(firstContact(book).map(({ id }) => [id, !isIn(scheme, id)])) };
}

/** The kinds a rule is about, where not all. */
const ONLY: Readonly<Record<string, readonly MatterKind[]>> = {
  'FCR-11': ['hazard_or_disaster', 'urgent_help'], 'FCR-12': ['hazard_or_disaster', 'urgent_help'], 'FCR-13': ['hazard_or_disaster', 'urgent_help'], 'FCR-14': ['possible_hazard', 'repair', 'complaint', 'help_request'],
  'FCR-15': ['inquiry', 'suggestion', 'opinion'], 'FCR-27': ['complaint', 'inquiry'], 'FCR-28': ['complaint'], 'FCR-36': ['inquiry'], 'FCR-40': ['complaint', 'inquiry'],
};
/** The sheets of first contact, with the rule that asks for each. */
const FORMS: readonly (readonly [rule: string, zh: string])[] = [['FCR-04', '首问事项登记'], ['FCR-26', '接待业主情况记录'], ['FCR-21', '客户接待事项协调单'], ['FCR-27', '投诉、查询处理单'], ['FCR-30', '问题登记表'], ['FCR-12', '特别事件报告']];
/** In the order in which a matter goes through them. */
const STEPS = ['first_contact_person', 'respond_within', 'handover_route', 'connect_by_phone', 'second_transfer', 'answer_clocks', 'answered_by', 'escalation_ladder', 'called_back_by', 'finished'] as const;

/** CHO-16: two schemes side by side for one kind of matter: rules, limits, forms, steps. */
export function compared(one: Scheme, other: Scheme, kind: MatterKind, book: Book): SchemeComparison {
  const rules = firstContact(book).filter(({ id }) => ONLY[id]?.includes(kind) ?? true);
  const choice = (scheme: Scheme, setting: (typeof STEPS)[number]) => {
    const { rule, standard } = book.settings.get(setting)!;
    const value = scheme.choices[setting] ?? standard;
    const { zh, means, means_zh } = book.rules.get(rule)!.options!.find((option) => option.value === value)!;
    return { value, zh, means: { zh: means_zh, en: means } };
  };
  return {
    one: one.scheme, other: other.scheme, kind,
    rules: rules.map(({ id, zh }) => ({ rule: id, zh, one: isIn(one, id), other: isIn(other, id) })),
    limits: rules.flatMap((rule) => paramsOf(rule).filter(([key]) => ['period', 'number'].includes(allowedFor(key, book).kind)).map(([key, usual]) =>
      ({ key, rule: rule.id, zh: rule.zh, one: numberIn(one, key, rule.id, usual, book), other: numberIn(other, key, rule.id, usual, book) }))),
    forms: FORMS.filter(([rule]) => ONLY[rule]?.includes(kind) ?? true).map(([rule, zh]) => ({ rule, zh, one: isIn(one, rule), other: isIn(other, rule) })),
    steps: STEPS.map((setting) => ({ setting, rule: book.settings.get(setting)!.rule, zh: book.rules.get(book.settings.get(setting)!.rule)!.zh, one: choice(one, setting), other: choice(other, setting) })),
  };
}
