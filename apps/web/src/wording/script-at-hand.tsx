import type { MatterKind } from '@shouwen/contract/facts';
import type { Scripts } from '@shouwen/contract/phrases';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay, useWords, words, type Both } from '../ui/language.tsx';
import { scriptsQuery } from './wording-queries.ts';
import './wording.css';

const WORDS = words({
  ask: ['询问顺序', 'What to ask'], steps: ['投诉处理八步骤', 'Eight steps of a complaint'], done: [(n: number, of: number) => `${n}/${of}`, (n: number, of: number) => `${n}/${of}`], mind: ['注意', 'Mind'],
});
interface Ticking { ticked: readonly string[]; onTick: (ticked: readonly string[]) => void }
interface Line { id: string; says: Both; more: Both | undefined }

/** HOT-03, ASK-01: what to ask in which order for the kind at hand, ticked off as one goes; CMP-40: the eight steps. Folds away, and asks for nothing. */
export function ScriptAtHand({ kind, open, ...ticking }: Ticking & { kind: MatterKind | ''; open: boolean }) {
  const t = useWords(WORDS);
  const say = useSay();
  const { data } = useQuery(scriptsQuery);
  if (!data) return null;
  const questions = questionsOf(data, kind);
  const mind = [...(kind && data.mind[kind]) || [], ...data.mind['all'] ?? []];
  return (
    <section className="panel">
      <Guide id="script" title={t.ask} open={open} lines={questions} {...ticking}>{mind.map(one => <p key={one.en}>{say(one)}</p>)}</Guide>
      {kind === 'complaint' && <Guide title={t.steps} open={false} lines={stepsOf(data)} {...ticking} />}
    </section>
  );
}

/** CMP-40: the eight steps alone, beside an answer to a complaint. */
export function StepsAtHand(ticking: Ticking) {
  const t = useWords(WORDS);
  const { data } = useQuery(scriptsQuery);
  return data ? <Guide title={t.steps} open={false} lines={stepsOf(data)} {...ticking} /> : null;
}

const stepsOf = ({ steps }: Scripts): Line[] => steps.map(({ id, zh, en, say }) => ({ id, says: { zh, en }, more: say }));
const questionsOf = ({ first, scripts, kinds }: Scripts, kind: MatterKind | ''): Line[] => [...first, ...(kind && scripts[kind]) || []].map(one => ({ id: one.id, says: one.ask, more: kinds[one.kind] }));

function Guide({ id, title, open, lines, ticked, onTick, children }: Ticking & { id?: string; title: string; open: boolean; lines: readonly Line[]; children?: ReactNode }) {
  const t = useWords(WORDS);
  const say = useSay();
  return (
    <details className="guide" open={open}>
      <summary id={id}><b>{title}</b> <span className="mute s12">{t.done(lines.filter(line => ticked.includes(line.id)).length, lines.length)}</span></summary>
      <ol className="asking">{lines.map(line => {
        const asked = ticked.includes(line.id);
        return (
          <li key={line.id}><label className={asked ? 'asked' : undefined}>
            <input type="checkbox" checked={asked} onChange={event => onTick(event.target.checked ? [...ticked, line.id] : ticked.filter(one => one !== line.id))} />
            <span>{say(line.says)} {line.more && <small>{say(line.more)}</small>}</span>
          </label></li>
        );
      })}</ol>
      {children && <div className="body s12 mute">{children}</div>}
    </details>
  );
}
