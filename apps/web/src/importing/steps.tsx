import { useWords, words } from '../ui/language.tsx';

const WORDS = words({ steps: ['步骤', 'Steps'], file: ['选择文件', 'File'], columns: ['对应列', 'Columns'], check: ['检查改正', 'Check'], run: ['导入', 'Import'], result: ['结果', 'Result'] });
const STEPS = ['file', 'columns', 'check', 'run', 'result'] as const;
export type Step = (typeof STEPS)[number];

/** Where one is on the way from a file to its result. */
export function Steps({ now }: { now: Step }) {
  const t = useWords(WORDS);
  const at = STEPS.indexOf(now);
  return <ol className="steps" aria-label={t.steps}>{STEPS.map((step, nth) => <li key={step} className={nth < at ? 'past' : undefined} aria-current={nth === at ? 'step' : undefined}><span aria-hidden="true">{nth < at ? '✓' : nth + 1}</span>{t[step]}</li>)}</ol>;
}
