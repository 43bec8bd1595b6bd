import { createContext, use, useEffect, useState, type ReactNode } from 'react';

export type Language = 'zh' | 'en';
/** What the server says in both languages. */
export interface Both { zh: string; en: string }
type Word = string | ((...said: never[]) => ReactNode);

const KEY = 'shouwen.language';
const Spoken = createContext<readonly [Language, (to: Language) => void]>(['zh', () => {}]);

/**
 * The words of a module: each a pair, Chinese and English side by side, so that one without the other doesn't compile.
 * `const WORDS = words({ title: ['我的工作', 'My day'], left: [(n: number) => `剩 ${n}`, (n: number) => `${n} left`] })`
 */
export function words<W extends Record<string, Word>>(pairs: { [K in keyof W]: readonly [zh: W[K], en: NoInfer<Widened<W[K]>>] }): Record<Language, { [K in keyof W]: Widened<W[K]> }> {
  const pick = (at: 0 | 1) => Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, pair[at]])) as { [K in keyof W]: Widened<W[K]> };
  return { zh: pick(0), en: pick(1) };
}
type Widened<T> = T extends string ? string : T;

/** The words for a closed list of codes: `codeWords<MatterKind>({ repair: ['报修', 'Repair'], … })`. */
export function codeWords<K extends string>(pairs: Record<K, readonly [zh: string, en: string]>): Record<Language, Record<K, string>> {
  const pick = (at: 0 | 1) => Object.fromEntries(Object.entries<readonly [string, string]>(pairs).map(([key, pair]) => [key, pair[at]])) as Record<K, string>;
  return { zh: pick(0), en: pick(1) };
}

/** The words of a module in the language spoken now. */
export function useWords<T>(spoken: Record<Language, T>): T {
  return spoken[use(Spoken)[0]];
}

/** What the server said in both, in the language spoken now. */
export function useSay(): (both: Both) => string {
  const [language] = use(Spoken);
  return both => both[language];
}

export function useLanguage() {
  return use(Spoken);
}

/** Chinese first; the choice is kept on this machine. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => localStorage.getItem(KEY) === 'en' ? 'en' : 'zh');
  useEffect(() => {
    localStorage.setItem(KEY, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return <Spoken value={[language, setLanguage]}>{children}</Spoken>;
}
