import type { OneTimeLink } from '@shouwen/contract/staff';
import { useEffect, useRef, useState } from 'react';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Note, RefusalNote } from '../ui/notes.tsx';
import { sayMoment } from '../ui/times.ts';

const WORDS = words({
  make: ['做一次性登录链接', 'Make a one-time link'], why: ['忘记密码时也用它；旧链接随即失效。', 'Also for a forgotten password; an older link stops working.'], link: ['一次性链接', 'One-time link'], copy: ['复制', 'Copy'], copied: ['已复制', 'Copied'],
  once: [(until: string) => `只在这里显示一次，${until} 前有效，用一次即失效。请当面或私下交给本人。`, (until: string) => `Shown only here and now; works once, until ${until}. Hand it to the person alone.`],
});

/** A link with which somebody sets their own password; it is shown once and kept nowhere. */
export function OnceLink({ staffId, atOnce = false }: { staffId: string; atOnce?: boolean }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const act = useAct<void, OneTimeLink>({ path: `/staff/${staffId}/one-time-links`, touches: [] });
  const made = useRef(false);
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (atOnce && !made.current) { made.current = true; act.mutate(); } }, [atOnce, act]);
  // The clipboard is closed to pages on plain HTTP; then the text is chosen for copying by hand.
  const copy = async () => {
    field.current?.select();
    try { await navigator.clipboard.writeText(act.data!.url); setCopied(true); } catch { setCopied(false); }
  };
  if (!act.data) return <div className="stack"><RefusalNote trouble={act.error} onAgain={() => act.mutate()} /><div className="row wrap"><Button disabled={act.isPending} onClick={() => act.mutate()}>{t.make}</Button><span className="s12 mute">{t.why}</span></div></div>;
  return (
    <Note look="warn">
      <div className="row oncelink"><input ref={field} className="in" readOnly aria-label={t.link} value={act.data.url} onFocus={event => event.target.select()} /><Button onClick={() => void copy()}>{copied ? t.copied : t.copy}</Button></div>
      <p className="s12">{t.once(sayMoment(act.data.expiresAt, { zone, now, language }))}</p>
    </Note>
  );
}
