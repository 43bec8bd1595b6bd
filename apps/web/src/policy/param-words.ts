import { CHANNEL_WORDS } from '../matters/kinds.ts';
import type { Language } from '../ui/language.tsx';
import WORDS from './param-words.json' with { type: 'json' };

/** What each number of a rule is about, in Chinese, by its key or, where several rules have one of that name, by the name. In English the name itself says it. */
const ZH: Readonly<Record<string, string>> = WORDS;

/** What a number is about, as people say it. `key` as CMP-08/feedback_by. */
export function sayParam(key: string, name: string, language: Language): string {
  if (name.startsWith('channel_clock.')) {
    const channel = name.slice('channel_clock.'.length) as keyof (typeof CHANNEL_WORDS)['zh'];
    return language === 'zh' ? `${CHANNEL_WORDS.zh[channel]}按` : `${CHANNEL_WORDS.en[channel]}: by`;
  }
  return language === 'zh' ? ZH[key] ?? ZH[name] ?? inEnglish(name) : inEnglish(name);
}
const inEnglish = (name: string) => name.replaceAll('_', ' ').replace('.', ': ');
