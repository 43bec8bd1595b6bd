import type { Centre, OpeningCentre } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useMay } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { Empty, ErrorSummary, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel, Tag } from '../ui/panel.tsx';
import { CompanyDaysPanel } from './company-days.tsx';
import { HoursForm } from './hours-form.tsx';
import { centresQuery } from './people-query.ts';
import { departmentsQuery } from './staff-queries.ts';
import '../ui/lists.css';
import './staff-screen.css';

const WORDS = words({
  title: ['服务中心与部门', 'Centres and departments'], add: ['新服务中心', 'New centre'], code: ['代码', 'Code'], codeHint: ['1–6 个大写字母，用在事项编号里', '1 to 6 capitals; numbers begin with it'], codeWrong: ['代码为 1 至 6 个大写字母', 'The code has 1 to 6 capital letters'], name: ['名称', 'Name'], needName: ['请填写名称', 'Fill in the name'], phone: ['电话', 'Phone'], save: ['保存', 'Save'], cancel: ['取消', 'Cancel'],
  none: ['还没有服务中心', 'There is no service centre yet'], hours: ['工作时间', 'Working hours'], usual: ['未另设，按制度默认：', 'Not set; those of the rulebook: '], from: [(day: string) => `${day} 起`, (day: string) => `from ${day}`], every_day: ['每天', 'every day'], working_days: ['工作日', 'working days'], setHours: ['改工作时间', 'Set hours'],
  departments: ['部门', 'Departments'], noDepartments: ['没有部门', 'none'], noHead: ['没有负责人', 'no head'], addDepartment: ['添加部门', 'Add a department'], department: ['部门名称', 'Name of the department'],
});

/** ORG-01, CAL-11, CAL-04: centres with their hours and departments; the company's own days on and off. */
export function CentresScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const { data, error, isPending, refetch } = useQuery({ ...centresQuery, enabled: may('see_centres') });
  const [adding, setAdding] = useState(false);
  if (!may('see_centres')) return <><PageTitle title={t.title} /><Panel title={t.title}><NoPermission /></Panel></>;
  return (
    <>
      <PageTitle title={t.title}>{may('keep_centres') && <Button look="new" aria-expanded={adding} onClick={() => setAdding(!adding)}>{t.add}</Button>}</PageTitle>
      <div className="two">
        <div>
          {adding && <Panel title={t.add}><CentreForm onDone={() => setAdding(false)} /></Panel>}
          {error instanceof Trouble && <RefusalNote trouble={error} onAgain={() => void refetch()} />}
          {isPending && <Panel title={t.title}><Loading lines={6} /></Panel>}
          {data?.rows.length === 0 && <Panel title={t.title}><Empty title={t.none} /></Panel>}
          {data?.rows.map(centre => <CentrePanel key={centre.id} centre={centre} />)}
        </div>
        <aside><CompanyDaysPanel /></aside>
      </div>
    </>
  );
}

function CentreForm({ onDone }: { onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [typed, setTyped] = useState({ code: '', name: '', phone: '' });
  const [tried, setTried] = useState(0);
  const act = useAct<OpeningCentre>({ path: '/centres', touches: [['centres'], ['me']] });
  const put = (name: keyof typeof typed) => (value: string) => setTyped(before => ({ ...before, [name]: value }));
  const missing = [.../^[A-Z]{1,6}$/.test(typed.code) ? [] : [{ field: 'code', text: t.codeWrong }], ...typed.name.trim() ? [] : [{ field: 'name', text: t.needName }]];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(tried + 1);
    if (missing.length === 0 && !act.isPending) act.mutate({ code: typed.code, name: typed.name.trim(), ...typed.phone.trim() && { phone: typed.phone.trim() } }, { onSuccess: onDone });
  };
  const said = act.error?.said;
  const errors = [...tried > 0 ? missing : [], ...said?.field ? [{ field: said.field, text: say(said) }] : []];
  const errorOf = (field: string) => errors.find(error => error.field === field)?.text;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary key={`${tried}${said?.code ?? ''}`} errors={errors} />
      {!said?.field && <RefusalNote trouble={act.error} />}
      <div className="pair">
        <TextField label={t.name} name="name" required value={typed.name} onChange={put('name')} error={errorOf('name')} maxLength={200} />
        <TextField label={t.code} hint={t.codeHint} name="code" required value={typed.code} onChange={code => put('code')(code.toUpperCase())} error={errorOf('code')} maxLength={6} />
        <TextField label={t.phone} name="phone" inputMode="tel" value={typed.phone} onChange={put('phone')} error={errorOf('phone')} maxLength={40} />
      </div>
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending}>{t.save}</Button><Button look="text" onClick={onDone}>{t.cancel}</Button></div>
    </form>
  );
}

function CentrePanel({ centre }: { centre: Centre }) {
  const t = useWords(WORDS);
  const may = useMay();
  const [setting, setSetting] = useState(false);
  return (
    <Panel title={centre.name} tools={<Tag>{centre.code}</Tag>} note={[centre.phone, centre.zone].filter(Boolean).join(' · ')}>
      <div className="centrebody">
        <section className="stack"><h3>{t.hours}</h3>
          {centre.hours.length === 0 ? <p className="s13">{t.usual}{t[centre.usualHours.open]} {centre.usualHours.windows.map(([from, until]) => `${from}–${until}`).join('、')}</p> : <ul className="s13">{centre.hours.map(hours => <li key={hours.from}>{t.from(hours.from)} {t[hours.open]} {hours.windows.map(([from, until]) => `${from}–${until}`).join('、')}</li>)}</ul>}
          {may('keep_centres') && (setting ? <HoursForm centre={centre} onDone={() => setSetting(false)} /> : <div><Button small onClick={() => setSetting(true)}>{t.setHours}</Button></div>)}
        </section>
        <Departments centreId={centre.id} />
      </div>
    </Panel>
  );
}

function Departments({ centreId }: { centreId: string }) {
  const t = useWords(WORDS);
  const may = useMay();
  const { data } = useQuery({ ...departmentsQuery(centreId), enabled: may('see_staff') });
  const [name, setName] = useState<string | null>(null);
  const act = useAct<{ name: string }>({ path: `/centres/${centreId}/departments`, touches: [['departments', centreId]] });
  return (
    <section className="stack"><h3>{t.departments}</h3>
      {!data ? <Loading lines={2} /> : data.rows.length === 0 ? <p className="s13 mute">{t.noDepartments}</p> : <ul className="s13">{data.rows.map(department => <li key={department.id} className="words">{department.name} {department.heads.length > 0 ? <span className="mute">{department.heads.map(head => head.name).join('、')}</span> : <span className="attn-ink">{t.noHead}</span>}</li>)}</ul>}
      {may('keep_staff') && (name === null ? <div><Button small onClick={() => setName('')}>{t.addDepartment}</Button></div> : (
        <form className="stack" onSubmit={event => { event.preventDefault(); if (name.trim() && !act.isPending) act.mutate({ name: name.trim() }, { onSuccess: () => setName(null) }); }}>
          <RefusalNote trouble={act.error} />
          <TextField label={t.department} name={`department-${centreId}`} required value={name} onChange={setName} maxLength={200} />
          <div className="row"><Button type="submit" disabled={act.isPending || !name.trim()}>{t.save}</Button><Button look="text" onClick={() => setName(null)}>{t.cancel}</Button></div>
        </form>
      ))}
    </section>
  );
}
