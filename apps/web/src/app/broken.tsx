import { Link, useRouter } from '@tanstack/react-router';
import { useWords, words } from '../ui/language.tsx';
import { Empty, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { Trouble } from './trouble.ts';

const WORDS = words({
  broken: ['这一页打不开', 'This didn’t open'], lost: ['没有这个页面', 'There is no such page'], lostWhy: ['地址可能抄错了，或这一项已经不在。', 'The address may be wrong, or what it led to is gone.'], home: ['回到我的工作', 'To my day'],
});

/** A screen that couldn't be shown: what happened, and a try again. */
export function Broken({ error }: { error: unknown }) {
  const t = useWords(WORDS);
  const router = useRouter();
  return <><PageTitle title={t.broken} /><RefusalNote trouble={error instanceof Trouble ? error : new Trouble('broken')} onAgain={() => void router.invalidate()} /><p className="body"><Link to="/">{t.home}</Link></p></>;
}

/** An address that leads nowhere. */
export function Lost() {
  const t = useWords(WORDS);
  return <main className="page"><PageTitle title={t.lost} /><Panel title={t.lost}><Empty title={t.lostWhy}><Link to="/">{t.home}</Link></Empty></Panel></main>;
}
