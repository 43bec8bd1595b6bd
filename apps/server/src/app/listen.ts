import { once } from 'node:events';
import { createServer } from 'node:https';
import { no, Refused } from '../policy/refusal.ts';
import type { Config } from './config.ts';
import type { House } from './house.ts';

/** How long an answer under way may take when the server stops. Milliseconds. */
const grace = 3_000;

/**
 * Opens the house to the network; the answer closes it again: no new requests, those under way are finished, streams are cut.
 * @throws Refused when the address can't be had
 */
export async function listen(house: House, { host, port, tls }: Pick<Config, 'host' | 'port' | 'tls'>): Promise<() => Promise<void>> {
  await house.ready();
  const server = tls ? createServer(tls, (request, reply) => house.routing(request, reply)) : house.server;
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw refused(error as NodeJS.ErrnoException, host, port);
  }
  return async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    await closed;
    clearTimeout(cut);
  };
}

function refused(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refused(no('input', 'port_taken', `端口 ${port} 已被别的程序占用。请停止那个程序，或换一个端口（例如 PORT=${port + 1} bin/start）。`,
        `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} bin/start`, 'PORT'));
    case 'EACCES':
      return new Refused(no('input', 'port_not_allowed', `不允许普通用户使用端口 ${port}。请换一个 1024 以上的端口（例如 PORT=8686 bin/start）。`,
        `An ordinary user may not have port ${port}. Choose one above 1023: PORT=8686 bin/start`, 'PORT'));
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': case 'EAI_AGAIN':
      return new Refused(no('input', 'host_not_here', `本机没有地址 ${host}。例如 HOST=127.0.0.1 或 HOST=0.0.0.0。`,
        `This machine has no address ${host}. For example HOST=127.0.0.1 or HOST=0.0.0.0`, 'HOST'));
    default:
      return error;
  }
}
