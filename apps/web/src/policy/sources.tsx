import type { PolicyPage } from '@shouwen/contract/policy';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Facts, Panel } from '../ui/panel.tsx';

const WORDS = words({ title: ['出处代号', 'Sources by key'] });

/** Which manual S4.1 is: the keys that sources begin with, and what each stands for. */
export function Sources({ sources }: { sources: PolicyPage['sources'] }) {
  const t = useWords(WORDS);
  const say = useSay();
  return <Panel title={t.title}><div className="s13"><Facts rows={sources.map(source => [source.key, say(source)])} /></div></Panel>;
}
