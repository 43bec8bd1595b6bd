import { useRef, useState } from 'react';
import { newKey } from '../app/api.ts';
import { useMe } from '../app/me.ts';
import { drop, keep } from '../outbox/kept.ts';
import { sendPhoto } from '../outbox/send-photo.ts';
import { useWords, words } from '../ui/language.tsx';
import { shrinkPhoto } from './shrink-photo.ts';
import './photos.css';

const WORDS = words({ title: ['照片', 'Photos'], optional: ['可不拍', 'optional'], take: ['拍照', 'Take a photo'], another: ['再拍一张', 'Another'], sending: ['正在传…', 'Sending…'], nth: [(n: number) => `第 ${n} 张照片`, (n: number) => `Photo ${n}`], remove: [(n: number) => `不要第 ${n} 张`, (n: number) => `Leave out photo ${n}`] });
const MOST = 9;

/** Photos just taken, as this page shows them before the server has them. */
const taken = new Map<string, string>();

/** Photos, kept on this device and sent as soon as they are taken; without a connection they go with the entry that names them. */
export function Photos({ files, centreId, onChange }: { files: readonly string[]; centreId: string; onChange: (change: (files: readonly string[]) => readonly string[]) => void }) {
  const t = useWords(WORDS);
  const input = useRef<HTMLInputElement>(null);
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const take = async (photo: File | undefined) => {
    if (input.current) input.current.value = '';
    if (!photo) return;
    setBusy(true);
    const kept = { id: newKey(), person: me.id, centreId, name: photo.name, blob: await shrinkPhoto(photo) };
    await keep('photos', kept);
    taken.set(kept.id, URL.createObjectURL(kept.blob));
    setBusy(false);
    onChange(before => [...before, kept.id]);
    // one that is refused, or cut off, is told of when the entry goes
    await sendPhoto(kept).then(() => drop('photos', kept.id)).catch(() => undefined);
  };
  return (
    <section className="blk" aria-label={t.title}><h2>{t.title}<span>{t.optional}</span></h2>
      <div className="photos">
        {files.map((id, at) => <figure key={id}><img src={taken.get(id) ?? `/api/v1/files/${id}`} alt={t.nth(at + 1)} /><button type="button" aria-label={t.remove(at + 1)} onClick={() => onChange(before => before.filter(one => one !== id))}>×</button></figure>)}
        {files.length < MOST && <button type="button" className="camera" disabled={busy} onClick={() => input.current?.click()}>
          <svg width="28" height="28" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true"><path d="M3 8h4l2-3h6l2 3h4v11H3z" /><circle cx="12" cy="13" r="3.6" /></svg>
          <span role="status">{busy ? t.sending : files.length > 0 ? t.another : t.take}</span>
        </button>}
        <input ref={input} type="file" accept="image/*" capture="environment" hidden onChange={event => void take(event.target.files?.[0])} />
      </div>
    </section>
  );
}
