import type { CompanyDay } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useMay } from '../app/me.ts';
import { serverNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Loading, RefusalNote } from '../ui/notes.tsx';
import { Panel, Tag } from '../ui/panel.tsx';
import { companyDaysQuery } from './people-query.ts';

const WORDS = words({
  title: ['公司自定日', 'Days of the company’s own'], before: ['上一年', 'Year before'], after: ['下一年', 'Year after'], none: ['这一年没有自定日；国家放假安排已内置。', 'None this year; the published holidays are built in.'], on: ['上班', 'On'], off: ['放假', 'Off'], add: ['添加', 'Add'], day: ['日期', 'Day'], working: ['这一天', 'That day'], name: ['名称', 'Name'], save: ['保存', 'Save'], cancel: ['取消', 'Cancel'], drop: [(day: string) => `删除 ${day}`, (day: string) => `Remove ${day}`],
});
const NONE: CompanyDay = { day: '', working: false, name: '' };

/** CAL-04: an extra day on or off, besides the published holidays. */
export function CompanyDaysPanel() {
  const t = useWords(WORDS);
  const say = useSay();
  const may = useMay();
  const [year, setYear] = useState(() => serverNow().getFullYear());
  const { data } = useQuery(companyDaysQuery(year));
  const [typed, setTyped] = useState<CompanyDay | null>(null);
  const touches = [['company-days']];
  const seen = data && { revision: data.revision };
  const save = useAct<CompanyDay>({ path: '/company-days', touches, ...seen });
  const drop = useAct<string>({ method: 'DELETE', path: day => `/company-days/${day}`, touches, ...seen });
  const submit = (event: FormEvent) => { event.preventDefault(); if (typed?.day && typed.name.trim() && !save.isPending) save.mutate({ ...typed, name: typed.name.trim() }, { onSuccess: () => setTyped(null) }); };
  const said = save.error?.said;
  const errorOf = (name: string) => said?.field === name ? say(said) : undefined;
  return (
    <Panel title={`${t.title} ${year}`} note={<span className="row"><Button small look="text" aria-label={t.before} onClick={() => setYear(year - 1)}>‹</Button><Button small look="text" aria-label={t.after} onClick={() => setYear(year + 1)}>›</Button></span>}>
      <div className="stack">
        <RefusalNote trouble={drop.error} />
        {!data ? <Loading lines={2} /> : data.rows.length === 0 ? <p className="s13 mute">{t.none}</p> : (
          <ul className="days s13">{data.rows.map(day => <li key={day.day}><span className="nw">{day.day}</span><span>{day.name}</span><span className="grow" /><Tag>{day.working ? t.on : t.off}</Tag>{may('keep_centres') && <Button small look="text" aria-label={t.drop(day.day)} onClick={() => drop.mutate(day.day)}>×</Button>}</li>)}</ul>
        )}
        {may('keep_centres') && (typed === null ? <div><Button small onClick={() => setTyped(NONE)}>{t.add}</Button></div> : (
          <form className="stack" noValidate onSubmit={submit}>
            {!said?.field && <RefusalNote trouble={save.error} />}
            <TextField label={t.day} type="date" name="companyDay" required value={typed.day} onChange={day => setTyped({ ...typed, day })} error={errorOf('day')} />
            <Choice label={t.working} value={typed.working ? 'on' : 'off'} onChange={value => setTyped({ ...typed, working: value === 'on' })} options={[{ value: 'off', label: t.off }, { value: 'on', label: t.on }]} />
            <TextField label={t.name} name="companyDayName" required value={typed.name} onChange={name => setTyped({ ...typed, name })} error={errorOf('name')} maxLength={200} />
            <div className="row"><Button type="submit" disabled={save.isPending || !typed.day || !typed.name.trim()}>{t.save}</Button><Button look="text" onClick={() => setTyped(null)}>{t.cancel}</Button></div>
          </form>
        ))}
      </div>
    </Panel>
  );
}
