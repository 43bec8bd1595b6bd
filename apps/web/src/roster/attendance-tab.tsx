import type { Attendance, CheckingAttendance, SigningTime } from '@shouwen/contract/roster';
import { POSTS } from '@shouwen/contract/posts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { CentreHere } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Empty, Loading } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { attendanceQuery } from './roster-query.ts';
import { RosterRow, useRosterRow } from './roster-row.tsx';

const WORDS = words({
  title: ['考勤', 'Attendance'], empty: ['这一周还没有开始的班次', 'No shift of this week has begun'], came: ['到岗', 'Came'], gone: ['离岗', 'Left'], notSigned: ['未签', 'not signed'], signIn: ['签到', 'Sign in'], signOut: ['签退', 'Sign out'],
  check: ['核对', 'Check'], remark: ['核对意见', 'Remark'], checked: [(name: string) => `${name} 已核对`, (name: string) => `checked by ${name}`],
});

/** SHF-01: came and gone, signed by each person, checked by whoever keeps the roster. */
export function AttendanceTab({ centre, week, weeks }: { centre: CentreHere; week: string; weeks: ReactNode }) {
  const t = useWords(WORDS);
  const { data } = useQuery(attendanceQuery(centre.id, week));
  return <Panel title={t.title} note={weeks}>{!data ? <Loading lines={4} /> : data.rows.length === 0 ? <Empty title={t.empty} /> : <ul className="papers">{data.rows.map(row => <Row key={row.shift.id} row={row} centre={centre} />)}</ul>}</Panel>;
}

function Row({ row, centre }: { row: Attendance; centre: CentreHere }) {
  const t = useWords(WORDS);
  const say = useSay();
  const { me, keeps, now, options, span, touches } = useRosterRow(centre);
  const [remark, setRemark] = useState('');
  const path = `/centres/${centre.id}/shifts/${row.shift.id}`;
  const coming = useAct<SigningTime>({ path: `${path}/coming`, touches });
  const going = useAct<SigningTime>({ path: `${path}/going`, revision: row.revision, touches });
  const check = useAct<CheckingAttendance>({ path: `${path}/attendance-check`, revision: row.revision, touches });
  const mine = row.staff.id === me.id;
  const signed = (at: string | null) => at === null ? t.notSigned : sayMoment(at, options);
  const checks = keeps && !mine && row.leftAt !== null && row.checkedAt === null;
  return (
    <RosterRow name={row.staff.name} when={span(row.shift.from, row.shift.until)} marks={<><span className="s13 sub">{say(POSTS[row.shift.post])}</span>{row.checkedBy && <Tag>{t.checked(row.checkedBy.name)}</Tag>}</>}
      says={<>{t.came} {signed(row.cameAt)} · {t.gone} {signed(row.leftAt)}{row.remark && <> · {row.remark}</>}</>} trouble={coming.error ?? going.error ?? check.error}
      field={checks && <TextField label={t.remark} value={remark} onChange={setRemark} />}>
      {mine && row.cameAt === null && Date.parse(row.shift.until) > now.getTime() && <Button small look="primary" disabled={coming.isPending} onClick={() => coming.mutate({})}>{t.signIn}</Button>}
      {mine && row.cameAt !== null && row.leftAt === null && <Button small look="primary" disabled={going.isPending} onClick={() => going.mutate({})}>{t.signOut}</Button>}
      {checks && <Button small look="primary" disabled={check.isPending} onClick={() => check.mutate(remark.trim() ? { remark } : {})}>{t.check}</Button>}
    </RosterRow>
  );
}
