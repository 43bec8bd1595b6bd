import { useRef } from 'react';
import { useWords, words } from '../ui/language.tsx';

const WORDS = words({
  label: ['须逐条答复的要点', 'Points to answer one by one'], proposed: ['从诉求中拟出，可改', 'proposed from what is wanted; can be changed'], own: ['已改', 'changed'], nth: [(n: number) => `要点 ${n}`, (n: number) => `Point ${n}`],
  add: ['添加一条', 'Add one'], remove: [(n: number) => `删除要点 ${n}`, (n: number) => `Remove point ${n}`], again: ['按诉求重拟', 'Propose again'],
});

/** CMP-29: what has to be answered, each by itself. Enter adds one; an emptied one is left out. `own` is null while they are as proposed. */
export function PointsField({ points, own, onChange, error }: { points: readonly string[]; own: boolean; onChange: (points: readonly string[] | null) => void; error: string | undefined }) {
  const t = useWords(WORDS);
  const list = useRef<HTMLOListElement>(null);
  const put = (at: number, text: string) => onChange(points.map((point, nth) => nth === at ? text : point));
  const add = () => {
    if (points.length >= 30) return;
    onChange([...points, '']);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  return (
    <div className={`field${error ? ' wrong' : ''}`} role="group" aria-labelledby="points-label" id="field-points" tabIndex={-1}>
      <div className="lab"><span id="points-label">{t.label}</span><span className="mute">{own ? t.own : t.proposed}</span></div>
      <ol className="pointlist" ref={list}>{points.map((point, at) => (
        <li key={at}><b aria-hidden="true">{at + 1}</b><input className="in" aria-label={t.nth(at + 1)} value={point} maxLength={500} onChange={event => put(at, event.target.value)} onKeyDown={event => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) { event.preventDefault(); add(); } }} />
          <button type="button" className="link s12" aria-label={t.remove(at + 1)} onClick={() => onChange(points.filter((_, nth) => nth !== at))}>×</button></li>
      ))}</ol>
      <div className="row"><button type="button" className="link s13" onClick={add}>{t.add}</button>{own && <button type="button" className="link s13" onClick={() => onChange(null)}>{t.again}</button>}</div>
      {error && <p className="s12 error">{error}</p>}
    </div>
  );
}
