import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCentre, useMay } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { ExportButton } from '../exporting/export-button.tsx';
import { Filters } from '../ui/choice.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Empty, NoPermission } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { dateOf } from '../ui/times.ts';
import { BreachesTab } from './breaches-tab.tsx';
import { ChecksTab } from './checks-tab.tsx';
import { CommitteeTab } from './committee-tab.tsx';
import { EvaluationsTab } from './evaluations-tab.tsx';
import { MeasuresTab } from './measures-tab.tsx';
import { ReceptionTab } from './reception-tab.tsx';
import type { RecordTab, RecordsSought } from './records-sought.ts';
import '../ui/lists.css';
import './records.css';

const WORDS = words({
  title: ['首问检查', 'First-contact checks'], says: ['接待记录、违规、抽查、评估与改进', 'Records, breaches, samples, evaluations and measures'], tabs: ['分类', 'Parts'], noCentre: ['还没有服务中心', 'There is no service centre yet'],
  records: ['接待记录', 'Reception records'], breaches: ['违规', 'Breaches'], checks: ['抽查', 'Samples'], evaluations: ['评估', 'Evaluations'], measures: ['改进措施', 'Measures'], committee: ['业委会评估', 'Owners’ committee'],
});
const TABS = { records: ReceptionTab, breaches: BreachesTab, checks: ChecksTab, evaluations: EvaluationsTab, measures: MeasuresTab, committee: CommitteeTab } as const;

/** The list of a part, as it leaves as a file. */
const LISTS = { records: 'reception_records', breaches: 'breaches', evaluations: 'evaluations', measures: 'measures' } as const;
/** FCR-26, FCR-32 to FCR-34: what leads, managers and the quality department check, evaluate and put right. */
export function RecordsScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const [centre] = useCentre();
  const now = useNow();
  const sought = useSearch({ from: '/frame/records' });
  const navigate = useNavigate({ from: '/records' });
  if (!may('see_records') || !centre) return <><PageTitle title={t.title} /><Panel title={t.title}>{may('see_records') ? <Empty title={t.noCentre} /> : <NoPermission />}</Panel></>;
  const today = dateOf(now, centre.zone);
  // a part that is none stands in the address still: the router keeps what it doesn't know
  const tab: RecordTab = sought.tab && sought.tab in TABS ? sought.tab : 'records';
  const put = (change: RecordsSought) => void navigate({ search: before => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)), replace: true });
  const Tab = TABS[tab];
  return (
    <>
      <div className="noprint"><PageTitle title={t.title} says={t.says}>{tab !== 'checks' && tab !== 'committee' && <ExportButton key={tab} list={LISTS[tab]} narrowing={tab === 'records' ? { from: sought.from ?? `${today.slice(0, 8)}01`, to: sought.to ?? today, department: sought.department, open: sought.open && 'true' } : {}} />}</PageTitle></div>
      <div className="recordtabs noprint"><Filters label={t.tabs} value={tab} onChange={chosen => put({ tab: chosen, kind: undefined, staff: undefined })} options={(Object.keys(TABS) as RecordTab[]).map(value => ({ value, label: t[value] }))} /></div>
      <Tab key={`${tab} ${centre.id}`} centre={centre} today={today} sought={sought} put={put} period={{ from: sought.from ?? `${today.slice(0, 8)}01`, to: sought.to ?? today }} />
    </>
  );
}
