import { useQuery } from '@tanstack/react-query';
import { onDutyQuery } from '../staff/staff-queries.ts';
import { useWords, words } from '../ui/language.tsx';

const WORDS = words({
  now: [(names: string) => `当班最高管理者：${names}`, (names: string) => `Duty manager: ${names}`], gap: ['值班表上没有当班最高管理者，登记后请立即打电话', 'The roster has no duty manager: register, then phone at once'],
  stand: [(names: string) => `值班表未排，按岗位由 ${names} 承担`, (names: string) => `Not on the roster; by post it falls to ${names}`],
});

/** FCR-11: who it will ring at. */
export function DutyManagerNow({ centreId }: { centreId: string }) {
  const t = useWords(WORDS);
  const { data } = useQuery(onDutyQuery(centreId));
  if (!data) return null;
  const names = data.dutyManager.staff.map(one => one.name).join('、');
  return <span className={`s13 ${names ? 'sub' : 'attn-ink'}`}>{!names ? t.gap : data.dutyManager.gap ? t.stand(names) : t.now(names)}</span>;
}
