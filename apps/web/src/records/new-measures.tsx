import { StaffField } from '../staff/staff-field.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RECORD_WORDS } from './record-words.ts';

const WORDS = words({ what: [(n: number) => `改进措施 ${n}`, (n: number) => `Measure ${n}`], add: ['加一项改进措施', 'Add a measure'], remove: ['去掉', 'Remove'] });
export interface MeasureDraft { what: string; ownerId: string; due: string }

/** FCR-33: what is to be done, by whom, by which day. */
export function NewMeasures({ centreId, today, value, onChange }: { centreId: string; today: string; value: readonly MeasureDraft[]; onChange: (measures: MeasureDraft[]) => void }) {
  const [t, r] = [useWords(WORDS), useWords(RECORD_WORDS)];
  const put = (at: number, change: Partial<MeasureDraft>) => onChange(value.map((one, i) => i === at ? { ...one, ...change } : one));
  return (
    <>
      {value.map((one, at) => (
        <div className="newmeasure" key={at}>
          <TextField label={t.what(at + 1)} name={`what-${at}`} value={one.what} onChange={what => put(at, { what })} required />
          <StaffField label={r.owner} name={`owner-${at}`} centreId={centreId} value={one.ownerId} onChange={ownerId => put(at, { ownerId })} required />
          <TextField label={r.due} name={`due-${at}`} type="date" min={today} value={one.due} onChange={due => put(at, { due })} required />
        </div>
      ))}
      <span className="row"><Button small onClick={() => onChange([...value, { what: '', ownerId: '', due: '' }])}>{t.add}</Button>{value.length > 0 && <Button small look="text" onClick={() => onChange(value.slice(0, -1))}>{t.remove}</Button>}</span>
    </>
  );
}
