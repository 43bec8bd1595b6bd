import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface Received { id: string; to: string; subject: string; text: string }

/** A real SMTP server on a port of its own that keeps what it accepts. `answer`: a refusal like `450 busy` for an address, or undefined; `arrived` hears of each one accepted. */
export async function letterBox({ answer = () => undefined, arrived = () => undefined }: { answer?: (to: string) => string | undefined; arrived?: () => void } = {}) {
  const letters: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'], authOptional: true, logger: false,
    onRcptTo({ address }, _, done) {
      const refusal = answer(address);
      done(refusal === undefined ? undefined : Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) }));
    },
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (piece: Buffer) => { raw += String(piece); });
      stream.on('end', () => {
        letters.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, ...readLetter(raw) })));
        arrived();
        done();
      });
    },
  });
  // a client that was killed breaks its connection off
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as { port: number };
  return { letters, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((done) => server.close(done)) };
}

/** A letter of one part, as it was written. */
export function readLetter(raw: string): { id: string; subject: string; text: string } {
  const [, head = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [];
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head.replace(/\r?\n[ \t]+/g, ' '))?.[1]?.trim() ?? '';
  const words = header('Subject').replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) => decoded(text.replace(/_/g, ' '), way.toLowerCase() === 'b' ? 'base64' : 'quoted-printable'));
  return { id: header('Message-ID'), subject: words, text: decoded(body, header('Content-Transfer-Encoding').toLowerCase()) };
}

function decoded(text: string, way: string): string {
  if (way === 'base64') return Buffer.from(text, 'base64').toString();
  if (way !== 'quoted-printable') return text;
  return Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();
}
