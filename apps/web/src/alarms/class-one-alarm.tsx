import type { Message } from '@shouwen/contract/messages';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { messagesQuery } from './messages-query.ts';
import { ring } from './ring.ts';
import './class-one-alarm.css';

const WORDS = words({ title: ['一类信息', 'Class I'], take: [(name: string) => `${name}已知悉`, (name: string) => `Acknowledged by ${name}`], open: ['打开事项', 'Open the matter'] });

/** FCR-11: stands over everything and rings until the person it is for acknowledges it by name. */
export function ClassOneAlarm() {
  const { data } = useQuery(messagesQuery);
  const ringing = data?.ringing ?? [];
  const some = ringing.length > 0;
  useEffect(() => some ? ring() : undefined, [some]);
  return some && <div className="classone" role="alert">{ringing.map(message => <One key={message.id} message={message} />)}</div>;
}

function One({ message }: { message: Message }) {
  const t = useWords(WORDS);
  const say = useSay();
  const { name } = useMe();
  const acknowledge = useAct({ path: `/messages/${message.id}/acknowledgements` });
  return (
    <div className="ringing">
      <p className="grow"><b>{t.title}</b> {say(message)} {message.matter && <Link to="/matters/$number" params={{ number: message.matter }}>{t.open} {message.matter}</Link>}</p>
      <Button onClick={() => acknowledge.mutate(undefined)} disabled={acknowledge.isPending}>{t.take(name)}</Button>
      <RefusalNote trouble={acknowledge.error} onAgain={() => acknowledge.mutate(undefined)} />
    </div>
  );
}
