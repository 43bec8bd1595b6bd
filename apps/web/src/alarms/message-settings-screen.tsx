import { useSuspenseQuery } from '@tanstack/react-query';
import { useMay } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { PageTitle } from '../ui/panel.tsx';
import { BrowserPanel } from './browser-panel.tsx';
import { ChoicesPanel } from './choices-panel.tsx';
import { EmailPanel } from './email-panel.tsx';
import { myMessagesQuery } from './message-settings-query.ts';
import { messagesQuery } from './messages-query.ts';
import { WebhookPanel } from './webhook-panel.tsx';
import './message-settings.css';

const WORDS = words({ title: ['消息设置', 'Message settings'], says: ['消息总会出现在首问里；这里决定它们还怎样找到您。', 'Messages always appear in Shouwen; here you choose how else they find you.'], test: ['发一条测试消息', 'Send a test message'], sent: ['已发出；“消息”里可以看到送达情况。', 'Sent; how it went is shown among the messages.'] });

/** How messages reach one outside: e-mail, this browser, which kinds and when; and the company's webhook for those who may see it. */
export function MessageSettingsScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const { data: mine } = useSuspenseQuery(myMessagesQuery);
  const test = useAct({ path: '/my-messages/tests', touches: [messagesQuery.queryKey] });
  return (
    <>
      <PageTitle title={t.title} says={t.says}>
        <span className="s13" role="status">{test.isSuccess && t.sent}</span>
        <Button onClick={() => test.mutate(undefined)} disabled={test.isPending}>{t.test}</Button>
      </PageTitle>
      <RefusalNote trouble={test.error} />
      <EmailPanel mine={mine} />
      <BrowserPanel mine={mine} />
      <ChoicesPanel key={mine.revision} mine={mine} />
      {may('see_webhook') && <WebhookPanel />}
    </>
  );
}
