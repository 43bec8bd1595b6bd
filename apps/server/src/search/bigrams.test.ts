import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anywhere, bigramQuery, bigramsOf, foldText, runsOf } from './bigrams.rules.ts';

/** What PostgreSQL does with `bigramsOf(text) @@ bigramQuery(sought)`. */
const finds = (text: string, sought: string): boolean => {
  const lexemes = bigramsOf(text);
  return (bigramQuery(sought) ?? "'nothing'").split(' & ').every((term) => {
    const lexeme = /^'(.*)'(:\*)?$/u.exec(term)!;
    return lexemes.some((one) => lexeme[2] ? one.startsWith(lexeme[1]!) : one === lexeme[1]);
  });
};

test('pairs overlap within a run and stop at what is no letter or digit', () => {
  expect(bigramsOf('小区物业,电梯')).toEqual(['小区', '区物', '物业', '业', '电梯', '梯']);
  expect(bigramQuery('物业 电梯')).toBe("'物业' & '电梯'");
});

test('full-width and capital spellings are the same', () => {
  expect(bigramsOf('Ｂ１車')).toEqual(bigramsOf('b1車'));
});

test('nothing to look for is said, not turned into everything', () => {
  for (const nothing of ['', '  ', '%', "'; --", '\\', '_%_']) expect(bigramQuery(nothing)).toBeNull();
});

test('wildcards of LIKE are looked for as they are', () => expect(anywhere('5%_\\')).toBe('%5\\%\\_\\\\%'));

const words = fc.string({ unit: fc.constantFrom(...Array.from('小区物业电梯𠮷坏了3栋2-, \n%Aa\'é')), maxLength: 30 });

test('every substring that holds a letter is found: no recall is lost', () => {
  fc.assert(fc.property(words, fc.nat(), fc.nat(), (text, from, length) => {
    const characters = Array.from(foldText(text));
    const part = characters.slice(from % (characters.length + 1)).slice(0, 1 + length % 8).join('');
    if (runsOf(part).length > 0) expect(finds(text, part)).toBe(true);
  }));
});

test('a lexeme holds nothing that a tsquery could take for its own signs', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    for (const lexeme of bigramsOf(text)) expect(lexeme).toMatch(/^[\p{L}\p{M}\p{N}]{1,2}$/u);
  }));
});
