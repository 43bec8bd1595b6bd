import { startWorker } from '../app/worker.ts';
import { connect } from '../db/connect.ts';
import { mailBy } from '../outside/mail.ts';

/** The worker in a process of its own, for a test that kills it while it sends messages: `node worker-for-ever.ts <url> <smtp url> <moment>`. Its clock stands at the moment. */
const [url, smtp, moment] = process.argv.slice(2) as [string, string, string];
await startWorker({
  db: connect(url, 2), counters: connect(url, 1), url, now: () => new Date(Number(moment)), warn: (error) => console.error(error),
  outward: { baseUrl: 'https://shouwen.example.com', mail: mailBy({ url: smtp, from: 'shouwen@hengyu.example' }), push: undefined, inner: false },
});
