import { sendMessages } from '../alarms/messages.store.ts';
import { sayTime } from '../alarms/say-alarm.rules.ts';
import type { Tx } from '../db/connect.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { BACKUP_ZONE, backupStamp } from './due.rules.ts';

type Said = { zh: string; en: string };

/** Tells the company's administrators, once a day, that a backup failed (`why`) or that none has succeeded for two days, and when the last good one was. */
export async function tellAdministrators(tx: Tx, companyId: string, why: Said | null, success: Date | null, now: Date): Promise<void> {
  const { posts } = await rosterOf(tx, companyId, now, now);
  const administrators = new Set(posts.filter((held) => held.post === 'company_administrator').map((held) => held.staffId));
  const last = success ? sayTime(success.getTime(), BACKUP_ZONE) : ['还没有过', 'never'];
  const duty = why ? { zh: '定时备份失败', en: 'the daily backup failed' } : { zh: '已有两天没有成功的备份', en: 'no backup has succeeded for two days' };
  await sendMessages(tx, companyId, [...administrators].map((staffId) => ({
    staffId, centreId: null, kind: 'check' as const, matterId: null, clockId: null, step: `backup ${why ? 'failed' : 'late'} ${backupStamp(now).slice(0, 8)}`, as: 'company_administrator', urgent: false, rule: null, duty, due: null,
    zh: `${duty.zh}${why ? `：${why.zh}` : '。'}上次成功：${last[0]}。请在服务器上处理，情况见“备份”。`,
    en: `${duty.en[0]!.toUpperCase()}${duty.en.slice(1)}${why ? `: ${why.en}` : '.'} The last good one: ${last[1]}. See to it at the server; how it stands is shown under “Backups”.`,
  })), now);
}
