import webpush from 'web-push';
import { post } from './post.ts';

export interface PushKeys { publicKey: string; privateKey: string }
export interface Browser { endpoint: string; p256dh: string; auth: string }
export interface Push { browser: Browser; payload: object; urgent: boolean; keys: PushKeys; subject: string; inner: boolean }

export const newPushKeys = (): PushKeys => webpush.generateVAPIDKeys();

/** What is no news any more after this isn't shown by a browser that comes back. Seconds. */
const KEEP = 24 * 3600;

/**
 * Sends a push, encrypted for one browser (RFC 8291) and signed by the installation's keys (RFC 8292), to that browser's push service; answers the
 * status: 404 and 410 say that the browser takes none any more. `subject`: where the push service may complain, a mailto: or https: address.
 * @throws as post, and where the browser's keys are none
 */
export function sendPush({ browser: { endpoint, p256dh, auth }, payload, urgent, keys, subject, inner }: Push): Promise<number> {
  const { headers, body } = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(payload),
    { TTL: KEEP, urgency: urgent ? 'high' : 'normal', contentEncoding: 'aes128gcm', vapidDetails: { subject, ...keys } });
  return post({ url: endpoint, body: body!, inner, headers: Object.fromEntries(Object.entries(headers as Record<string, string | number>).map(([name, value]) => [name, String(value)])) });
}
