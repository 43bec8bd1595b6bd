import { finderOf } from '@shouwen/contract/find-phrases';
import { isRead, ruleOfList, type Phrase, type PhraseChange } from '@shouwen/contract/phrases';
import { no, type Verdict } from '../policy/refusal.ts';

const keyOf = ({ list, say }: Phrase) => `${list} ${say}`;

/** What became of each phrase from one state of the lists to the next. */
export function changesBetween(before: readonly Phrase[], after: readonly Phrase[]): PhraseChange[] {
  const [old, now] = [new Map(before.map((one) => [keyOf(one), one])), new Map(after.map((one) => [keyOf(one), one]))];
  const changes = (what: PhraseChange['what'], phrases: readonly Phrase[]) => phrases.map(({ list, say }) => ({ what, list, say }));
  return [
    ...changes('added', after.filter((one) => !old.has(keyOf(one)))),
    ...changes('changed', after.filter((one) => { const was = old.get(keyOf(one)); return was !== undefined && same(was) !== same(one); })),
    ...changes('removed', before.filter((one) => !now.has(keyOf(one)))),
  ];
}
/** Whatever the order in which its parts are kept. */
const same = ({ list, say, variants, except, when, better }: Phrase) => JSON.stringify([list, say, variants, except, when.zh, when.en, better]);

/** STD-02: each phrase once; something in it to be found; a better wording that is itself on no list. */
export function mayBeKept(phrases: readonly Phrase[]): Verdict {
  const find = finderOf(phrases);
  const twice = phrases.find((one, at) => phrases.findIndex((other) => keyOf(other) === keyOf(one)) < at);
  if (twice) return no('input', 'phrase_twice', `“${twice.say}”在同一清单里写了两次，请合并。`, `“${twice.say}” stands twice in one list.`, 'say');
  const empty = phrases.find((one) => [one.say, ...one.variants].some((say) => !/[\p{L}\p{N}]/u.test(say)));
  if (empty) return no('input', 'phrase_empty', `“${empty.say}”只有标点，查不出任何文字，请写出词语。`, 'Signs alone find nothing: write words.', 'say');
  const worse = phrases.find((one) => find(one.better, { online: true }).length > 0);
  return worse ? no('input', 'better_is_worse', `“${worse.say}”的更好说法里仍有清单上的词，请改写。`, `The better wording for “${worse.say}” holds a phrase of the lists itself.`, 'better') : 'yes';
}

/** What is said to a customer, by the name of the field it was written in. */
export interface SaidToCustomer { texts: Readonly<Record<string, string | undefined>>; way?: string | undefined; written?: boolean | undefined; online?: boolean }
export interface Flagged { rule: 'STD-02' | 'STD-05'; say: string }
/**
 * STD-02: what a customer reads isn't sent with a forbidden phrase in it; online the list for tone holds too. What is said on the phone or at the desk is
 * guided while it is written, and marked where it is kept all the same; so are promises beyond one's powers (STD-05), which the acts themselves refuse.
 */
export function judgeWords(phrases: readonly Phrase[], { texts, way, written, online = way === 'online' }: SaidToCustomer, mayPromiseYuan: number): { verdict: Verdict; flagged: Flagged[] } {
  const find = finderOf(phrases);
  const found = Object.entries(texts).flatMap(([field, text]) => find(text ?? '', { online, mayPromiseYuan }).map(({ phrase }) => ({ field, phrase })));
  const bad = found.find(({ phrase }) => ruleOfList(phrase.list) === 'STD-02');
  return {
    verdict: bad && isRead({ way, written }) ? no('STD-02', 'forbidden_phrase', `“${bad.phrase.say}”是禁用语，改后才能发给客户。可以说：“${bad.phrase.better}”。`, `“${bad.phrase.say}” isn't said to a customer: change it before it is sent, say to “${bad.phrase.better}”.`, bad.field) : 'yes',
    flagged: [...new Map(found.map(({ phrase }): [string, Flagged] => [keyOf(phrase), { rule: ruleOfList(phrase.list), say: phrase.say }])).values()],
  };
}
