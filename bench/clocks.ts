// Deriving the clocks of a matter of 30 facts, and sweeping 10,000 clocks that come due in one minute while 8 clients register: node bench/clocks.ts
import { sweep } from '../apps/server/src/alarms/sweep.ts';
import { groundOf, timekeepingOf } from '../apps/server/src/app/timekeeping.ts';
import { inCompany } from '../apps/server/src/db/in-company.ts';
import { factsOf } from '../apps/server/src/matters/matters.store.ts';
import { world } from '../apps/server/src/testing/world.ts';
import { growTo, registerSome } from './grown.ts';

const CLIENTS = 8;
const CLOCKS = 10_000;
const w = await world('2026-11-20T02:00:00Z');
await registerSome(w, 40);

const number = (await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'phone', readBack: true, reporter: { name: '陈桂芳', place: '3栋2单元1702' }, whatHappened: 'B 梯一周三次停运。' })).json().number as string;
await w.as('linxiaoyan').act(number, 'acceptances');
const { rows: [{ matter_id: id } = { matter_id: '' }] } = await w.owner.query<{ matter_id: string }>('select matter_id from matter where number = $1', [number]);
const of = () => inCompany(w.db, w.company, (tx) => factsOf(tx, w.company, id));
while ((await of()).length < 30) {
  const answer = await w.as('linxiaoyan').act(number, 'interim-replies', { text: '正在查找原因', way: 'phone', promisedFor: new Date(w.now().getTime() + 3_600_000).toISOString() });
  if (answer.statusCode !== 200) throw new Error(answer.body);
}
const facts = await of();
const timekeeping = await inCompany(w.db, w.company, (tx) => timekeepingOf(tx, w.company, w.centre));
const at = w.now().getTime();
for (let i = 0; i < 500; i++) timekeeping.derive(facts, at);
const took = Array.from({ length: 2000 }, () => { const began = performance.now(); timekeeping.derive(facts, at); return performance.now() - began; }).sort((a, b) => a - b);
console.log(`| deriving the clocks of ${facts.length} facts | middle, ms | p95, ms |\n|---|---:|---:|\n| ${timekeeping.derive(facts, at).length} clocks | ${took[1000]!.toFixed(2)} | ${took[1900]!.toFixed(2)} |\n`);

await growTo(w, 10_000);
w.moveClock('2026-11-21T02:00:00Z');
await w.owner.query('set session_replication_role = replica');
await w.owner.query('update matter set closed_at = null');
await w.owner.query(`update clock set verdict = null, ended_at = null, next_alarm_at = $1::timestamptz - random() * interval '1 minute' where (company_id, matter_id, clock_id) in
  (select company_id, matter_id, clock_id from clock where due_at is not null and rule <> 'CNT-08' and derived like '%"verdict":null%' limit $2)`, [w.now(), CLOCKS]);
await w.owner.query('set session_replication_role = origin');
const registeredFor = async (milliseconds: number, until: () => boolean) => {
  const began = performance.now();
  let done = 0;
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    while (performance.now() - began < milliseconds && until()) {
      const answer = await w.as('hejiayi').post('/matters', { centreId: w.centre, kind: 'complaint', channel: 'phone', readBack: true, reporter: { name: '住户', place: '3栋2单元1702' }, whatHappened: `电梯停运，第 ${done} 次来电` });
      if (answer.statusCode !== 201) throw new Error(answer.body);
      done++;
    }
  }));
  return done / (performance.now() - began) * 1000;
};
const alone = await registeredFor(10_000, () => true);
let sweeping = true;
const began = performance.now();
const swept = sweep(w.db, w.now(), groundOf).then((done) => { sweeping = false; return { ...done, seconds: (performance.now() - began) / 1000 }; });
const beside = await registeredFor(600_000, () => sweeping);
const { clocks, seconds } = await swept;
const { rows: [{ told } = { told: 0 }] } = await w.owner.query<{ told: number }>('select count(*)::int as told from message');
console.log(`| clocks swept | messages | seconds | registered a second meanwhile | without the sweeper |\n|---:|---:|---:|---:|---:|\n| ${clocks.toLocaleString('en')} | ${told.toLocaleString('en')} | ${seconds.toFixed(1)} | ${beside.toFixed(0)} | ${alone.toFixed(0)} |`);
await w.end();
