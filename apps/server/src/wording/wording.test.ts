import { MATTER_KINDS } from '@shouwen/contract/facts';
import { finderOf } from '@shouwen/contract/find-phrases';
import type { Phrase, PhraseHistory, PhrasesInForce, Scripts } from '@shouwen/contract/phrases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULEBOOK } from '../policy/rulebook.ts';
import { complaintsIn } from '../testing/complaint.ts';
import { world, type Person, type TestWorld } from '../testing/world.ts';
import { mayBeKept } from './phrases.rules.ts';
import { PHRASES } from './phrases.ts';

let w: TestWorld;
let c: ReturnType<typeof complaintsIn>;
beforeAll(async () => { w = await world('2026-11-20T02:00:00Z'); c = complaintsIn(w); });
afterAll(() => w.end());
const phrases = async (who: Person): Promise<PhrasesInForce> => (await w.as(who).get(`/phrases?centre=${w.centre}`)).json();
const keep = (who: Person, revision: number, list: readonly Phrase[]) => w.as(who).post('/phrases', { phrases: list }, { 'if-match': `"${revision}"` });
const later = { promisedFor: '2026-11-20T06:00:00Z' };

test('STD-02 STD-05 the product has a better wording for each phrase of the rulebook, and none of them is itself on a list', () => {
  const params = RULEBOOK.get('STD-02')!.params as { phrases: { say: string }[]; online_tone: string[] };
  const says = (list: string) => PHRASES.filter((one) => one.list === list).map(({ say }) => say);
  expect([says('forbidden'), says('online_tone')]).toEqual([params.phrases.map(({ say }) => say), params.online_tone]);
  expect([mayBeKept(PHRASES), says('promise').length > 3]).toEqual(['yes', true]);
  const find = finderOf(PHRASES);
  expect(['如还有不清楚的地方请随时问', '不能随便停用电梯', '客户要求赔偿5000元'].map((text) => find(text))).toEqual([[], [], []]);
});

test('STD-02 what the customer reads is refused until it is changed; on the phone it is recorded and marked, and counts as a sign (FCR-32); quotes are exempt', async () => {
  const number = await c.accepted();
  const text = '这个我们 不、知道，等通知';
  expect(await c.refused('linxiaoyan', number, 'interim-replies', { ...later, way: 'message', text })).toBe('STD-02 forbidden_phrase');
  expect((await c.factsOf(number, 'interim_reply')).length).toBe(0);
  await c.done('linxiaoyan', number, 'interim-replies', { ...later, way: 'message', text: '您说的“不知道找谁”，由我负责，正在查' });
  await c.done('linxiaoyan', number, 'interim-replies', { ...later, way: 'phone', text });
  expect((await c.factsOf(number, 'interim_reply')).map(({ data }) => data.flagged)).toEqual([undefined, [{ rule: 'STD-02', say: '不知道' }]]);
  await c.done('linxiaoyan', number, 'notes', { text: '不知道原因，待查' });
  const signs = (await w.as('sumin').get(`/breach-signs?centre=${w.centre}&from=2026-11-20&to=2026-11-20&kind=forbidden_words`)).json().rows;
  expect(signs.map((row: { number: string; rule: string; person: { name: string } }) => [row.number, row.rule, row.person.name])).toEqual([[number, 'STD-02', '林晓燕']]);
});

test('CMP-26 STD-02 the list for tone holds online alone, each answer to a point and the measures are checked too', async () => {
  const number = await c.accepted();
  await c.done('linxiaoyan', number, 'fact-findings', { text: '查过', onSite: true });
  const tell = (body: object) => ({ whom: 'customer', result: false, ...body });
  expect(await c.refused('linxiaoyan', number, 'tellings', tell({ way: 'online', text: '您想多了' }))).toBe('STD-02 forbidden_phrase');
  await c.done('linxiaoyan', number, 'tellings', tell({ way: 'email', text: '您想多了' }));
  expect(await c.refused('linxiaoyan', number, 'conclusive-replies', { ...c.reply, way: 'phone', written: true, measures: '我们办不了' })).toBe('STD-02 forbidden_phrase');
});

test('STD-05 money beyond the writer\'s powers is marked, not refused twice; who may promise it is not', async () => {
  const number = await c.accepted();
  await c.done('linxiaoyan', number, 'interim-replies', { ...later, way: 'letter', text: '赔您500元' });
  await c.done('zhenghaitao', number, 'tellings', { whom: 'customer', result: false, way: 'letter', text: '补偿您500元' });
  expect((await c.factsOf(number, 'interim_reply')).map(({ data }) => data.flagged)).toEqual([[{ rule: 'STD-05', say: '赔您#元' }]]);
  expect((await c.factsOf(number, 'told')).map(({ data }) => data.flagged)).toEqual([undefined]);
  expect([(await phrases('linxiaoyan')).mayPromiseYuan, (await phrases('zhenghaitao')).mayPromiseYuan]).toEqual([0, 1000]);
});

test('STD-02 the lists are the company\'s: kept by the administrator and the quality department, read by all, with who changed what', async () => {
  const before = await phrases('liangwei');
  expect([before.revision, before.mayKeep, before.phrases.length]).toEqual([0, false, PHRASES.length]);
  const own: Phrase = { list: 'forbidden', say: '等通知', variants: [], except: [], when: { zh: '答复时', en: 'a reply' }, better: '我今天下班前给您回话' };
  expect((await keep('sumin', 0, [own])).statusCode).toBe(403);
  expect((await w.as('fangmin').post('/phrases', { phrases: [own] })).statusCode).toBe(428);
  expect((await keep('fangmin', 0, [...PHRASES, { ...own, better: '不知道，等通知' }])).json().code).toBe('better_is_worse');
  expect((await keep('fangmin', 0, [own, own])).json().code).toBe('phrase_twice');
  expect((await keep('fangmin', 0, [{ ...own, say: '……' }])).json().code).toBe('phrase_empty');
  expect((await keep('fangmin', 0, [...PHRASES, own])).statusCode).toBe(204);
  expect((await keep('zhouqiming', 0, PHRASES)).statusCode).toBe(409);
  const number = await c.accepted();
  expect(await c.refused('linxiaoyan', number, 'interim-replies', { ...later, way: 'email', text: '请等通知' })).toBe('STD-02 forbidden_phrase');
  expect((await keep('zhouqiming', 1, [{ ...own, better: '我六点前给您回话' }])).statusCode).toBe(204);
  await c.done('linxiaoyan', number, 'interim-replies', { ...later, way: 'email', text: '原因还不知道' });
  const history: PhraseHistory = (await w.as('liangwei').get('/phrases/history')).json();
  expect(history.rows.map(({ revision, writtenBy, changes }) => [revision, writtenBy, changes.slice(0, 2).map(({ what, say }) => `${what} ${say}`), changes.length]))
    .toEqual([[2, '周启明', ['changed 等通知', 'removed 我们不管'], PHRASES.length + 1], [1, '方敏', ['added 等通知'], 1]]);
});

test('HOT-03 ASK-01 CMP-40 every kind of matter has a script, each question its kind, and the eight steps are at hand, in both languages', async () => {
  const scripts: Scripts = (await w.as('dengbin').get('/scripts')).json();
  const asked = [...scripts.first, ...Object.values(scripts.scripts).flat()];
  expect(Object.keys(scripts.scripts).sort()).toEqual([...MATTER_KINDS].sort());
  expect([...new Set(asked.map(({ kind }) => kind))].sort()).toEqual([...(RULEBOOK.get('ASK-01')!.params as { kinds: string[] }).kinds].sort());
  expect(asked.every(({ ask, kind }) => ask.zh && ask.en && scripts.kinds[kind]?.zh)).toBe(true);
  expect([scripts.steps.length, scripts.steps.every(({ zh, en }) => zh && en), new Set([...asked, ...scripts.steps].map(({ id }) => id)).size]).toEqual([8, true, asked.length + 8]);
});
