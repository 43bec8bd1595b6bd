import type { SettingWebhook, WebhookSecret } from '@shouwen/contract/messages';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useMay, useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Note, RefusalNote } from '../ui/notes.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { webhookQuery } from './message-settings-query.ts';

const WORDS = words({
  title: ['公司的推送地址（webhook）', 'The company’s webhook'], says: ['每条消息都以签名的 HTTPS 请求发到这个地址，供公司的其他系统使用。', 'Each message is sent there as a signed HTTPS request, for other systems of the company.'],
  url: ['地址', 'Address'], set: ['设置', 'Set'], none: ['还没有设置。', 'None is set.'], change: ['换地址或密钥', 'Change the address or secret'], keep: ['不改了', 'Leave it'], anew: ['密钥也会换新，旧的立即失效。', 'The secret is made anew too; the old one ends at once.'], since: ['设置时间', 'Since'], by: ['设置人', 'By'], state: ['状态', 'State'], well: ['正常', 'Works'], drop: ['删除', 'Remove'], enable: ['重新启用', 'Enable again'],
  failing: [(since: string, error: string) => `${since}起没有成功：${error}`, (since: string, error: string) => `Has failed since ${since}: ${error}`], disabled: [(at: string, error: string) => `${at}已停用：${error}`, (at: string, error: string) => `Disabled ${at}: ${error}`],
  secret: ['签名密钥，只显示这一次，请立即存入对方系统：', 'The secret that signs, shown this once; keep it in the other system now:'],
});
const touches = [webhookQuery.queryKey];

/** Where each message of the company is told too, and how that goes; the administrator sets it, the auditor reads. */
export function WebhookPanel() {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const keeps = useMay()('keep_webhook');
  const { data: { revision, webhook } } = useSuspenseQuery(webhookQuery);
  const [url, setUrl] = useState('');
  const [changing, setChanging] = useState(false);
  const asking = keeps && (changing || !webhook);
  const seen = { touches, revision };
  const set = useAct<SettingWebhook, WebhookSecret>({ path: '/webhook', ...seen });
  const drop = useAct({ method: 'DELETE', path: '/webhook', ...seen });
  const enable = useAct({ path: '/webhook/enablings', ...seen });
  const submit = (event: FormEvent) => { event.preventDefault(); if (!set.isPending) set.mutate({ url: url.trim() }, { onSuccess: () => { setUrl(''); setChanging(false); } }); };
  const at = (moment: string) => sayMoment(moment, { zone, now, language });
  const said = set.error?.said;
  return (
    <Panel title={t.title}>
      <div className="stack">
        <p className="s13 mute">{t.says}</p>
        <RefusalNote trouble={drop.error ?? enable.error ?? (asking ? null : set.error)} />
        {set.data && webhook && <Note look="warn"><p>{t.secret}</p><p><code className="secret">{set.data.secret}</code></p></Note>}
        {webhook ? (
          <>
            <Facts rows={[[t.url, <span key="url" className="secret">{webhook.url}</span>], [t.since, at(webhook.since)], [t.by, webhook.by],
              [t.state, <span key="state" className={webhook.disabledAt ? 'late-ink' : webhook.failingSince ? 'attn-ink' : undefined}>{webhook.disabledAt ? t.disabled(at(webhook.disabledAt), webhook.lastError ?? '') : webhook.failingSince ? t.failing(at(webhook.failingSince), webhook.lastError ?? '') : t.well}</span>]]} />
            {keeps && !changing && <div className="row wrap">{webhook.disabledAt && <Button disabled={enable.isPending} onClick={() => enable.mutate(undefined)}>{t.enable}</Button>}<Button onClick={() => { set.reset(); setChanging(true); }}>{t.change}</Button>
              <Button disabled={drop.isPending} onClick={() => drop.mutate(undefined, { onSuccess: () => set.reset() })}>{t.drop}</Button></div>}
          </>
        ) : <p className="s13">{t.none}</p>}
        {asking && (
          <form className="stack" style={{ maxWidth: 520 }} noValidate onSubmit={submit}>
            {said?.field !== 'url' && <RefusalNote trouble={set.error} />}
            <TextField label={t.url} name="url" type="url" value={url} onChange={setUrl} error={said?.field === 'url' ? say(said) : undefined} maxLength={1000} />
            {webhook && <p className="s13 mute">{t.anew}</p>}
            <div className="row wrap"><Button type="submit" disabled={set.isPending || !url.trim()}>{t.set}</Button>{webhook && <Button look="text" onClick={() => setChanging(false)}>{t.keep}</Button>}</div>
          </form>
        )}
      </div>
    </Panel>
  );
}
