import type { Room } from '@shouwen/contract/customers';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';

const WORDS = words({
  kind: ['类别', 'Kind'], room: ['户', 'Home or shop'], common: ['公共部位', 'Common part'], building: ['楼栋', 'Building'], buildingHint: ['如 3栋', 'e.g. 3栋'], unit: ['单元', 'Unit'], unitHint: ['没有可不填', 'if there is one'], number: ['房号', 'Number'], name: ['名称', 'Name'], save: ['保存', 'Save'], cancel: ['取消', 'Cancel'],
  need: ['请填写楼栋和房号', 'Fill in building and number'], needName: ['请填写名称', 'Fill in the name'],
});

/** A room, entered or set right where its entry was wrong. */
export function RoomForm({ room, centreId, onDone }: { room: Room | null; centreId: string; onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  // What the form was opened on: what a colleague has changed meanwhile stays.
  const [base] = useState(room);
  const [kind, setKind] = useState<Room['kind']>(room?.kind ?? 'room');
  const [typed, setTyped] = useState({ building: room?.building ?? '', unit: room?.unit ?? '', number: room?.number ?? '', name: room?.kind === 'common' ? room.name : '' });
  const [tried, setTried] = useState(0);
  const act = useAct<Record<string, unknown>>({ path: room ? `/rooms/${room.id}` : '/rooms', ...room && { revision: room.revision }, touches: [['rooms']] });
  const put = (name: keyof typeof typed) => (value: string) => setTyped(before => ({ ...before, [name]: value }));
  const [building, unit, number, name] = [typed.building.trim(), typed.unit.trim(), typed.number.trim(), typed.name.trim()];
  const missing = kind === 'room' ? (building && number ? null : { field: building ? 'number' : 'building', text: t.need }) : name ? null : { field: 'name', text: t.needName };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(tried + 1);
    if (missing || act.isPending) return;
    if (!base) return act.mutate({ centreId, kind, ...kind === 'common' ? { name } : { building, number, ...unit && { unit } } }, { onSuccess: onDone });
    const parts = kind === 'common' ? { name } : { building, number, unit: unit || null };
    const changed = Object.fromEntries(Object.entries(parts).filter(([part, value]) => value !== base[part as keyof typeof base]));
    if (Object.keys(changed).length === 0) return onDone();
    act.mutate(changed, { onSuccess: onDone });
  };
  const said = act.error?.kind === 'stale' ? null : act.error?.said;
  const errors = [...tried > 0 && missing ? [missing] : [], ...said?.field ? [{ field: said.field.split(/[./]/).at(-1)!, text: say(said) }] : []];
  const errorOf = (field: string) => errors.find(error => error.field === field)?.text;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary key={`${tried}${said?.code ?? ''}`} errors={errors} />
      {!said?.field && <RefusalNote trouble={act.error} />}
      {!room && <Choice<Room['kind']> label={t.kind} value={kind} onChange={setKind} options={[{ value: 'room', label: t.room }, { value: 'common', label: t.common }]} />}
      {kind === 'common' ? <TextField label={t.name} name="name" required value={typed.name} onChange={put('name')} error={errorOf('name')} maxLength={100} /> : (
        <div className="pair">
          <TextField label={t.building} hint={t.buildingHint} name="building" required value={typed.building} onChange={put('building')} error={errorOf('building')} maxLength={40} />
          <TextField label={t.unit} hint={t.unitHint} name="unit" value={typed.unit} onChange={put('unit')} error={errorOf('unit')} maxLength={40} />
          <TextField label={t.number} name="number" required value={typed.number} onChange={put('number')} error={errorOf('number')} maxLength={40} />
        </div>
      )}
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending}>{t.save}</Button><Button look="text" onClick={onDone}>{t.cancel}</Button></div>
    </form>
  );
}
