import type { Verb } from '@shouwen/contract/matters';
import { useLanguage } from '../ui/language.tsx';
import { deedOf } from './deeds.ts';

/** What a deed is called on its button. */
export function useDeedWord(): (verb: Verb) => string {
  const [language] = useLanguage();
  return verb => deedOf(verb).says[language === 'zh' ? 0 : 1];
}
