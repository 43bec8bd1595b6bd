import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface Pushed { headers: IncomingHttpHeaders; body: Buffer }
const derive = (secret: Buffer, salt: Buffer, info: Buffer | string, length: number) => Buffer.from(hkdfSync('sha256', secret, salt, info, length));

/** A browser's subscription with keys of its own, and the push service that keeps what is posted to it and answers `answers.status`. */
export async function pushService() {
  const keys = createECDH('prime256v1');
  const own = keys.generateKeys();
  const auth = randomBytes(16);
  const pushed: Pushed[] = [];
  const answers = { status: 201 };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => { pushed.push({ headers: request.headers, body: Buffer.concat(pieces) }); response.writeHead(answers.status).end(); });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;
  return {
    pushed, answers, origin,
    subscription: { endpoint: `${origin}/push/1`, p256dh: own.toString('base64url'), auth: auth.toString('base64url') },
    /** RFC 8291: what the browser reads of it with its keys. @throws where it isn't for them, or was altered */
    read<Payload>({ body }: Pushed): Payload {
      const salt = body.subarray(0, 16);
      const sender = body.subarray(21, 21 + body[20]!);
      const sealed = body.subarray(21 + body[20]!);
      const secret = derive(keys.computeSecret(sender), auth, Buffer.concat([Buffer.from('WebPush: info\0'), own, sender]), 32);
      const decipher = createDecipheriv('aes-128-gcm', derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16), derive(secret, salt, 'Content-Encoding: nonce\0', 12)).setAuthTag(sealed.subarray(-16));
      const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      // of the one record there is the end is a 2, and zeros after it
      return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString()) as Payload;
    },
    /** RFC 8292: what the sender claims to this service, and by which key; undefined where the signature isn't that key's. */
    signedBy({ headers }: Pushed): { key: string; claims: { aud: string; exp: number; sub: string } } | undefined {
      const [, token, key] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(headers.authorization ?? '') ?? [];
      if (!token || !key) return undefined;
      const [head, claims, signature] = token.split('.') as [string, string, string];
      const point = Buffer.from(key, 'base64url');
      const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } });
      const good = verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
      return good ? { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string } } : undefined;
    },
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
