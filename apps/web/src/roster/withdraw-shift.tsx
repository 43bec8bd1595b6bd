import { POSTS } from '@shouwen/contract/posts';
import type { Shift } from '@shouwen/contract/staff';
import { useEffect, useRef } from 'react';
import type { CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { sayMoment, sayTime } from '../ui/times.ts';
import { rosterTouched } from './roster-query.ts';
import { LeaveTo } from '../staff/leave-to.tsx';

const WORDS = words({ title: ['撤销班次', 'Withdraw a shift'], confirm: ['撤销这一班', 'Withdraw it'] });

/** A shift is taken back; who still holds matters names first who takes them over (FCR-35). */
export function WithdrawShift({ shift, centre, onDone }: { shift: Shift; centre: CentreHere; onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('button')?.focus(), []);
  return (
    <div ref={box} className="withdraw"><Panel title={t.title}>
      <LeaveTo path={`/centres/${centre.id}/shifts/${shift.id}`} revision={shift.revision} touches={rosterTouched(centre.id)} centreId={centre.id} says={t.confirm} onDone={onDone}>
        {shift.name} {say(POSTS[shift.post])} {sayMoment(shift.from, { zone: centre.zone, now, language })}–{sayTime(shift.until, { zone: centre.zone, end: true })}
      </LeaveTo>
    </Panel></div>
  );
}
