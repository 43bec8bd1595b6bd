import type { PersonRow } from '@shouwen/contract/customers';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { WhyOf } from '../clocks/why-of.tsx';
import { IMPORTANCE_WORDS, RELATION_WORDS } from '../customers/customer-words.ts';
import { householdQuery, personQuery, personRowQuery } from '../customers/customers-queries.ts';
import { KIND_WORDS, STATE_WORDS } from '../matters/kinds.ts';
import { mattersQuery } from '../matters/matters-query.ts';
import { Button } from '../ui/button.tsx';
import { DueCell } from '../ui/due-cell.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Loading, Note, RefusalNote } from '../ui/notes.tsx';
import { Facts, Panel, Tag } from '../ui/panel.tsx';
import { sayShort } from '../ui/times.ts';

const WORDS = words({
  file: ['档案号', 'File'], room: ['房屋', 'Room'], phone: ['电话', 'Phone'], none: ['无', 'none'], noFile: ['档案里没有这个人', 'Not in the file any more'],
  show: ['显示', 'Show'], logged: ['查看完整号码会记入查阅记录', 'Looking at the full number is logged'], change: ['不是本人', 'Somebody else'], important: ['重要客户', 'Important'],
  rejects: ['拒绝回访', 'No callbacks'], open: ['未结事项', 'Open matters'], past: ['往来', 'History'], noOpen: ['没有未结的事项', 'Nothing open'], noPast: ['没有往来记录', 'No history'], again: ['又来问这件', 'Asks about it again'],
  household: [(room: string) => `住在 ${room}`, (room: string) => `Living in ${room}`], nobody: ['没有登记住户', 'Nobody on file'], choose: ['选', 'Choose'],
});

/** The caller's file beside the form: who, where, how to be reached (masked), what is open and what was before. */
export function CallerFile({ person, onOther, onAgain }: { person: { id: string; name: string }; onOther: () => void; onAgain: (number: string) => void }) {
  const t = useWords(WORDS);
  const { data, error, isPending } = useQuery(personRowQuery(person));
  return (
    <>
      <Panel title={person.name} note={<Button small look="text" onClick={onOther}>{t.change}</Button>}>
        {error instanceof Trouble ? <RefusalNote trouble={error} /> : isPending ? <Loading lines={3} /> : data ? <Particulars row={data} /> : <Note>{t.noFile}</Note>}
      </Panel>
      <Matters person={person} onAgain={onAgain} />
    </>
  );
}

function Particulars({ row }: { row: PersonRow }) {
  const t = useWords(WORDS);
  const relations = useWords(RELATION_WORDS);
  const importance = useWords(IMPORTANCE_WORDS);
  return (
    <div className="stack">
      <Facts rows={[
        [t.room, row.rooms.length > 0 ? row.rooms.map(room => <div key={room.id}>{room.name} {relations[room.relation]}</div>) : t.none],
        [t.phone, <Phones row={row} />],
        row.fileNumber !== null && [t.file, row.fileNumber],
      ]} />
      {(row.important || row.vip || row.rejectsCallbacks) && <div className="row wrap">{row.vip && <Tag look="strong">VIP</Tag>}{row.important && <Tag look="strong">{importance[row.important]}</Tag>}{row.rejectsCallbacks && <Tag look="warn">{t.rejects}</Tag>}</div>}
    </div>
  );
}

function Phones({ row }: { row: PersonRow }) {
  const t = useWords(WORDS);
  const [shown, setShown] = useState(false);
  const { data } = useQuery({ ...personQuery(row.id, 'intake'), enabled: shown });
  if (row.phonesMasked.length === 0) return t.none;
  return <>{(data?.phones ?? row.phonesMasked).join('、')} {!data && <button type="button" className="link s12" title={t.logged} onClick={() => setShown(true)}>{t.show}</button>}</>;
}

function Matters({ person, onAgain }: { person: { id: string; name: string }; onAgain: (number: string) => void }) {
  const t = useWords(WORDS);
  const may = useMay();
  const kinds = useWords(KIND_WORDS);
  const states = useWords(STATE_WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const open = useInfiniteQuery({ ...mattersQuery(null, { view: 'open', person: person.id }), enabled: may('see_matters') });
  const past = useInfiniteQuery({ ...mattersQuery(null, { view: 'closed', person: person.id }), enabled: may('see_matters') });
  const zone = useZone();
  const opens = open.data?.pages[0]?.rows ?? [];
  const pasts = past.data?.pages[0]?.rows.slice(0, 6) ?? [];
  return (
    <>
      <Panel title={t.open} note={opens.length || undefined}>
        {open.isPending ? <Loading lines={2} /> : opens.length === 0 ? <p className="s13 mute">{t.noOpen}</p> : (
          <ul className="stack">{opens.map(row => (
            <li key={row.number} className="s13"><Link to="/matters/$number" params={{ number: row.number }}>{row.number}</Link> {row.title}
              {row.next && <DueCell shown={row.next.shown} due={row.next.due} zone={zone}>{() => <WhyOf number={row.number} clock={row.next!.clock} />}</DueCell>}
              <button type="button" className="link s12" onClick={() => onAgain(row.number)}>{t.again}</button>
            </li>
          ))}</ul>
        )}
      </Panel>
      <Panel title={t.past} note={pasts.length || undefined}>
        {past.isPending ? <Loading lines={2} /> : pasts.length === 0 ? <p className="s13 mute">{t.noPast}</p>
          : <ul className="stack s13">{pasts.map(row => <li key={row.number}><span className="mute">{sayShort(row.receivedAt, { zone, now, language })}</span> {kinds[row.kind]} <Link to="/matters/$number" params={{ number: row.number }}>{row.title}</Link> <span className="mute">{states[row.state]}</span></li>)}</ul>}
      </Panel>
    </>
  );
}

/** A room was found: who of it is calling? */
export function Household({ room, onChoose }: { room: { id: string; name: string }; onChoose: (person: PersonRow) => void }) {
  const t = useWords(WORDS);
  const relations = useWords(RELATION_WORDS);
  const may = useMay();
  const { data, error, isLoading } = useQuery({ ...householdQuery(room.id), enabled: may('see_customers') });
  return (
    <Panel title={t.household(room.name)}>
      {error instanceof Trouble ? <RefusalNote trouble={error} /> : isLoading ? <Loading lines={2} /> : !data?.rows.length ? <p className="s13 mute">{t.nobody}</p> : (
        <ul className="stack">{data.rows.map(person => (
          <li key={person.id} className="row"><span className="s13 grow">{person.name} <span className="mute">{relations[person.rooms.find(one => one.id === room.id)?.relation ?? 'other']} {person.phonesMasked[0]}</span></span><Button small onClick={() => onChoose(person)}>{t.choose}</Button></li>
        ))}</ul>
      )}
    </Panel>
  );
}
