import type { PolicyWarning } from '@shouwen/contract/policy';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';

const WORDS = words({ draft: [(n: number) => `草稿中有 ${n} 处要留意`, (n: number) => `${n} things to look at in the draft`], inForce: [(n: number) => `现行制度有 ${n} 处要留意`, (n: number) => `${n} things to look at in what is in force`] });

/** Settings that contradict each other, or can't be kept as things stand; each leads to its rules. They bar nothing. */
export function Warnings({ warnings, drafted, onRule }: { warnings: readonly PolicyWarning[]; drafted: boolean; onRule: (rule: string) => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  if (warnings.length === 0) return null;
  return (
    <div className="policywarn"><Note look="warn">
      <details open={warnings.length < 4}>
        <summary><b>{(drafted ? t.draft : t.inForce)(warnings.length)}</b></summary>
        <ul>{warnings.map(warning => <li key={`${warning.code}${warning.zh}`}>{say(warning)} {warning.rules.map(rule => <button key={rule} type="button" className="link s12" onClick={() => onRule(rule)}>{rule}</button>)}</li>)}</ul>
      </details>
    </Note></div>
  );
}
