import type { ReactNode } from 'react';
import './custody.css';

export interface Link { role: string; who: ReactNode; note?: ReactNode; /** `now`: holds it; `wait`: not come yet. */ state: 'past' | 'now' | 'wait' }

/** The chain of custody: 首问 > 接手 > 主办 > 验证 > 回访, with names and times; who holds it now is tinted and said. */
export function Custody({ label, links }: { label: string; links: readonly Link[] }) {
  return (
    <ol className="custody" aria-label={label}>
      {links.map(link => <li key={link.role} className={link.state} aria-current={link.state === 'now' ? 'step' : undefined}><span className="lab">{link.role}</span>{link.who}{link.note && <div className="s12">{link.note}</div>}</li>)}
    </ol>
  );
}
