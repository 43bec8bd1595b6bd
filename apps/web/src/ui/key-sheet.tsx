import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { useWords, words } from './language.tsx';
import './key-sheet.css';

const WORDS = words({
  title: ['快捷键', 'Keys'], close: ['关闭', 'Close'],
  single: ['使用单键快捷键', 'Use single keys'], why: ['读屏软件或语音输入与单键冲突时可关闭', 'Turn off where a screen reader or voice input gets in the way'],
});

interface Props { keys: readonly { keys: string; says: string }[]; single: boolean; onSingle: (on: boolean) => void; onClose: () => void }

/** What the keyboard can do on this screen; single keys can be turned off (WCAG 2.1.4). */
export function KeySheet({ keys, single, onSingle, onClose }: Props) {
  const t = useWords(WORDS);
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => { sheet.current?.showModal(); }, []);
  return (
    <dialog ref={sheet} className="pop keysheet" aria-labelledby="keysheet" onClose={onClose}>
      <h2 id="keysheet">{t.title}</h2>
      <dl>{keys.map(key => <div key={key.keys}><dt>{key.keys.split(' ').map(one => <kbd key={one}>{one}</kbd>)}</dt><dd>{key.says}</dd></div>)}</dl>
      <label className="check"><input type="checkbox" checked={single} onChange={event => onSingle(event.target.checked)} />{t.single}</label>
      <p className="s12 mute">{t.why}</p>
      <form method="dialog" className="r"><Button small type="submit" keyHint="Esc">{t.close}</Button></form>
    </dialog>
  );
}
