import { useRef } from 'react';
import { useAct } from '../app/use-act.ts';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { shrinkPhoto } from './shrink-photo.ts';
import './photos.css';

const WORDS = words({ title: ['照片', 'Photos'], optional: ['可不拍', 'optional'], take: ['拍照', 'Take a photo'], another: ['再拍一张', 'Another'], sending: ['正在传…', 'Sending…'], nth: [(n: number) => `第 ${n} 张照片`, (n: number) => `Photo ${n}`], remove: [(n: number) => `不要第 ${n} 张`, (n: number) => `Leave out photo ${n}`] });
const MOST = 9;

/** Photos, sent as soon as they are taken; their ids go with the entry. */
export function Photos({ files, centreId, onChange }: { files: readonly string[]; centreId: string; onChange: (change: (files: readonly string[]) => readonly string[]) => void }) {
  const t = useWords(WORDS);
  const input = useRef<HTMLInputElement>(null);
  const act = useAct<FormData, { id: string }>({ path: `/files?centre=${centreId}`, touches: [] });
  const take = async (photo: File | undefined) => {
    if (input.current) input.current.value = '';
    if (!photo) return;
    const form = new FormData();
    form.set('file', await shrinkPhoto(photo), photo.name);
    act.mutate(form, { onSuccess: ({ id }) => onChange(before => [...before, id]) });
  };
  return (
    <section className="blk" aria-label={t.title}><h2>{t.title}<span>{t.optional}</span></h2>
      <RefusalNote trouble={act.error} onAgain={() => act.variables && act.mutate(act.variables, { onSuccess: ({ id }) => onChange(before => [...before, id]) })} />
      <div className="photos">
        {files.map((id, at) => <figure key={id}><img src={`/api/v1/files/${id}`} alt={t.nth(at + 1)} /><button type="button" aria-label={t.remove(at + 1)} onClick={() => onChange(before => before.filter(one => one !== id))}>×</button></figure>)}
        {files.length < MOST && <button type="button" className="camera" disabled={act.isPending} onClick={() => input.current?.click()}>
          <svg width="28" height="28" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true"><path d="M3 8h4l2-3h6l2 3h4v11H3z" /><circle cx="12" cy="13" r="3.6" /></svg>
          <span role="status">{act.isPending ? t.sending : files.length > 0 ? t.another : t.take}</span>
        </button>}
        <input ref={input} type="file" accept="image/*" capture="environment" hidden onChange={event => void take(event.target.files?.[0])} />
      </div>
    </section>
  );
}
