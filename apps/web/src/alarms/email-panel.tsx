import type { MyMessages } from '@shouwen/contract/messages';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Note, RefusalNote } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { myMessagesQuery } from './message-settings-query.ts';

const WORDS = words({
  title: ['邮箱', 'E-mail'], off: ['本系统没有设置邮件服务器，不能用邮箱接收消息。', 'No mail server is set here, so messages don’t come by e-mail.'],
  now: [(email: string) => `消息发到 ${email}。`, (email: string) => `Messages go to ${email}.`], none: ['还没有登记邮箱。', 'No address yet.'],
  asked: [(email: string) => `确认信已发往 ${email}，请打开信中的链接。`, (email: string) => `A letter was sent to ${email}; open the link in it.`], confirmed: ['邮箱已确认。', 'The address is confirmed.'],
  email: ['邮箱地址', 'E-mail address'], wrong: ['邮箱地址填写不正确，应如 name@example.com。', 'That is no e-mail address; it looks like name@example.com.'], send: ['发确认信', 'Send the confirming letter'], drop: ['不再用邮箱', 'No more e-mail'],
});
const touches = [myMessagesQuery.queryKey];

/** One's address: it counts once the link in the letter sent there has been opened, which leads here. */
export function EmailPanel({ mine }: { mine: MyMessages }) {
  const t = useWords(WORDS);
  const say = useSay();
  const { confirm: token } = useSearch({ from: '/frame/message-settings' });
  const [email, setEmail] = useState('');
  const enter = useAct<{ email: string }>({ path: '/my-messages/emails', touches });
  const confirm = useAct<{ token: string }>({ path: '/my-messages/email-confirmations', touches });
  const drop = useAct({ method: 'DELETE', path: '/my-messages/email', touches });
  const once = useRef(false);
  const { mutate } = confirm;
  useEffect(() => {
    if (token === undefined || once.current) return;
    once.current = true;
    mutate({ token });
  }, [token, mutate]);
  const submit = (event: FormEvent) => { event.preventDefault(); if (!enter.isPending) enter.mutate({ email: email.trim() }, { onSuccess: () => setEmail('') }); };
  const said = enter.error?.said;
  return (
    <Panel title={t.title}>
      <div className="stack">
        <RefusalNote trouble={confirm.error ?? drop.error} />
        {confirm.isSuccess && <Note>{t.confirmed}</Note>}
        <p className="s13">{mine.email === null ? t.none : t.now(mine.email)} {mine.emailAsked !== null && t.asked(mine.emailAsked)}</p>
        {!mine.mailOffered ? <p className="s13 mute">{t.off}</p> : (
          <form className="stack" style={{ maxWidth: 420 }} noValidate onSubmit={submit}>
            {said?.field !== 'email' && <RefusalNote trouble={enter.error} />}
            <TextField label={t.email} type="email" name="email" value={email} onChange={setEmail} error={said?.field === 'email' ? said.code === 'invalid' ? t.wrong : say(said) : undefined} maxLength={254} />
            <div className="row wrap"><Button type="submit" disabled={enter.isPending || !email.includes('@')}>{t.send}</Button>
              {(mine.email ?? mine.emailAsked) !== null && <Button look="text" disabled={drop.isPending} onClick={() => drop.mutate(undefined)}>{t.drop}</Button>}</div>
          </form>
        )}
      </div>
    </Panel>
  );
}
