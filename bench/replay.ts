// Replay of many matters under another policy (bin/shouwen replay), measured: node bench/replay.ts [matters] [facts]
// TEST_DATABASE: a superuser's address without a database name, as for the tests. It makes a database of its own and drops it.
import { parseArgs } from 'node:util';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { inCompany } from '../apps/server/src/db/in-company.ts';
import { groundOf } from '../apps/server/src/app/timekeeping.ts';
import { receivedWithin } from '../apps/server/src/replaying/received-within.rules.ts';
import { replayPeriod } from '../apps/server/src/replaying/replay-period.ts';
import { world } from '../apps/server/src/testing/world.ts';

const { positionals: [matters = '100000', facts = '12'] } = parseArgs({ allowPositionals: true });
const w = await world('2026-11-20T02:00:00Z');
try {
  // Complaints of ten months, each accepted, answered and closed, with notes between: as many facts as asked for.
  await w.owner.query(`insert into matter (company_id, matter_id, centre_id, number, revision, registered_at, received_at, kind, class, channel, state, title, imported, words_text, words)
    select $1, ('0190' || lpad(to_hex(i), 28, '0'))::uuid, $2, 'LH2601-' || i, $3, at, at, 'complaint', 'II', 'phone', 'closed', '电梯', false, '', ''::tsvector
    from generate_series(1, $4) i, lateral (select '2026-01-05T01:00:00Z'::timestamptz + i * interval '4 min' as at) t`, [w.company, w.centre, Number(facts), Number(matters)]);
  await w.owner.query(`insert into matter_fact (company_id, matter_id, fact_id, what, happened_at, recorded_at, by, data)
    select $1, ('0190' || lpad(to_hex(i), 28, '0'))::uuid, gen_random_uuid(), what, at, at, $2, data
    from generate_series(1, $3) i, generate_series(0, $4 - 1) f,
      lateral (select case when f = 0 then 'received' when f = 1 then 'accepted' when f = $4 - 4 then 'interim_reply' when f = $4 - 3 then 'conclusive_reply' when f = $4 - 2 then 'handling_ended' when f = $4 - 1 then 'closed' else 'noted' end as what) k,
      lateral (select '2026-01-05T01:00:00Z'::timestamptz + i * interval '4 min' + f * interval '25 min' as at) t,
      lateral (select case what when 'received' then '{"kind":"complaint","channel":"phone"}' when 'conclusive_reply' then '{"stance":"responsible","text":"已修好","way":"phone"}' else '{"text":"跟进"}' end::jsonb as data) d`,
    [w.company, w.ids.linxiaoyan, Number(matters), Number(facts)]);
  await w.owner.query('analyze');
  const draft = { version: 'bench', centre: false, applies: 'replay' as const, from: w.now().getTime(), at: w.now().getTime(), choices: {}, off: [], manual: {}, numbers: { 'CMP-31/within': '2h', 'FCR-07/handover_within': '20min' } };
  const grounds = await inCompany(w.db, w.company, async (tx) => [await groundOf(tx, w.company, w.centre), await groundOf(tx, w.company, w.centre, draft)] as const);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const sums = {};
  let done = 0;
  for await (const step of replayPeriod(w.db, w.company, w.centre, receivedWithin({ from: '2026-01-01', to: '2026-11-20' }, 'Asia/Shanghai'), grounds, w.now(), null, sums)) done += step.done;
  const { user, system } = process.cpuUsage(cpu);
  console.log(JSON.stringify({ matters: done, facts: done * Number(facts), rules: Object.keys(sums).length, seconds: Math.round((performance.now() - start) / 100) / 10, cpuSeconds: Math.round((user + system) / 1e5) / 10,
    longestPauseMs: Math.round(delay.max / 1e6), p99PauseMs: Math.round(delay.percentile(99) / 1e6), memoryMb: Math.round(process.memoryUsage().rss / 2 ** 20) }));
} finally {
  await w.end();
}
