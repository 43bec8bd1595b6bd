import type { SetUp } from '@shouwen/contract/staff';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { PasswordField, TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';
import { Before } from './before.tsx';
import { PASSWORD_WORDS } from './new-password.ts';

const WORDS = words({
  title: ['开始使用', 'Set up'], says: ['建立公司、第一个服务中心和第一位管理员，约一分钟。', 'The company, its first service centre and its first administrator: about a minute.'],
  company: ['公司名称', 'Name of the company'], centre: ['服务中心名称', 'Name of the service centre'], code: ['代码', 'Code'], codeHint: ['如 LH', 'e.g. LH'],
  missing: [(label: string) => `请填写“${label}”`, (label: string) => `Fill in “${label}”`],
  codeWrong: ['代码为 1 至 6 个大写字母，将用在事项编号里', 'The code has 1 to 6 capital letters; matter numbers begin with it'],
  name: ['管理员姓名', 'Administrator’s name'], userName: ['用户名', 'User name'], go: ['建立', 'Set up'],
});
const EMPTY = { company: '', centre: '', code: '', name: '', userName: '', password: '', again: '' };

/** The first minute of an installation; the address with its token was printed on the terminal. */
export function SetUpScreen() {
  const t = useWords(WORDS);
  const p = useWords(PASSWORD_WORDS);
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form, setForm] = useState(EMPTY);
  const [shown, setShown] = useState(false);
  const [wrong, setWrong] = useState<{ field: string; text: string }[]>([]);
  const setUp = useAct<SetUp>({ path: '/setup', touches: [] });
  const put = (name: keyof typeof EMPTY) => (value: string) => setForm(before => ({ ...before, [name]: value }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const labels = { company: t.company, centre: t.centre, code: t.code, name: t.name, userName: t.userName, password: p.password, again: p.again };
    const empty = (Object.keys(labels) as (keyof typeof labels)[]).filter(field => !form[field].trim());
    const errors = empty.length > 0 ? empty.map(field => ({ field, text: t.missing(labels[field]) })) : [
      ...(/^[A-Z]{1,6}$/.test(form.code) ? [] : [{ field: 'code', text: t.codeWrong }]),
      ...(form.password === form.again ? [] : [{ field: 'again', text: p.differ }]),
    ];
    setWrong(errors);
    if (errors.length > 0) return;
    setUp.mutate({
      token: location.hash.slice(1), company: { name: form.company.trim() }, centre: { code: form.code, name: form.centre.trim() },
      administrator: { name: form.name.trim(), userName: form.userName.trim(), password: form.password },
    }, { onSuccess: () => { client.clear(); void navigate({ to: '/', replace: true }); } });
  };
  const said = setUp.error?.said;
  const errors = said?.field ? [...wrong, { field: said.field.split(/[./]/).at(-1)!, text: say(said) }] : wrong;
  const errorOf = (field: string) => errors.find(error => error.field === field)?.text;
  return (
    <Before title={t.title} says={t.says}>
      <ErrorSummary errors={errors} />
      {!said?.field && <RefusalNote trouble={setUp.error} />}
      <form noValidate onSubmit={submit}>
        <TextField label={t.company} name="company" required value={form.company} onChange={put('company')} error={errorOf('company')} autoComplete="organization" maxLength={200} />
        <div className="pair">
          <TextField label={t.centre} name="centre" required value={form.centre} onChange={put('centre')} error={errorOf('centre')} maxLength={200} />
          <TextField label={t.code} name="code" hint={t.codeHint} required value={form.code} onChange={value => put('code')(value.toUpperCase())} error={errorOf('code')} maxLength={6} />
        </div>
        <TextField label={t.name} name="name" required value={form.name} onChange={put('name')} error={errorOf('name')} autoComplete="name" maxLength={100} />
        <TextField label={t.userName} name="userName" required value={form.userName} onChange={put('userName')} error={errorOf('userName')} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={30} />
        <PasswordField label={p.password} name="password" hint={p.hint} required value={form.password} onChange={put('password')} error={errorOf('password')} shown={shown} onShow={setShown} autoComplete="new-password" maxLength={128} />
        <PasswordField label={p.again} name="again" required value={form.again} onChange={put('again')} error={errorOf('again')} shown={shown} onShow={setShown} autoComplete="new-password" maxLength={128} />
        <Button type="submit" look="primary" disabled={setUp.isPending}>{t.go}</Button>
      </form>
    </Before>
  );
}
