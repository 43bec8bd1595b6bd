import { sweep } from '../alarms/sweep.ts';
import { groundOf } from '../app/timekeeping.ts';
import { connect } from '../db/connect.ts';

/**
 * A sweeper in a process of its own, for a test that kills it: `node sweep-for-ever.ts <url> <from> <step>`. The first sweep is at the moment `from`, each
 * further one `step` milliseconds later. Says `+` before a sweep and `-` after it.
 */
const [url, from, step] = process.argv.slice(2) as [string, string, string];
const db = connect(url, 1);
for (let at = Number(from);; at += Number(step)) {
  process.stdout.write('+');
  await sweep(db, new Date(at), groundOf);
  process.stdout.write('-');
}
