import type { Look, LookedAt } from '@shouwen/contract/customers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRowKeys } from '../app/row-keys.ts';
import { useCentre, useMay, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Trouble } from '../app/trouble.ts';
import { PURPOSE_WORDS } from '../customers/customer-words.ts';
import { ExportButton } from '../exporting/export-button.tsx';
import { ExportsPanel } from '../exporting/exports-panel.tsx';
import { StaffField } from '../staff/staff-field.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { codeWords, useLanguage, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { looksQuery, type LooksSought } from './looks-query.ts';
import '../ui/lists.css';
import './looks-screen.css';

const WORDS = words({
  title: ['查看记录', 'Looks'], says: ['谁在什么时候、为什么看过谁的资料', 'Who looked at whose data, when and why'], staff: ['查看人', 'Who looked'], everybody: ['所有人', 'Everybody'], from: ['从', 'From'], until: ['到', 'Until'], all: ['清除筛选', 'Clear'],
  when: ['时间', 'When'], what: ['查看内容', 'What'], whom: ['客户', 'Whose'], purpose: ['目的', 'Why'], none: ['没有查看记录', 'No look on record'], noneHint: ['换一个查看人或日期再试。', 'Try somebody else or other days.'], noCentre: ['还没有服务中心', 'There is no service centre yet'], more: ['再显示一些', 'Show more'],
  unnamed: ['未留名或受保护', 'Unnamed or protected'], gone: ['（无此人）', '(nobody)'],
});
const WHAT_WORDS = codeWords<LookedAt>({ file: ['客户档案', 'The file'], phone: ['完整电话', 'The phone in full'], matter: ['事项', 'The matter'] });

/** ARC-07: the log of looks at personal data, of one centre, by who looked and by day. */
export function LooksScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  if (!may('see_looks') || !centre) return <><PageTitle title={t.title} /><Panel title={t.title}>{may('see_looks') ? <Empty title={t.noCentre} /> : <NoPermission />}</Panel></>;
  return <><PageTitle title={t.title} says={t.says}><LooksExport /></PageTitle><LooksPanel centre={centre} /><ExportsPanel centre={centre} /></>;
}

/** What is shown now, as a file. */
function LooksExport() {
  return <ExportButton list="looks" narrowing={useSearch({ from: '/frame/looks' })} />;
}

function LooksPanel({ centre }: { centre: CentreHere }) {
  const t = useWords(WORDS);
  const list = useRowKeys<HTMLTableSectionElement>();
  const sought = useSearch({ from: '/frame/looks' });
  const navigate = useNavigate({ from: '/looks' });
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(looksQuery(centre.id, sought));
  const put = (change: LooksSought) => void navigate({ search: before => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)), replace: true });
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  const narrowed = Object.keys(sought).length > 0;
  return (
    <Panel title={centre.name} flush>
      <div className="looksought">
        <StaffField label={t.staff} name="staff" nobody={t.everybody} centreId={centre.id} value={sought.staff ?? ''} onChange={staff => put({ staff })} />
        <TextField label={t.from} name="from" type="date" value={sought.from ?? ''} onChange={from => put({ from })} />
        <TextField label={t.until} name="until" type="date" value={sought.until ?? ''} onChange={until => put({ until })} />
        {narrowed && <Button look="text" onClick={() => put({ staff: '', from: '', until: '' })}>{t.all}</Button>}
      </div>
      {error instanceof Trouble && <div className="body"><RefusalNote trouble={error} onAgain={() => void refetch()} /></div>}
      {isPending ? <Loading lines={8} /> : rows.length === 0 ? !error && <Empty title={t.none}>{narrowed && t.noneHint}</Empty> : (
        <table className="looks">
          <thead><tr><th>{t.when}</th><th>{t.staff}</th><th>{t.what}</th><th>{t.whom}</th><th>{t.purpose}</th></tr></thead>
          <tbody ref={list}>{rows.map(look => <Row key={look.id} look={look} zone={centre.zone} />)}</tbody>
        </table>
      )}
      {hasNextPage && <div className="body"><Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.more}</Button></div>}
    </Panel>
  );
}

function Row({ look, zone }: { look: Look; zone: string }) {
  const t = useWords(WORDS);
  const [what, purposes] = [useWords(WHAT_WORDS), useWords(PURPOSE_WORDS)];
  const [language] = useLanguage();
  const now = useNow();
  return (
    <tr>
      <td className="sub nw">{sayMoment(look.at, { zone, now, language })}</td>
      <td>{look.by.name || t.gone}</td>
      <td>{what[look.what]}{look.matter && <> <Link to="/matters/$number" params={{ number: look.matter }}>{look.matter}</Link></>}</td>
      <td className="words">{look.whom ?? <span className="mute">{t.unnamed}</span>}</td>
      <td className="sub">{purposes[look.purpose]}</td>
    </tr>
  );
}
