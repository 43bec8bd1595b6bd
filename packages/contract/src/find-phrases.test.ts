import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finderOf, takenOver } from './find-phrases.ts';
import type { Phrase } from './phrases.ts';

const runs = { numRuns: Number(process.env.RUNS ?? 200) };
const phrase = (say: string, more: Partial<Phrase> = {}): Phrase => ({ list: 'forbidden', say, variants: [], except: [], when: { zh: '时', en: 'then' }, better: '我来核实', ...more });
const LIST = [phrase('不知道', { variants: ['不晓得'], except: ['不知道您'] }), phrase('没办法'), phrase('没办法解决', { better: '请同事来处理' }), phrase('呵呵', { list: 'online_tone' }), phrase('赔您#元', { list: 'promise' }), phrase('OK了')];
const find = finderOf(LIST);
const said = (text: string, asked = {}) => find(text, asked).map(({ at, to, phrase: { say } }) => [say, text.slice(at, to)]);
const noise = fc.stringMatching(/^[ \t\n,.，。、·…!！?？\-—_*~～〜\u200b\u3000]{0,3}$/);

test('STD-02 STD-05 what is found, and what is not', () => {
  expect(said('这个我不知道，没办法解决。')).toEqual([['不知道', '不知道'], ['没办法解决', '没办法解决']]);
  expect([said('不 知、道'), said('ＯＫ了'), said('我不晓得')]).toEqual([[['不知道', '不 知、道']], [['OK了', 'ＯＫ了']], [['不知道', '不晓得']]]);
  expect([said('不知道您明天方便吗'), said('客户说“不知道”，又说「没办法」'), said('“不知道'), said('不“知”道'), said('呵呵'), said('')]).toEqual([[], [], [['不知道', '不知道']], [], [], []]);
  expect(said('呵呵', { online: true })).toEqual([['呵呵', '呵呵']]);
  expect([said('赔您1,200元', { mayPromiseYuan: 1000 }), said('赔您 99.5 元', { mayPromiseYuan: 100 }), said('赔您两百元', { mayPromiseYuan: 1000 })]).toEqual([[['赔您#元', '赔您1,200元']], [], [['赔您#元', '赔您两百元']]]);
  expect(takenOver('我不知道。', find('我不知道。')[0]!)).toBe('我我来核实。');
});
test('STD-02 spaces, punctuation and full width between the characters change nothing, and what is found is what stands there', () => {
  fc.assert(fc.property(fc.constantFrom('不知道', '没办法解决', '不晓得', 'ok了', 'ＯＫ了'), fc.array(noise, { minLength: 6, maxLength: 6 }), noise, noise, (word, between, before, after) => {
    const spread = Array.from(word).map((char, at) => (at === 0 ? char : between[at]! + char)).join('');
    const text = `请问${before}${spread}${after}谢谢`;
    expect(find(text).map(({ at, to }) => text.slice(at, to))).toEqual([spread]);
  }), runs);
});
test('STD-02 whatever is quoted is exempt, whatever else stands around it', () => {
  fc.assert(fc.property(fc.constantFrom(['「', '」'], ['“', '”'], ['『', '』']), fc.constantFrom('不知道', '没办法', '赔您9元'), noise, ([open, close], word, between) => {
    expect(find(`客户称${open}我${between}${word}${close}，已记录`)).toEqual([]);
  }), runs);
});
test('STD-02 what is found lies in the text, in order, without overlaps; taking all over leaves nothing of the list', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('不知道', '没办法', '解决', '「', '」', '“', '”', '𠮷', 'é', '赔您3元'), fc.string({ unit: 'grapheme', maxLength: 4 }))), (parts) => {
    let text = parts.join('');
    const found = find(text);
    for (const [nth, { at, to }] of found.entries()) expect([at < to, to <= text.length, at >= (found[nth - 1]?.to ?? 0)]).toEqual([true, true, true]);
    for (let left = found.length; find(text).length > 0; left--) { expect(left).toBeGreaterThan(-5); text = takenOver(text, find(text)[0]!); }
  }), runs);
});
test('STD-02 a text of 2,000 characters is checked while typing', () => {
  const many = finderOf(Array.from({ length: 300 }, (_, n) => phrase(`赔第${n}号#元`, { variants: [`退第${n}号#元`] })));
  const text = '一百二十三元零四分'.repeat(230).slice(0, 2000);
  many(text);
  const began = performance.now();
  for (let n = 0; n < 5; n++) expect(many(text)).toEqual([]);
  expect((performance.now() - began) / 5).toBeLessThan(100);
});
