import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useScreenTitle } from '../ui/panel.tsx';
import './phone.css';

/** The head of a screen that fills a phone: the way back (to my day, or a step by `onBack`), its name, one thing at the right. */
export function PhoneBar({ title, back, onBack, children }: { title: string; back: string; onBack?: () => void; children?: ReactNode }) {
  return <header className="phonebar">{onBack ? <button type="button" className="link left" onClick={onBack}>{back}</button> : <Link to="/">{back}</Link>}<h1 tabIndex={-1} ref={useScreenTitle(title)}>{title}</h1><span className="right">{children}</span></header>;
}
