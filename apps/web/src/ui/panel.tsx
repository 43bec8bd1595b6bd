import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords, words } from './language.tsx';
import './panel.css';

interface Props {
  title: string;
  /** Between title and note: filters, a tag. */
  tools?: ReactNode;
  /** At the right, quiet: a count, a time, a link. */
  note?: ReactNode;
  /** Without padding: for lists and tables that bring their own. */
  flush?: boolean;
  id?: string;
  children: ReactNode;
}

/** A part of a screen with hairlines; never one inside another. */
export function Panel({ title, tools, note, flush = false, id, children }: Props) {
  const heading = useId();
  return (
    <section className="panel" aria-labelledby={heading} id={id}>
      <header><h2 id={heading}>{title}</h2>{tools}{note && <span className="note-at s12 mute">{note}</span>}</header>
      {flush ? children : <div className="body">{children}</div>}
    </section>
  );
}

const WORDS = words({ product: ['首问', 'Shouwen'] });

/** Names the window, and says the new screen to who can't see it change: its h1 gets the focus unless something in it has it. */
export function useScreenTitle(title: string) {
  const t = useWords(WORDS);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { document.title = `${title} · ${t.product}`; }, [title, t]);
  useEffect(() => { if (!document.activeElement?.closest('main, dialog')) heading.current?.focus({ preventScroll: true }); }, []);
  return heading;
}

/** The one h1 of a screen, a sentence beside it, and at the right what can be done with the whole. */
export function PageTitle({ title, says, children }: { title: string; says?: ReactNode; children?: ReactNode }) {
  return <div className="ptitle"><h1 tabIndex={-1} ref={useScreenTitle(title)}>{title}</h1>{says && <span className="sub">{says}</span>}<span className="grow" />{children}</div>;
}

/** A short mark: `strong` for the state, `warn` for what needs attention and is no due state. */
export function Tag({ look, children }: { look?: 'strong' | 'warn'; children: ReactNode }) {
  return <span className={`tag ${look ?? ''}`}>{children}</span>;
}

/** Terms and what they are, in two columns. */
export function Facts({ rows }: { rows: readonly (readonly [term: string, value: ReactNode] | null | false | undefined)[] }) {
  return <dl className="dl">{rows.map(row => row && <div key={row[0]}><dt>{row[0]}</dt><dd>{row[1]}</dd></div>)}</dl>;
}
