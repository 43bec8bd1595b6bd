import { v7 } from 'uuid';
import { bigramsOf } from '../apps/server/src/search/bigrams.rules.ts';
import type { TestWorld } from '../apps/server/src/testing/world.ts';

const WHERE = ['电梯', '楼上', '地下车库', '单元门口', '楼道', '天台', '儿童乐园', '消防通道', '垃圾房', '水泵房', '东门岗', '会所', '架空层', '外墙', '绿化带', '快递柜', '健身房', '充电桩', '排污井', '配电房'];
const WHAT = ['停运半小时无人处理', '漏水滴到家里', '夜里施工噪声不断', '门禁卡失灵进不去', '车位被外来车占用', '垃圾两天没有清走', '路灯一排不亮', '水压太低洗不了澡', '有人高空抛物', '地砖翘起绊倒老人', '监控看不到角落', '异味很重', '积水没过脚面', '井盖松动', '态度生硬不给说法', '收费和公示不一致', '枯枝挂在半空', '宠物没有牵绳', '装修压了承重墙', '蚊虫太多没有消杀'];
const HOW = ['请尽快派人来看。', '上周已经反映过一次。', '希望今天给答复。', '家里有老人和孩子。', '已拍照留存。', '邻居也有同样的情况。', '要求书面回复。', '请先电话联系再上门。', '前台说会转告，没有下文。', '影响出行，请先围起来。'];
const pick = <T>(from: readonly T[], i: number): T => from[i % from.length]!;
const phoneOf = (i: number) => `13${String(100_000_000 + (i * 48_271_003) % 899_999_999)}`;

/** Really registered matters, some of them accepted, to be copied from. */
export async function registerSome(w: TestWorld, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const kind = pick(['complaint', 'repair', 'inquiry', 'help_request'] as const, i);
    const answer = await w.as('hejiayi').post('/matters', {
      centreId: w.centre, kind, channel: 'phone', readBack: true, whatHappened: `${pick(WHERE, i)}${pick(WHAT, i)}，第 ${i} 次来电`, title: `${pick(WHERE, i)}${pick(WHAT, i)}`,
      reporter: { name: `住户${i}`, place: `${i % 20 + 1}栋${i % 3 + 1}单元1702`, phone: phoneOf(i) },
      ...(i % 3 === 0 && kind === 'inquiry' && { solvedOnSpot: { text: '已说明', satisfied: true } }),
    });
    if (i % 2) await w.as('linxiaoyan').act(answer.json().number, 'acceptances');
  }
}

/** Matters of a centre in all, and how many of them are open at a time. */
const OF_A_CENTRE = 10_000;
const OPEN = 200;

/**
 * A company with `target` matters: centres of 10,000 with people of their own, copied with facts and clocks from what is registered. One in fifty is open, half of
 * those from the last two days; the rest are closed, spread over four years. Words, places, names and phones differ. Triggers stand aside while it lasts.
 */
export async function growTo(w: TestWorld, target: number): Promise<void> {
  const { owner } = w;
  await owner.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '64MB'`);
  const columns = async (table: string, but: string) => (await owner.query<{ list: string }>(`select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all ($2)`, [table, but.split(' ')])).rows[0]!.list;
  const same = async (table: string, alias: string, but: string) => (await columns(table, but)).split(', ').map((column) => `${alias}.${column}`).join(', ');
  const of = {
    matter: 'matter_id centre_id number received_at registered_at closed_at closed_way state next_clock next_rule next_due_at next_warn_at next_breach_after source title place reporter_name reporter_digits words words_text first_contact_id holder_id',
    fact: 'matter_id fact_id happened_at recorded_at', clock: 'matter_id centre_id verdict ended_at next_alarm_at owed_by start_at due_at warn_at breach_after',
  };
  await owner.query(`create temp table if not exists template as select row_number() over (order by number) - 1 as t, matter_id, received_at, centre_id, first_contact_id, holder_id from matter;
    create temp table if not exists said (i int primary key, title text, text text, words tsvector); create temp table if not exists person (centre_id uuid, was uuid, id uuid, primary key (centre_id, was))`);
  await layOutTexts(w);
  const { rows: [{ have } = { have: 0 }] } = await owner.query<{ have: number }>('select count(*)::int as have from matter');
  // written in one go afterwards
  const { rows: indexes } = await owner.query<{ name: string; def: string }>(`select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as def from pg_index where indrelid in ('matter'::regclass, 'matter_fact'::regclass, 'clock'::regclass) and not indisunique`);
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  for (let done = have; done < target; done += OF_A_CENTRE) {
    const { id: centre, code, count } = done < OF_A_CENTRE ? { id: w.centre, code: 'LH', count: OF_A_CENTRE - done } : await openAnother(w, done / OF_A_CENTRE);
    await owner.query(`create temp table copied as select uuidv7() as copy, t.matter_id, t.first_contact_id, t.holder_id, at - t.received_at as later, at, x.open, nth, said % 4000 as said, '${code}' || to_char(at, 'YYMM') || '-' || lpad((row_number() over (partition by to_char(at, 'YYMM') order by at) + 300)::text, 4, '0') as number
      from (select nth, nth % ${OF_A_CENTRE / OPEN} = 0 as open, random() as when_, (random() * 4e6)::int as said, (random() * 1e6)::int as t from generate_series(1, ${count}) nth) x
      cross join lateral (select timestamptz '${w.now().toISOString()}' - case when open then power(when_, 4) * interval '30 days' else interval '4 days' + when_ * interval '1450 days' end as at) y
      join template t on t.t = x.t % (select count(*) from template)`);
    await owner.query(`insert into matter (${await columns('matter', of.matter)}, matter_id, centre_id, number, received_at, registered_at, closed_at, closed_way, state, next_clock, next_rule, next_due_at, next_warn_at, next_breach_after,
        title, place, reporter_name, reporter_digits, words, words_text, first_contact_id, holder_id)
      select ${await same('matter', 'm', of.matter)}, c.copy, $1, c.number, at, at, case when not open then at + interval '3 days' end, case when not open then 'done' end, case when open then m.state else 'closed' end,
        case when open then m.next_clock end, case when open then m.next_rule end, case when open then m.next_due_at + later end, case when open then m.next_warn_at + later end, case when open then m.next_breach_after + later end,
        s.title, p.place, p.name, p.phone, s.words || array_to_tsvector(array(select substr(p.phone, i, 4) from generate_series(1, 8) i)), s.text || p.place, coalesce(f.id, m.first_contact_id), coalesce(h.id, m.holder_id)
      from copied c join matter m on m.company_id = $2 and m.matter_id = c.matter_id join said s on s.i = c.said
      cross join lateral (select nth % 30 + 1 || '栋' || nth % 3 + 1 || '单元' || nth % 33 * 100 + 101 as place, '住户' || nth as name, '13' || (100000000 + (random() * 899999999)::int) as phone) p
      left join person f on f.centre_id = $1 and f.was = m.first_contact_id left join person h on h.centre_id = $1 and h.was = m.holder_id`, [centre, w.company]);
    await owner.query(`insert into matter_fact (${await columns('matter_fact', of.fact)}, matter_id, fact_id, happened_at, recorded_at) select ${await same('matter_fact', 'f', of.fact)}, c.copy, uuidv7(), f.happened_at + later, f.recorded_at + later
      from copied c join matter_fact f on f.company_id = $1 and f.matter_id = c.matter_id`, [w.company]);
    await owner.query(`insert into clock (${await columns('clock', of.clock)}, matter_id, centre_id, owed_by, start_at, due_at, warn_at, breach_after, verdict, ended_at)
      select ${await same('clock', 'k', of.clock)}, c.copy, $1, coalesce(p.id, k.owed_by), k.start_at + later, k.due_at + later, k.warn_at + later, k.breach_after + later, case when open then k.verdict else 'met' end, case when open then k.ended_at + later else k.start_at + later end
      from copied c join clock k on k.company_id = $2 and k.matter_id = c.matter_id left join person p on p.centre_id = $1 and p.was = k.owed_by`, [centre, w.company]);
    await owner.query('drop table copied');
  }
  for (const { def } of indexes) await owner.query(def);
  await owner.query('update matter_counter set last = 20000');
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum analyze');
}

async function layOutTexts({ owner }: TestWorld): Promise<void> {
  const said = Array.from({ length: 4000 }, (_, i) => ({ i, title: `${pick(WHERE, i)}${pick(WHAT, Math.floor(i / 20))}`, text: `${pick(WHERE, i)}${pick(WHAT, Math.floor(i / 20))}，${pick(HOW, Math.floor(i / 400))}` }));
  await owner.query(`insert into said select i, title, text, array_to_tsvector(array(select jsonb_array_elements_text(words))) from jsonb_to_recordset($1) as t (i int, title text, text text, words jsonb) on conflict do nothing`,
    [JSON.stringify(said.map((one) => ({ ...one, words: bigramsOf(one.text) })))]);
}

/** A centre with a receptionist and an officer of its own in the place of 丽湖花园's. */
async function openAnother({ owner, company, ids }: TestWorld, nth: number): Promise<{ id: string; code: string; count: number }> {
  const [id, code] = [v7(), `C${String.fromCharCode(65 + Math.floor(nth / 26) % 26, 65 + Math.floor(nth) % 26)}`];
  await owner.query(`insert into centre (company_id, centre_id, code, name, zone, created_at) values ($1, $2, $3, $4, 'Asia/Shanghai', '2020-01-01')`, [company, id, code, `${code} 花园`]);
  for (const [was, post] of [[ids.hejiayi, 'receptionist'], [ids.linxiaoyan, 'customer_service_officer']] as const) {
    const staff = v7();
    await owner.query(`insert into staff (company_id, staff_id, name, kind, entered_at) values ($1, $2, $3, 'person', '2020-01-01')`, [company, staff, `${code} ${post}`]);
    await owner.query(`insert into post_held (company_id, held_id, staff_id, post, centre_id, held_from, given_at) values ($1, $2, $3, $4, $5, '2020-01-01', '2020-01-01')`, [company, v7(), staff, post, id]);
    await owner.query('insert into person values ($1, $2, $3)', [id, was, staff]);
  }
  return { id, code, count: OF_A_CENTRE };
}
