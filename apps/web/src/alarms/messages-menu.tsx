import { isNotice, type Delivery, type Message } from '@shouwen/contract/messages';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Empty } from '../ui/notes.tsx';
import { sayShort } from '../ui/times.ts';
import { KINDS } from './message-kinds.ts';
import { messagesQuery } from './messages-query.ts';
import './messages-menu.css';

const WORDS = words({ title: ['消息', 'Messages'], unread: [(n: number) => `${n} 条未读`, (n: number) => `${n} unread`], none: ['没有消息', 'No messages'], read: ['标为已读', 'Mark as read'], open: ['打开', 'Open'], mail: ['邮箱', 'E-mail'], push: ['推送', 'Push'], webhook: ['推送地址', 'Webhook'], sent: [(at: string) => `${at}已送出`, (at: string) => `sent ${at}`], waiting: [(at: string) => `待${at}发送`, (at: string) => `goes ${at}`], failed: [(at: string) => `${at}未能送出`, (at: string) => `failed ${at}`], notice: ['知会', 'Notice'] });

/** The messages of this person behind a button that says how many are unread; going to a matter marks its message as read. */
export function MessagesMenu() {
  const t = useWords(WORDS);
  const list = useRef<HTMLDivElement>(null);
  const { data } = useQuery(messagesQuery);
  const read = useAct<string>({ path: id => `/messages/${id}/readings`, body: () => undefined, touches: [messagesQuery.queryKey] });
  const rows = data?.rows ?? [];
  const unread = rows.filter(message => message.readAt === null).length;
  return (
    <>
      <button type="button" className="messages" popoverTarget="messages">{t.title}{unread > 0 && <em aria-label={t.unread(unread)}>{unread}</em>}</button>
      <div id="messages" ref={list} popover="auto" className="pop mine messagelist" role="region" aria-label={t.title}>
        {rows.length === 0 ? <Empty title={t.none} /> : <ul>{rows.map(message => <Row key={message.id} message={message} onRead={() => read.mutate(message.id)} onGo={() => list.current?.hidePopover()} />)}</ul>}
      </div>
    </>
  );
}

function Row({ message, onRead, onGo }: { message: Message; onRead: () => void; onGo: () => void }) {
  const t = useWords(WORDS);
  const kinds = useWords(KINDS);
  const say = useSay();
  const now = useNow();
  const [language] = useLanguage();
  const zone = useZone();
  const router = useRouter();
  const unread = message.readAt === null;
  const go = () => { if (unread) onRead(); onGo(); };
  const sayWay = ({ channel, state, at }: Delivery) => `${t[channel]}${language === 'zh' ? '' : ' '}${t[state](sayShort(at, { zone, now, language }))}`;
  return (
    <li className={unread ? 'unread' : undefined}>
      <div className="row between s12"><span className={message.kind === 'overdue' || message.kind === 'class_one' ? 'late-ink' : 'sub'}>{isNotice(message) ? t.notice : kinds[message.kind]}</span><time className="mute" dateTime={message.at}>{sayShort(message.at, { zone, now, language })}</time></div>
      <p>{say(message)}</p>
      {message.deliveries.length > 0 && <p className="s12 mute">{message.deliveries.map(sayWay).join(' · ')}</p>}
      <div className="row s12">
        {message.matter && <Link to="/matters/$number" params={{ number: message.matter }} onClick={go}>{message.matter}</Link>}
        {message.leadsTo && <button type="button" className="link" onClick={() => { go(); router.history.push(message.leadsTo!); }}>{t.open}</button>}
        {unread && <button type="button" className="link" onClick={onRead}>{t.read}</button>}
      </div>
    </li>
  );
}
