import { IMPORTANCE, RELATIONS, type Importance, type PersonWritten, type Relation } from '@shouwen/contract/customers';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { useDraft } from '../app/use-draft.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextArea, TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';
import { IMPORTANCE_WORDS, RELATION_WORDS } from './customer-words.ts';
import { correctionOf, type PersonTyped } from './person-body.ts';
import { PlaceField } from './place-field.tsx';
import '../ui/lists.css';
import './customers.css';

const WORDS = words({
  name: ['姓名', 'Name'], phones: ['电话', 'Phones'], phonesHint: ['一行一个', 'one a line'], rooms: ['房屋', 'Rooms'], addRoom: ['添加房屋', 'Add a room'], addRoomHint: ['输入房号后从列表选', 'type and choose from the list'], relation: [(room: string) => `与 ${room} 的关系`, (room: string) => `Relation to ${room}`], leave: [(room: string) => `不再住 ${room}`, (room: string) => `Leaves ${room}`],
  movedIn: ['入住日期', 'Moved in'], movedInHint: ['填后自动编档案号', 'gives the file its number'], card: ['VIP 卡号', 'VIP card'], important: ['重要客户', 'Important'], notImportant: ['不是', 'No'],
  save: ['保存', 'Save'], cancel: ['取消', 'Cancel'], need: ['请填写姓名', 'Fill in the name'], kept: ['草稿已存', 'Draft kept'],
});

interface Props {
  /** Names the draft. */
  about: string;
  initial: PersonTyped;
  path: string;
  /** Of the file as shown: the server refuses where it has changed since. */
  revision?: number;
  /** Goes with what is typed. */
  centreId?: string;
  /** Where rooms are looked for. */
  roomsOf: string;
  onDone: (written: PersonWritten) => void;
  onCancel: () => void;
  onStale?: () => void;
}

/** A customer's file, entered or set right. The draft is kept; somebody else's newer state is shown, and what was typed stays. */
export function PersonForm({ about, initial, path, revision, centreId, roomsOf, onDone, onCancel, onStale }: Props) {
  const t = useWords(WORDS);
  const say = useSay();
  const importance = useWords(IMPORTANCE_WORDS);
  const draft = useDraft<{ typed: PersonTyped; base: PersonTyped }>(`person.${about}`, { typed: initial, base: initial });
  const { typed, base } = draft.value;
  const [tried, setTried] = useState(0);
  const act = useAct<Record<string, unknown>, PersonWritten>({ path, ...revision !== undefined && { revision }, touches: [['people']] });
  const put = (change: Partial<PersonTyped>) => draft.change(before => ({ ...before, typed: { ...before.typed, ...change } }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(tried + 1);
    if (act.isPending || typed.name.trim() === '') return;
    const changed = correctionOf(typed, base);
    if (Object.keys(changed).length === 0) { draft.clear(); return onCancel(); }
    act.mutate({ ...changed, ...centreId && { centreId } }, { onSuccess: written => { draft.clear(); onDone(written); }, onError: trouble => { if (trouble.kind === 'stale') onStale?.(); } });
  };
  const said = act.error?.kind === 'stale' ? null : act.error?.said;
  const field = said?.field?.split(/[./]/).filter(Boolean)[0];
  const errors = [...tried > 0 && typed.name.trim() === '' ? [{ field: 'name', text: t.need }] : [], ...said && field ? [{ field, text: /^[A-Z]/.test(said.rule) ? `${say(said)}（${said.rule}）` : say(said) }] : []];
  const errorOf = (name: string) => errors.find(error => error.field === name)?.text;
  return (
    <form className="stack" noValidate onSubmit={submit} onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); }}>
      <ErrorSummary key={`${tried}${said?.code ?? ''}`} errors={errors} />
      {!(said && field) && <RefusalNote trouble={act.error} />}
      <div className="pair">
        <TextField label={t.name} name="name" required value={typed.name} onChange={name => put({ name })} error={errorOf('name')} maxLength={100} />
        <TextArea label={t.phones} hint={t.phonesHint} name="phones" inputMode="tel" value={typed.phones} onChange={phones => put({ phones })} error={errorOf('phones')} maxLength={400} />
      </div>
      <RoomsLived rooms={typed.rooms} roomsOf={roomsOf} onChange={rooms => put({ rooms })} error={errorOf('rooms')} />
      <div className="pair">
        <TextField label={t.movedIn} hint={t.movedInHint} name="movedInOn" type="date" value={typed.movedInOn} onChange={movedInOn => put({ movedInOn })} error={errorOf('movedInOn')} />
        <TextField label={t.card} name="cardNumber" value={typed.cardNumber} onChange={cardNumber => put({ cardNumber })} error={errorOf('cardNumber')} maxLength={30} />
        <Field label={t.important} name="important" error={errorOf('important')}>{control => (
          <select {...control} className="in" value={typed.important} onChange={event => put({ important: event.target.value as Importance | '' })}><option value="">{t.notImportant}</option>{IMPORTANCE.map(one => <option key={one} value={one}>{importance[one]}</option>)}</select>
        )}</Field>
      </div>
      <div className="row wrap"><Button type="submit" look="primary" keyHint="Ctrl ⏎" disabled={act.isPending}>{t.save}</Button><Button look="text" onClick={() => { draft.clear(); onCancel(); }}>{t.cancel}</Button><span className="s12 mute" role="status">{draft.savedAt && t.kept}</span></div>
    </form>
  );
}

function RoomsLived({ rooms, roomsOf, onChange, error }: { rooms: PersonTyped['rooms']; roomsOf: string; onChange: (rooms: PersonTyped['rooms']) => void; error: string | undefined }) {
  const t = useWords(WORDS);
  const relations = useWords(RELATION_WORDS);
  const [adding, setAdding] = useState('');
  return (
    <div className="stack" role="group" aria-label={t.rooms} id="field-rooms" tabIndex={-1}>
      {rooms.map((room, at) => (
        <div key={room.roomId} className="livesin">
          <span>{room.name}</span>
          <select className="in" aria-label={t.relation(room.name)} value={room.relation} onChange={event => onChange(rooms.map((one, nth) => nth === at ? { ...one, relation: event.target.value as Relation } : one))}>{RELATIONS.map(relation => <option key={relation} value={relation}>{relations[relation]}</option>)}</select>
          <button type="button" className="link" aria-label={t.leave(room.name)} onClick={() => onChange(rooms.filter((_, nth) => nth !== at))}>×</button>
        </div>
      ))}
      <PlaceField label={t.addRoom} hint={t.addRoomHint} name="addRoom" centreId={roomsOf} value={adding} onType={setAdding} error={error}
        onChoose={room => { setAdding(''); if (!rooms.some(one => one.roomId === room.id)) onChange([...rooms, { roomId: room.id, name: room.name, relation: 'owner' }]); }} />
    </div>
  );
}
