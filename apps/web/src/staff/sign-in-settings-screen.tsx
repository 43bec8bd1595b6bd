import { POST_CODES, POSTS, type PostCode } from '@shouwen/contract/posts';
import type { RequiringTotp, SettingProvider, SignInSettings } from '@shouwen/contract/staff';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get } from '../app/api.ts';
import { useMay } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { PasswordField, TextField } from '../ui/field.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { ErrorSummary, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel, Tag } from '../ui/panel.tsx';
import '../ui/lists.css';
import './sign-in-settings.css';

const WORDS = words({
  title: ['登录方式', 'How people sign in'], posts: ['须开启两步验证的岗位', 'Posts that must have a second step'], postsSay: ['勾选的岗位登录时除密码外还要输入手机验证码。还没有开启的人，下一步操作前须先设置。接口令牌不受影响。', 'These posts give a code of their phone besides the password. Whoever has none yet sets it up before anything else. Machines’ tokens go on as they are.'],
  save: ['保存', 'Save'], saved: ['已保存', 'Saved'], missing: [(n: number) => `还有 ${n} 人没有开启`, (n: number) => `${n} have none yet`], all: ['这些岗位的人都已开启。', 'Everybody in these posts has it.'],
  provider: ['公司账号登录', 'Signing in with company accounts'], providerSays: ['公司有自己的账号系统（OpenID Connect）时，员工可以用公司账号登录。只有已建立的员工能进来，不会自动建人。', 'Where the company has an OpenID Connect provider of its own, people sign in there. Only those entered as staff get in; nobody is created.'], on: ['已启用', 'On'], off: ['未启用', 'Off'],
  issuer: ['颁发者地址', 'Issuer'], issuerHint: ['照原样填写', 'exactly as given'], clientId: ['客户端编号', 'Client id'], secret: ['客户端密钥', 'Client secret'], secretKept: ['已保存，不再显示；不改可留空', 'kept and never shown; empty: stays'], claim: ['用户名所在的字段', 'Claim with the user name'], claimHint: ['其值须与首问的用户名相同', 'equals the user name here'],
  back: ['请在公司账号系统里登记这个回调地址：', 'Enter this redirect address at the provider:'], drop: ['停用公司账号登录', 'Turn it off'],
});
const settingsQuery = { queryKey: ['sign-in-settings'], queryFn: ({ signal }: { signal: AbortSignal }) => get<SignInSettings>('/sign-in-settings', {}, signal) };
const touches = [['sign-in-settings']];

/** What the company asks of its people's sign-in. */
export function SignInSettingsScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const { data, error, refetch } = useQuery({ ...settingsQuery, enabled: may('see_sign_ins') });
  if (!may('see_sign_ins')) return <><PageTitle title={t.title} /><Panel title={t.title}><NoPermission /></Panel></>;
  return (
    <>
      <PageTitle title={t.title} />
      {error instanceof Trouble && <RefusalNote trouble={error} onAgain={() => void refetch()} />}
      {!data ? <Panel title={t.title}><Loading lines={8} /></Panel> : <>
        <TotpPosts key={`posts ${data.totp.revision}`} now={data.totp} />
        <ProviderPanel key={`provider ${data.provider.revision}`} now={data.provider} />
      </>}
    </>
  );
}

function TotpPosts({ now }: { now: SignInSettings['totp'] }) {
  const t = useWords(WORDS);
  const say = useSay();
  const keeps = useMay()('keep_sign_in');
  const [posts, setPosts] = useState<readonly PostCode[]>(now.posts);
  const act = useAct<RequiringTotp>({ path: '/sign-in-settings/totp-posts', revision: now.revision, touches: [...touches, ['me'], ['totp']] });
  const submit = (event: FormEvent) => { event.preventDefault(); if (!act.isPending) act.mutate({ posts: [...posts] }); };
  return (
    <Panel title={t.posts}>
      <form className="stack" onSubmit={submit}>
        <p className="s13 sub">{t.postsSay}</p>
        <RefusalNote trouble={act.error} />
        <fieldset className="postchecks" disabled={!keeps}><legend className="unseen">{t.posts}</legend>
          {POST_CODES.map(post => <label className="check" key={post}><input type="checkbox" checked={posts.includes(post)} onChange={event => setPosts(event.target.checked ? [...posts, post] : posts.filter(one => one !== post))} />{say(POSTS[post])}</label>)}
        </fieldset>
        {now.posts.length > 0 && <p className="s13">{now.missing.length === 0 ? t.all : <><span className="attn-ink">{t.missing(now.missing.length)}</span> <span className="words">{now.missing.map(one => one.name).join('、')}</span></>}</p>}
        {keeps && <div><Button type="submit" disabled={act.isPending}>{t.save}</Button></div>}
      </form>
    </Panel>
  );
}

function ProviderPanel({ now }: { now: SignInSettings['provider'] }) {
  const t = useWords(WORDS);
  const say = useSay();
  const keeps = useMay()('keep_sign_in');
  const [typed, setTyped] = useState({ issuer: now.set?.issuer ?? '', clientId: now.set?.clientId ?? '', claim: now.set?.claim ?? 'preferred_username' });
  const [secret, setSecret] = useState('');
  const [shown, setShown] = useState(false);
  const put = (name: keyof typeof typed) => (value: string) => setTyped(before => ({ ...before, [name]: value }));
  const save = useAct<SettingProvider>({ path: '/sign-in-settings/provider', revision: now.revision, touches });
  const drop = useAct<void>({ method: 'DELETE', path: '/sign-in-settings/provider', revision: now.revision, touches });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ issuer: typed.issuer.trim(), clientId: typed.clientId.trim(), claim: typed.claim.trim(), ...secret && { clientSecret: secret } });
  };
  const said = save.error?.said;
  const errorOf = (field: string) => said?.field === field ? say(said) : undefined;
  const shared = { required: true, readOnly: !keeps, autoComplete: 'off', spellCheck: false };
  return (
    <Panel title={t.provider} tools={<Tag look={now.set ? 'strong' : 'warn'}>{now.set ? t.on : t.off}</Tag>}>
      <form className="stack providerform" onSubmit={submit}>
        <p className="s13 sub">{t.providerSays}</p>
        <p className="s13">{t.back} <code>{now.redirectUri}</code></p>
        <ErrorSummary errors={said?.field ? [{ field: said.field, text: say(said) }] : []} />
        {!said?.field && <RefusalNote trouble={save.error} />}
        <RefusalNote trouble={drop.error} />
        <TextField {...shared} label={t.issuer} hint={t.issuerHint} name="issuer" inputMode="url" value={typed.issuer} onChange={put('issuer')} error={errorOf('issuer')} maxLength={500} />
        <TextField {...shared} label={t.clientId} name="clientId" value={typed.clientId} onChange={put('clientId')} error={errorOf('clientId')} maxLength={300} />
        {keeps && <PasswordField label={t.secret} hint={now.set ? t.secretKept : undefined} name="clientSecret" required={!now.set} autoComplete="new-password" value={secret} onChange={setSecret} error={errorOf('clientSecret')} shown={shown} onShow={setShown} maxLength={500} />}
        <TextField {...shared} label={t.claim} hint={t.claimHint} name="claim" value={typed.claim} onChange={put('claim')} error={errorOf('claim')} maxLength={100} />
        {keeps && <div className="row wrap"><Button type="submit" disabled={save.isPending}>{t.save}</Button>{now.set && <Button look="text" disabled={drop.isPending} onClick={() => drop.mutate()}>{t.drop}</Button>}</div>}
      </form>
    </Panel>
  );
}
