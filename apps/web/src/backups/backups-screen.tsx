import type { BackupRun } from '@shouwen/contract/backups';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';
import { Facts, PageTitle, Panel } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { backupsQuery } from './backups-query.ts';

const WORDS = words({
  title: ['备份', 'Backups'], says: ['由管理服务器的人设置；这里看每天的备份是否成功。', 'Set by whoever runs the server; here you see whether the daily backup succeeds.'],
  plan: ['每天的备份', 'The daily backup'], at: ['时刻', 'At'], china: [(at: string) => `每天 ${at}（北京时间），错过的会补做`, (at: string) => `${at} in China, each day; one that was missed is made up for`],
  keep: ['保留', 'Kept'], newest: [(n: number) => `最近 ${n} 份`, (n: number) => `the newest ${n}`], folder: ['位置（服务器上）', 'Where (on the server)'], sealed: ['加密', 'Sealed'], yes: ['已加密，恢复时需要口令', 'yes: restoring needs the passphrase'], no: ['未加密，文件只有服务器管理人可读', 'no: the file is readable to the server’s operator alone'],
  none: ['没有设置每天自动备份。请服务器管理人设置 BACKUP_AT，或确认另有备份。', 'No daily backup is set. Have the operator set BACKUP_AT, or make sure that there is another.'],
  state: ['情况', 'How it stands'], success: ['最近一次成功', 'Last success'], never: ['还没有过', 'never'], file: ['文件', 'File'], size: ['大小', 'Size'],
  last: ['最近一次', 'Last try'], well: ['成功', 'succeeded'], failed: [(why: string) => `失败：${why}`, (why: string) => `failed: ${why}`], open: ['正在进行，或被中断', 'under way, or cut off'],
  restore: ['恢复在服务器上用 bin/shouwen restore 进行。', 'Restoring is done at the server, by bin/shouwen restore.'],
});
const sayBytes = (bytes: number) => bytes < 2 ** 20 ? `${Math.ceil(bytes / 2 ** 10)} KB` : bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(2)} GB`;

/** Whether the installation's daily backup succeeds: for the administrator, and the auditor. */
export function BackupsScreen() {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const { data: { plan, last, success } } = useSuspenseQuery(backupsQuery);
  const at = (moment: string) => sayMoment(moment, { zone, now, language });
  const outcome = (run: BackupRun) => run.failure ? t.failed(say(run.failure)) : run.endedAt ? t.well : t.open;
  return (
    <>
      <PageTitle title={t.title} says={t.says} />
      <Panel title={t.plan}>
        {plan
          ? <Facts rows={[[t.at, t.china(plan.at)], [t.keep, t.newest(plan.keep)], [t.folder, <code key="folder" style={{ overflowWrap: 'anywhere' }}>{plan.folder}</code>], [t.sealed, plan.sealed ? t.yes : t.no]]} />
          : <Note look="warn"><p>{t.none}</p></Note>}
      </Panel>
      <Panel title={t.state}>
        <div className="stack">
          <Facts rows={[[t.success, success ? at(success.begunAt) : t.never], success && [t.size, sayBytes(success.bytes ?? 0)], success && [t.file, success.file],
            last && last.file !== success?.file && [t.last, <span key="last" className={last.failure ? 'late-ink' : undefined}>{at(last.begunAt)} · {outcome(last)}</span>]]} />
          <p className="s13 mute">{t.restore}</p>
        </div>
      </Panel>
    </>
  );
}
