import type { SettingWebhook, WebhookSecret } from '@shouwen/contract/messages';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useZone } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Loading, Note, RefusalNote } from '../ui/notes.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { sayMoment } from '../ui/times.ts';
import { webhookQuery } from './message-settings-query.ts';

const WORDS = words({
  title: ['公司的推送地址（webhook）', 'The company’s webhook'], says: ['每条消息都以签名的 HTTPS 请求发到这个地址，供公司的其他系统使用。', 'Each message is sent there as a signed HTTPS request, for other systems of the company.'],
  url: ['地址', 'Address'], set: ['设置', 'Set'], since: ['设置时间', 'Since'], by: ['设置人', 'By'], state: ['状态', 'State'], well: ['正常', 'Works'], drop: ['删除', 'Remove'], enable: ['重新启用', 'Enable again'],
  failing: [(since: string, error: string) => `${since}起没有成功：${error}`, (since: string, error: string) => `Has failed since ${since}: ${error}`], disabled: [(at: string, error: string) => `${at}已停用：${error}`, (at: string, error: string) => `Disabled ${at}: ${error}`],
  secret: ['签名密钥，只显示这一次，请立即存入对方系统：', 'The secret that signs, shown this once; keep it in the other system now:'],
});
const touches = [webhookQuery.queryKey];

/** For the administrator: where each message of the company is told too, and how that goes. */
export function WebhookPanel() {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const zone = useZone();
  const now = useNow();
  const { data } = useQuery(webhookQuery);
  const [url, setUrl] = useState('');
  const webhook = data?.webhook;
  const seen = webhook ? { revision: webhook.revision } : {};
  const set = useAct<SettingWebhook, WebhookSecret>({ path: '/webhook', touches });
  const drop = useAct({ method: 'DELETE', path: '/webhook', touches, ...seen });
  const enable = useAct({ path: '/webhook/enablings', touches, ...seen });
  const submit = (event: FormEvent) => { event.preventDefault(); if (!set.isPending) set.mutate({ url: url.trim() }, { onSuccess: () => setUrl('') }); };
  const at = (moment: string) => sayMoment(moment, { zone, now, language });
  const said = set.error?.said;
  return (
    <Panel title={t.title}>
      <div className="stack">
        <p className="s13 mute">{t.says}</p>
        <RefusalNote trouble={drop.error ?? enable.error} />
        {set.data && webhook && <Note look="warn"><p>{t.secret}</p><p><code className="secret">{set.data.secret}</code></p></Note>}
        {!data ? <Loading lines={2} /> : webhook ? (
          <>
            <Facts rows={[[t.url, <span key="url" className="secret">{webhook.url}</span>], [t.since, at(webhook.since)], [t.by, webhook.by],
              [t.state, webhook.disabledAt ? t.disabled(at(webhook.disabledAt), webhook.lastError ?? '') : webhook.failingSince ? t.failing(at(webhook.failingSince), webhook.lastError ?? '') : t.well]]} />
            <div className="row wrap">{webhook.disabledAt && <Button disabled={enable.isPending} onClick={() => enable.mutate(undefined)}>{t.enable}</Button>}<Button disabled={drop.isPending} onClick={() => drop.mutate(undefined, { onSuccess: () => set.reset() })}>{t.drop}</Button></div>
          </>
        ) : (
          <form className="stack" style={{ maxWidth: 520 }} noValidate onSubmit={submit}>
            {said?.field !== 'url' && <RefusalNote trouble={set.error} />}
            <TextField label={t.url} name="url" type="url" value={url} onChange={setUrl} error={said?.field === 'url' ? say(said) : undefined} maxLength={1000} />
            <div><Button type="submit" disabled={set.isPending || !url.trim()}>{t.set}</Button></div>
          </form>
        )}
      </div>
    </Panel>
  );
}
