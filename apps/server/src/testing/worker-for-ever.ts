import { startWorker } from '../app/worker.ts';
import { connect } from '../db/connect.ts';
import { mailBy } from '../outside/mail.ts';

/** The worker in a process of its own, for a test that kills it while it sends messages: `node worker-for-ever.ts <url> <smtp url> <moment>`. Its clock begins at the moment; it says `+` once it works. */
const [url, smtp, moment] = process.argv.slice(2) as [string, string, string];
const ahead = Number(moment) - Date.now();
await startWorker({
  db: connect(url, 2), counters: connect(url, 1), url, now: () => new Date(Date.now() + ahead), warn: (error) => console.error(error),
  outward: { baseUrl: 'https://shouwen.example.com', mail: mailBy({ url: smtp, from: 'shouwen@hengyu.example' }), push: undefined, inner: false },
});
process.stdout.write('+');
