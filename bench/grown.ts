import type { TestWorld } from '../apps/server/src/testing/world.ts';

const PLACES = ['3栋2单元1702', '7栋1单元1105', '5栋1单元0603', '9栋1单元2001', '1栋2单元0804'];
const WORDS = ['电梯停运', '楼上漏水', '夜里施工噪声', '门禁卡失灵', '车位被占', '垃圾没有清走', '路灯不亮', '水压太低'];

/** Really registered matters, some of them accepted and some solved, to be copied from. */
export async function registerSome(w: TestWorld, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const kind = (['complaint', 'repair', 'inquiry', 'help_request'] as const)[i % 4]!;
    const answer = await w.as('hejiayi').post('/matters', {
      centreId: w.centre, kind, channel: 'phone', readBack: true, whatHappened: `${WORDS[i % 8]}，第 ${i} 次来电`, title: `${PLACES[i % 5]}${WORDS[i % 8]}`,
      reporter: { name: `住户${i}`, place: PLACES[i % 5], phone: `138${String(10_000_000 + i * 7919).slice(-8)}` },
      ...(i % 3 === 0 && kind === 'inquiry' && { solvedOnSpot: { text: '已说明', satisfied: true } }),
    });
    if (i % 2) await w.as('linxiaoyan').act(answer.json().number, 'acceptances');
  }
}

/**
 * Copies what is there until the company has `target` matters, with facts and clocks, spread backwards over two years; of the copies nine in ten are
 * closed, as in a centre that works. Triggers stand aside while it lasts.
 */
export async function growTo(w: TestWorld, target: number): Promise<void> {
  await w.owner.query(`set session_replication_role = replica`);
  const columns = async (table: string, but: string) => (await w.owner.query<{ list: string }>(`select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all ($2)`, [table, but.split(' ')])).rows[0]!.list;
  const of = { matter: await columns('matter', 'matter_id number received_at registered_at closed_at closed_way state next_clock next_rule next_due_at next_warn_at next_breach_after source'),
    fact: await columns('matter_fact', 'matter_id fact_id happened_at recorded_at'), clock: await columns('clock', 'matter_id verdict ended_at next_alarm_at') };
  for (;;) {
    const { rows: [{ have } = { have: 0 }] } = await w.owner.query<{ have: number }>('select count(*)::int as have from matter');
    if (have >= target) break;
    await w.owner.query(`create temp table copied as select company_id, matter_id, uuidv7() as copy, row_number() over () + ${have} as nth from matter limit ${target - have}`);
    await w.owner.query(`insert into matter (${of.matter}, matter_id, number, received_at, registered_at, closed_at, closed_way, state, next_clock, next_rule, next_due_at, next_warn_at, next_breach_after)
      select ${of.matter.split(', ').map((c) => `m.${c}`).join(', ')}, c.copy, 'LH' || to_char(at, 'YYMM') || '-' || (1000000 + nth)::text, at, at,
        case when open then null else at + interval '3 days' end, case when open then null else 'done' end, case when open then m.state else 'closed' end,
        case when open then m.next_clock end, case when open then m.next_rule end, case when open then m.next_due_at end, case when open then m.next_warn_at end, case when open then m.next_breach_after end
      from copied c join matter m using (company_id, matter_id) cross join lateral (select m.received_at - (nth % 730) * interval '1 day' - (nth % 1440) * interval '1 minute' as at, nth % 10 = 0 as open) x`);
    await w.owner.query(`insert into matter_fact (${of.fact}, matter_id, fact_id, happened_at, recorded_at) select ${of.fact.split(', ').map((c) => `f.${c}`).join(', ')}, c.copy, uuidv7(), f.happened_at, f.recorded_at
      from copied c join matter_fact f using (company_id, matter_id)`);
    await w.owner.query(`insert into clock (${of.clock}, matter_id, verdict, ended_at) select ${of.clock.split(', ').map((c) => `k.${c}`).join(', ')}, c.copy, case when nth % 10 = 0 then k.verdict else 'met' end, case when nth % 10 = 0 then k.ended_at else k.start_at end
      from copied c join clock k using (company_id, matter_id)`);
    await w.owner.query('drop table copied');
  }
  await w.owner.query(`set session_replication_role = origin`);
  await w.owner.query('vacuum analyze');
}
