import type { Said } from './say-alarm.rules.ts';

/** FCR-35: who has it now, from whom, and how it stands. */
export function sayTakeover({ number, title, role, from, to, standing }: { number: string; title: string; role: 'first_contact_person' | 'holder'; from: string; to: string; standing: string }): Said {
  const [zh, en] = role === 'holder' ? ['承接', 'who held it'] : ['首问责任人', 'the first-contact person'];
  return {
    zh: `接管 · ${number}「${title}」：${to}接替${from}（${zh}）。现状：${standing}（FCR-35）。`,
    en: `Taken over · ${number} “${title}”: ${to} from ${from}, ${en}. It stands: ${standing} (FCR-35).`,
  };
}
