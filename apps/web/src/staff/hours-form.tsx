import type { Centre, WorkingHours } from '@shouwen/contract/staff';
import { useState, type FormEvent } from 'react';
import { serverNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { dateOf } from '../ui/times.ts';

const WORDS = words({
  from: ['从哪一天起', 'From'], fromHint: ['之前的日子不变', 'earlier days stay as they were'], open: ['哪些天', 'Days'], every_day: ['每天', 'Every day'], working_days: ['工作日', 'Working days'], windows: ['时段', 'Hours'], starts: [(n: number) => `第 ${n} 段开始`, (n: number) => `Start ${n}`], ends: [(n: number) => `第 ${n} 段结束`, (n: number) => `End ${n}`], add: ['加一段', 'Add hours'], remove: [(n: number) => `删除第 ${n} 段`, (n: number) => `Remove ${n}`], save: ['保存', 'Save'], cancel: ['取消', 'Cancel'],
});

/** CAL-11: the hours of a centre from a day on; an end at 00:00 is the end of the day. */
export function HoursForm({ centre, onDone }: { centre: Centre; onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const last = centre.hours.at(-1);
  const [from, setFrom] = useState(() => dateOf(serverNow(), centre.zone));
  const [open, setOpen] = useState<WorkingHours['open']>(last?.open ?? 'working_days');
  const [windows, setWindows] = useState<WorkingHours['windows']>(last?.windows ?? [['09:00', '12:00'], ['14:00', '18:00']]);
  const act = useAct<WorkingHours>({ path: `/centres/${centre.id}/hours`, revision: centre.revision, touches: [['centres']] });
  const put = (at: number, end: 0 | 1, time: string) => setWindows(windows.map((window, nth) => nth === at ? (end === 0 ? [time, window[1]] : [window[0], time === '00:00' ? '24:00' : time]) : window));
  const submit = (event: FormEvent) => { event.preventDefault(); if (!act.isPending) act.mutate({ from, open, windows }, { onSuccess: onDone }); };
  const said = act.error?.said;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {said?.field !== 'from' && <RefusalNote trouble={act.error} />}
      <TextField label={t.from} hint={t.fromHint} type="date" name={`from-${centre.id}`} required value={from} onChange={setFrom} error={said?.field === 'from' ? say(said) : undefined} />
      <Choice<WorkingHours['open']> label={t.open} value={open} onChange={setOpen} options={[{ value: 'working_days', label: t.working_days }, { value: 'every_day', label: t.every_day }]} />
      <fieldset className="stack"><legend className="lab">{t.windows}</legend>
        {windows.map(([starts, ends], at) => (
          <div key={at} className="windows"><input className="in" type="time" aria-label={t.starts(at + 1)} value={starts} onChange={event => put(at, 0, event.target.value)} />–<input className="in" type="time" aria-label={t.ends(at + 1)} value={ends === '24:00' ? '00:00' : ends} onChange={event => put(at, 1, event.target.value)} />
            {windows.length > 1 && <Button small look="text" aria-label={t.remove(at + 1)} onClick={() => setWindows(windows.filter((_, nth) => nth !== at))}>×</Button>}</div>
        ))}
        {windows.length < 6 && <div><Button small look="text" onClick={() => setWindows([...windows, ['19:00', '21:00']])}>{t.add}</Button></div>}
      </fieldset>
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending}>{t.save}</Button><Button look="text" onClick={onDone}>{t.cancel}</Button></div>
    </form>
  );
}
