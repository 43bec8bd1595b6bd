import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { insistOnPublic, publicLookup } from './public-address.ts';

const PATIENCE = 10_000;

export interface Posting { url: string; headers: Readonly<Record<string, string>>; body: Buffer | string; inner: boolean }

/**
 * One POST to an address somebody has named; answers the status. Follows no redirect and reads no answer. `inner`: may it be an address of this
 * machine or network (operators' choice)?
 * @throws InnerAddress; any network error; after ten seconds a TimeoutError
 */
export async function post({ url, headers, body, inner }: Posting): Promise<number> {
  const target = new URL(url);
  if (!inner) await insistOnPublic(target);
  return new Promise<number>((done, fail) => {
    const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, signal: AbortSignal.timeout(PATIENCE), agent: false as const, ...(!inner && { lookup: publicLookup }) };
    const call = (target.protocol === 'https:' ? secure : plain)(target, options, (answer) => {
      answer.destroy();
      done(answer.statusCode ?? 0);
    });
    call.on('error', fail);
    call.end(body);
  });
}
