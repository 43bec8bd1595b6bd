// The server as it is started, without its terminal: node bench/server.ts <database of the server's role> <base url> <port>. Says "ready"; ends with its parent.
import { once } from 'node:events';
import { listen } from '../apps/server/src/app/listen.ts';
import { openHouse } from '../apps/server/src/app/open-house.ts';

const [databaseUrl, baseUrl, port] = process.argv.slice(2) as [string, string, string];
const { house, close } = await openHouse({ databaseUrl, baseUrl, now: () => new Date() });
const stop = await listen(house, { host: '127.0.0.1', port: Number(port), tls: undefined });
console.log('ready');
process.stdin.resume();
await once(process.stdin, 'end');
await stop();
await close();
process.exit();
