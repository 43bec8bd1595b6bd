import { createHmac } from 'node:crypto';
import { post } from './post.ts';

export interface Call { url: string; secret: string; id: string; at: Date; body: object; inner: boolean }

/**
 * Tells a company's webhook: JSON, with `Shouwen-Delivery` (the same on every try), `Shouwen-Timestamp` (seconds since 1970) and `Shouwen-Signature`,
 * `v1=` and the HMAC-SHA256 in hexadecimal of `timestamp.body` by the secret. Answers the status.
 * @throws as post
 */
export function callWebhook({ url, secret, id, at, body, inner }: Call): Promise<number> {
  const text = JSON.stringify(body);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return post({
    url, body: text, inner,
    headers: {
      'content-type': 'application/json', 'user-agent': 'Shouwen', 'shouwen-delivery': id, 'shouwen-timestamp': timestamp,
      'shouwen-signature': `v1=${createHmac('sha256', secret).update(`${timestamp}.${text}`).digest('hex')}`,
    },
  });
}
