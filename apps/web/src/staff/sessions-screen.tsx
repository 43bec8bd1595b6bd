import type { Session } from '@shouwen/contract/staff';
import { useSuspenseQuery } from '@tanstack/react-query';
import { get } from '../app/api.ts';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel, Tag } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { browserIn } from './browser-in.ts';
import { ChangePassword } from './change-password.tsx';
import { SecondStepPanel } from './second-step-panel.tsx';

const WORDS = words({
  title: ['登录与密码', 'Sign-ins and password'], list: ['我的登录', 'Where I am signed in'], says: ['不认识的登录请立即撤销，并改密码。', 'Revoke what you don’t know, and change your password.'],
  where: ['浏览器', 'Browser'], address: ['地址', 'Address'], since: ['登录时间', 'Since'], seen: ['最近使用', 'Last seen'], until: ['有效至', 'Until'], revoke: ['撤销', 'Revoke'], here: ['本机', 'Here'], unknown: ['未知', 'unknown'], act: ['操作', 'Action'],
});

/** Every place where one is signed in; each can be revoked. Below, the password. */
export function SessionsScreen() {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const { data } = useSuspenseQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => get<{ rows: Session[] }>('/sessions', {}, signal) });
  const revoke = useAct<Session>({ method: 'DELETE', path: session => `/sessions/${session.id}`, body: () => undefined, touches: [['sessions']] });
  const at = (moment: string) => sayMoment(moment, { zone, now, language });
  return (
    <>
      <PageTitle title={t.title} says={t.says} />
      <RefusalNote trouble={revoke.error} />
      <Panel title={t.list} flush>
        <div className="wide" tabIndex={0} role="region" aria-label={t.title}><table>
          <thead><tr><th>{t.where}</th><th>{t.address}</th><th>{t.since}</th><th>{t.seen}</th><th>{t.until}</th><th>{t.act}</th></tr></thead>
          <tbody>{data.rows.map(session => (
            <tr key={session.id}>
              <td className="nw" title={session.browser ?? undefined}>{session.browser ? browserIn(session.browser) : t.unknown} {session.current && <Tag look="strong">{t.here}</Tag>}</td><td>{session.address ?? t.unknown}</td><td className="nw">{at(session.since)}</td><td className="nw">{at(session.lastSeen)}</td><td className="nw">{at(session.until)}</td>
              <td>{!session.current && <Button small disabled={revoke.isPending} onClick={() => revoke.mutate(session)}>{t.revoke}</Button>}</td>
            </tr>
          ))}</tbody>
        </table></div>
      </Panel>
      <SecondStepPanel />
      <ChangePassword />
    </>
  );
}
