import { createTransport } from 'nodemailer';

/** `id`: the same for every try at one letter, so that a repeat is known by it. */
export interface Letter { id: string; to: string; subject: string; text: string }
export interface Mail {
  /** @throws Undeliverable where another try is of no use; any other error is worth one */
  send(letter: Letter): Promise<void>;
  close(): void;
}
/** The other side has said no for good. */
export class Undeliverable extends Error {}

/** E-mail by the installation's own SMTP server. `from`: an address, or `Name <address>`. */
export function mailBy({ url, from }: { url: string; from: string }): Mail {
  const transport = createTransport({ url, pool: true, maxConnections: 4, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true });
  const host = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-].*$/, '');
  return {
    async send({ id, to, subject, text }) {
      try {
        // RFC 3834: no out-of-office answers this
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${host}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
      } catch (error) {
        const { responseCode } = error as { responseCode?: number };
        // 5xx is final, but for those which say that we are not let in, which the operator sets right
        if (responseCode !== undefined && responseCode >= 500 && ![530, 534, 535].includes(responseCode)) throw new Undeliverable((error as Error).message, { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}
