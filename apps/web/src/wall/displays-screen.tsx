import type { DisplayLinkMade } from '@shouwen/contract/wall';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCentre, useMay, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, Note, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { displayLinksQuery } from './wall-query.ts';
import '../ui/lists.css';

const WORDS = words({
  title: ['值班大屏', 'Duty wall'], says: ['挂在服务中心的电视上：时限、今日流水、当班，没有客户的资料', 'For a TV in the centre: clocks, today, who is on duty; nothing of customers'], open: ['在本机打开', 'Open it here'],
  links: ['大屏链接', 'Display links'], about: ['电视上不用登录：用链接打开，只能看这个服务中心的大屏。电视换了地方或链接传了出去，就收回。', 'Nobody signs in at the TV: the link opens the wall of this centre and nothing else. Withdraw it when the TV moves or the link has got about.'],
  name: ['挂在哪里', 'Where it hangs'], make: ['开一个链接', 'Make a link'], made: ['只显示这一次，请在电视的浏览器里打开：', 'Shown this once; open it in the TV’s browser:'], copy: ['复制', 'Copy'], copied: ['已复制', 'Copied'],
  where: ['位置', 'Where'], by: ['谁开的', 'Made by'], shown: ['最近使用', 'Last used'], never: ['还没有', 'never'], withdraw: ['收回', 'Withdraw'], none: ['没有大屏链接', 'No display link'], noCentre: ['还没有服务中心', 'There is no service centre yet'],
});

/** The wall itself, and the links by which screens show it. */
export function DisplaysScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  return (
    <>
      <PageTitle title={t.title} says={t.says}>{centre && <a className="btn" href="/wall" target="_blank" rel="noreferrer">{t.open}</a>}</PageTitle>
      {!centre ? <Panel title={t.links}><Empty title={t.noCentre} /></Panel> : may('see_displays') && <Links key={centre.id} centre={centre} keeps={may('keep_displays')} />}
    </>
  );
}

function Links({ centre, keeps }: { centre: CentreHere; keeps: boolean }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const [name, setName] = useState('');
  const [made, setMade] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const { data, error, isPending, refetch } = useQuery(displayLinksQuery(centre.id));
  const making = useAct<{ name: string }, DisplayLinkMade>({ path: `/centres/${centre.id}/display-links` });
  const withdrawing = useAct<string>({ path: id => `/centres/${centre.id}/display-links/${id}/withdrawal`, body: () => undefined });
  const at = (moment: string) => sayMoment(moment, { zone: centre.zone, now, language });
  const make = () => making.mutate({ name: name.trim() }, { onSuccess: ({ token }) => { setMade(`${location.origin}/wall#${token}`); setName(''); setCopied(false); } });
  return (
    <Panel title={`${t.links} · ${centre.name}`} flush>
      <div className="body stack">
        <p className="s13 sub">{t.about}</p>
        {keeps && <form className="row wrap" onSubmit={event => { event.preventDefault(); if (name.trim()) make(); }}><TextField label={t.name} name="name" value={name} maxLength={60} onChange={setName} /><Button type="submit" disabled={!name.trim() || making.isPending}>{t.make}</Button></form>}
        {made && <Note><p>{t.made}</p><p><code style={{ overflowWrap: 'anywhere' }}>{made}</code></p><Button small onClick={() => void navigator.clipboard.writeText(made).then(() => setCopied(true), () => undefined)}>{copied ? t.copied : t.copy}</Button></Note>}
        <RefusalNote trouble={making.error ?? withdrawing.error} onAgain={make} />
        {error instanceof Trouble && <RefusalNote trouble={error} onAgain={() => void refetch()} />}
      </div>
      {isPending ? <Loading lines={3} /> : data?.rows.length ? (
        <table><thead><tr><th>{t.where}</th><th>{t.by}</th><th>{t.shown}</th>{keeps && <td />}</tr></thead>
          <tbody>{data.rows.map(link => <tr key={link.id}><td>{link.name}</td><td>{link.madeBy} <span className="sub">{at(link.madeAt)}</span></td><td className="sub">{link.shownAt ? at(link.shownAt) : t.never}</td>{keeps && <td><Button small disabled={withdrawing.isPending} onClick={() => withdrawing.mutate(link.id)}>{t.withdraw}</Button></td>}</tr>)}</tbody></table>
      ) : <Empty title={t.none} />}
    </Panel>
  );
}
