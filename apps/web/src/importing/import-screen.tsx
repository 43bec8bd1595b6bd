import type { ImportDraft } from '@shouwen/contract/importing';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ImportProgress } from './import-progress.tsx';
import { WHAT_WORDS } from './import-words.ts';
import { importQuery } from './imports-query.ts';
import { ResultStep } from './result-step.tsx';
import { Steps, type Step } from './steps.tsx';
import './importing.css';

const WORDS = words({
  title: [(what: string) => `导入${what}`, (what: string) => `Import: ${what}`], plain: ['导入', 'Import'], all: ['全部导入', 'All imports'], discard: ['放弃', 'Discard'], sure: ['确认放弃，文件内容随即删除', 'Yes, discard it; the file’s content is deleted'], keep: ['留着', 'Keep it'],
  checking: ['检查中', 'Being checked'], checkingSays: ['逐行对照现有资料，什么都不会写入。可以离开这一页。', 'Each row is compared with what is there; nothing is written. You may leave this page.'], running: ['导入中', 'Running'], runningSays: ['在后台进行，可以离开这一页。中止后，已导入的保留。', 'It goes on by itself; you may leave this page. What was taken stays if you cancel.'],
});
const STEP_OF: Readonly<Record<ImportDraft['state'], Step>> = { columns: 'columns', checking: 'check', checked: 'check', waiting: 'run', running: 'run', done: 'result', cancelled: 'result', failed: 'result', discarded: 'result' };

/** One import, step by step. The server holds where it is: a reload, or another of those who may, goes on from there. */
export function ImportScreen() {
  const t = useWords(WORDS);
  const says = useWords(WHAT_WORDS);
  const may = useMay();
  const { id } = useParams({ from: '/frame/imports/$id' });
  const { data: draft, error, refetch } = useQuery({ ...importQuery(id), enabled: may('import_data') });
  if (!may('import_data')) return <><PageTitle title={t.plain} /><Panel title={t.plain}><NoPermission /></Panel></>;
  return (
    <div className="importing">
      <PageTitle title={draft ? t.title(says[draft.what]) : t.plain} says={draft && <span className="words">{draft.fileName}</span>}>
        <Link to="/imports">{t.all}</Link>{draft?.may.discard && <Discard draft={draft} />}
      </PageTitle>
      {error instanceof Trouble && <RefusalNote trouble={error} onAgain={() => void refetch()} />}
      {draft ? <Draft key={draft.state} draft={draft} /> : !error && <Panel title={t.plain}><Loading lines={8} /></Panel>}
    </div>
  );
}

function Draft({ draft }: { draft: ImportDraft }) {
  const t = useWords(WORDS);
  const [choosing, setChoosing] = useState(false);
  const step = choosing ? 'columns' : STEP_OF[draft.state];
  return (
    <>
      <div className="gap"><Steps now={step} /></div>
      {step === 'columns' && <ColumnsStep draft={draft} onBack={choosing ? () => setChoosing(false) : undefined} />}
      {step === 'check' && (draft.state === 'checked' ? <CheckStep draft={draft} onColumns={() => setChoosing(true)} /> : <Panel title={t.checking}><ImportProgress draft={draft} says={t.checkingSays} /></Panel>)}
      {step === 'run' && <Panel title={t.running}><ImportProgress draft={draft} says={t.runningSays} /></Panel>}
      {step === 'result' && <ResultStep draft={draft} />}
    </>
  );
}

function Discard({ draft }: { draft: ImportDraft }) {
  const t = useWords(WORDS);
  const [sure, setSure] = useState(false);
  const discard = useAct<void>({ path: `/imports/${draft.id}/discard`, body: () => undefined, revision: draft.revision, touches: [['imports']] });
  if (!sure) return <Button onClick={() => setSure(true)}>{t.discard}</Button>;
  return <><Button disabled={discard.isPending} onClick={() => discard.mutate()}>{t.sure}</Button><Button look="text" onClick={() => setSure(false)}>{t.keep}</Button><RefusalNote trouble={discard.error} /></>;
}
