import type { TakingOnStaff } from '@shouwen/contract/staff';
import { useState, type FormEvent } from 'react';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, RefusalNote } from '../ui/notes.tsx';
import { givingOf, NO_POST, PostFields } from './post-fields.tsx';
import { OnceLink } from './once-link.tsx';

const WORDS = words({
  name: ['姓名', 'Name'], userName: ['用户名', 'User name'], userNameHint: ['小写拼音即可，用于登录', 'pinyin will do; for signing in'], save: ['入职', 'Take on'], cancel: ['取消', 'Cancel'], close: ['完成', 'Done'],
  need: ['请填写姓名', 'Fill in the name'], needUserName: ['请填写用户名', 'Fill in the user name'], needPost: ['请选择岗位和服务中心；暂无岗位可以都不选', 'Choose post and centre, or neither'], done: [(name: string) => `${name} 已入职。把下面的链接交给本人，由本人设密码。`, (name: string) => `${name} is taken on. Give them this link to set their own password.`],
});

/** Somebody joins: name, user name, a first post; their own password is set by a link that works once. */
export function StaffForm({ onDone }: { onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [name, setName] = useState('');
  const [userName, setUserName] = useState('');
  const [post, setPost] = useState(NO_POST);
  const [tried, setTried] = useState(0);
  const act = useAct<TakingOnStaff, { id: string }>({ path: '/staff', touches: [['staff']] });
  const giving = givingOf(post);
  const missing = [...name.trim() ? [] : [{ field: 'name', text: t.need }], ...userName.trim() ? [] : [{ field: 'userName', text: t.needUserName }], ...post.post !== '' && !giving ? [{ field: 'centreId', text: t.needPost }] : []];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(tried + 1);
    if (missing.length === 0 && !act.isPending) act.mutate({ name: name.trim(), userName: userName.trim(), ...giving && { posts: [giving] } });
  };
  if (act.data) return <div className="stack"><p role="status">{t.done(name)}</p><OnceLink staffId={act.data.id} atOnce /><div><Button onClick={onDone}>{t.close}</Button></div></div>;
  const said = act.error?.said;
  const errors = [...tried > 0 ? missing : [], ...said?.field ? [{ field: said.field.split(/[./]/).at(-1)!, text: say(said) }] : []];
  const errorOf = (field: string) => errors.find(error => error.field === field)?.text;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary key={`${tried}${said?.code ?? ''}`} errors={errors} />
      {!said?.field && <RefusalNote trouble={act.error} />}
      <div className="pair">
        <TextField label={t.name} name="name" required value={name} onChange={setName} error={errorOf('name')} maxLength={100} />
        <TextField label={t.userName} hint={t.userNameHint} name="userName" required value={userName} onChange={setUserName} error={errorOf('userName')} autoCapitalize="none" spellCheck={false} maxLength={30} />
      </div>
      <PostFields typed={post} onChange={setPost} errorOf={errorOf} />
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending}>{t.save}</Button><Button look="text" onClick={onDone}>{t.cancel}</Button></div>
    </form>
  );
}
