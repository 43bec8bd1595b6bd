import { POSTS } from '@shouwen/contract/posts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { forgetSeen } from '../outbox/last-seen.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { PersonChip } from '../ui/person-chip.tsx';
import { useCentre, useMay, useMe } from './me.ts';
import { MENU, MENU_WORDS } from './menu.ts';
import { useMode } from './mode.ts';
import { useAct } from './use-act.ts';

const WORDS = words({
  mine: ['我的菜单', 'My menu'], signOut: ['退出登录', 'Sign out'], dark: ['深色', 'Dark'], light: ['浅色', 'Light'],
  other: ['English', '中文'], sessions: ['登录与密码', 'Sign-ins and password'], messages: ['消息设置', 'Message settings'], centre: ['服务中心', 'Service centre'],
});

/** The person signed in, and what is theirs: centre, sign-ins, language, dark, sign out; on the phone the rest of the rail too. */
export function MyMenu() {
  const t = useWords(WORDS);
  const me = useMe();
  const say = useSay();
  const [centre, chooseCentre] = useCentre();
  const [language, setLanguage] = useLanguage();
  const [mode, setMode] = useMode();
  const menu = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useAct({ path: '/sign-out', touches: [] });
  const held = me.posts.find(post => post.centreId === centre?.id) ?? me.posts[0];
  const leave = () => signOut.mutate(undefined, { onSuccess: () => { client.clear(); void forgetSeen(); void navigate({ to: '/sign-in' }); } });
  const close = () => menu.current?.hidePopover();
  return (
    <>
      <button type="button" className="mychip" popoverTarget="mine"><PersonChip me name={me.name} post={held && say(POSTS[held.post])} /></button>
      <div id="mine" ref={menu} popover="auto" className="pop mine" role="group" aria-label={t.mine}>
        <RestOfRail onGo={close} />
        {me.centres.length > 1 && (
          <label className="field"><span className="lab">{t.centre}</span>
            <select className="in" value={centre?.id} onChange={event => chooseCentre(event.target.value)}>{me.centres.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</select>
          </label>
        )}
        <Link to="/sessions" onClick={close}>{t.sessions}</Link>
        <Link to="/message-settings" onClick={close}>{t.messages}</Link>
        <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{t.other}</button>
        <button type="button" onClick={() => setMode(mode === 'dark' ? 'light' : 'dark')}>{mode === 'dark' ? t.light : t.dark}</button>
        <button type="button" onClick={leave} disabled={signOut.isPending}>{t.signOut}</button>
      </div>
    </>
  );
}

/** On the phone: what has no tab. */
function RestOfRail({ onGo }: { onGo: () => void }) {
  const says = useWords(MENU_WORDS);
  const may = useMay();
  const rest = MENU.flat().filter(item => !item.tab && (!item.may || may(item.may)));
  return rest.length > 0 && <nav className="rest">{rest.map(item => <Link key={item.says} to={item.to} onClick={onGo}>{says[item.says]}</Link>)}</nav>;
}
