import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import type { PostCode } from '@shouwen/contract/posts';
import pg from 'pg';
import { v7 } from 'uuid';
import { buildServer } from '../app/build-server.ts';
import { eventsFrom } from '../app/events.ts';
import { connect } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import type { Outward } from '../outside/outward.ts';
import type { Staff } from '../staff/staff.ts';

const server = process.env.TEST_DATABASE ?? 'postgres://postgres@127.0.0.1:5432';
const APP_PASSWORD = 'only-for-tests';
const migrations = new URL('../db/migrations/', import.meta.url);
const template = `shouwen_template_${createHash('sha256').update(readdirSync(migrations).sort().concat('../install-jobs.ts').map((file) => readFileSync(new URL(file, migrations), 'utf8')).join('\n')).digest('hex').slice(0, 12)}`;
const as = (role: string, db: string) => { const url = new URL(`${server}/${db}`); if (role !== 'owner') { url.username = role; url.password = APP_PASSWORD; } return url.href; };

async function admin<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(as('owner', 'postgres'));
  await client.connect();
  try { return await use(client); } finally { await client.end(); }
}

/** A database of its own, copied in a few milliseconds from one that was migrated once for this state of the migrations. */
export async function freshDatabase(): Promise<{ owner: string; app: string; drop(): Promise<void> }> {
  const name = `shouwen_test_${randomBytes(6).toString('hex')}`;
  await admin(async (client) => {
    await client.query('select pg_advisory_lock(731401)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (!rowCount) {
      await client.query(`drop database if exists ${template}_new`); // left by one that was killed
      await client.query(`create database ${template}_new`);
      await migrate(as('owner', `${template}_new`), APP_PASSWORD);
      await client.query(`alter database ${template}_new rename to ${template}`);
    }
    await client.query(`create database ${name} template ${template}`);
  });
  return { owner: as('owner', name), app: as('shouwen_app', name), drop: () => admin(async (client) => { await client.query(`drop database ${name} with (force)`); }) };
}

/** One without a table. */
export async function emptyDatabase(): Promise<{ owner: string; app: string; drop(): Promise<void> }> {
  const name = `shouwen_test_${randomBytes(6).toString('hex')}`;
  await admin((client) => client.query(`create database ${name}`));
  return { owner: as('owner', name), app: as('shouwen_app', name), drop: () => admin(async (client) => { await client.query(`drop database ${name} with (force)`); }) };
}

/** 丽湖花园 and its people; the same in tests, in the demonstration and in pictures. */
export const PEOPLE = {
  hejiayi: ['何佳怡', 'receptionist', null], linxiaoyan: ['林晓燕', 'customer_service_officer', null], tanjing: ['谭静', 'customer_service_officer', null],
  sumin: ['苏敏', 'customer_service_lead', null], sunlijun: ['孙立军', 'department_head', '工程维护部'], liangwei: ['梁伟', 'repairer', '工程维护部'],
  luozhiqiang: ['罗志强', 'department_head', '安全管理部'], dengbin: ['邓斌', 'guard', '安全管理部'], zhenghaitao: ['郑海涛', 'centre_manager', null],
  wuxiuying: ['吴秀英', 'butler', null], xuguoliang: ['许国梁', 'leader_in_charge', 'company'], fangmin: ['方敏', 'quality_department', 'company'],
  zhouqiming: ['周启明', 'company_administrator', 'company'], qianshen: ['钱审', 'auditor', 'company'],
} as const satisfies Record<string, readonly [name: string, post: PostCode, department: string | null]>;
export type Person = keyof typeof PEOPLE;

/** One company with one centre and its people, on a database of its own. The clock stands until a test moves it; a person signs in by name. `outward`: by what people are reached outside. */
export async function world(at: string, outward?: Outward) {
  const database = await freshDatabase();
  const db = connect(database.app, 10);
  const counters = connect(database.app, 2);
  const owner = new pg.Client(database.owner);
  await owner.connect();
  let now = new Date(at);
  const company = v7(); const centre = v7(); const ids = {} as Record<Person, string>; const staff = {} as Record<Person, Staff>;
  const departments: Record<string, string> = {};
  const long_ago = '2020-01-01T00:00:00Z';
  await owner.query('insert into company values ($1, $2, $3)', [company, '恒屿物业管理有限公司', long_ago]);
  await owner.query('insert into centre values ($1, $2, $3, $4, $5, $6, $7)', [company, centre, 'LH', '丽湖花园', '8802 1100', 'Asia/Shanghai', long_ago]);
  for (const name of ['工程维护部', '安全管理部']) {
    departments[name] = v7();
    await owner.query('insert into department (company_id, department_id, centre_id, name, opened_at) values ($1, $2, $3, $4, $5)', [company, departments[name], centre, name, long_ago]);
  }
  for (const [who, [name, post, place]] of Object.entries(PEOPLE) as [Person, (typeof PEOPLE)[Person]][]) {
    ids[who] = v7();
    const held = { post, centreId: place === 'company' ? null : centre, departmentId: place && place !== 'company' ? departments[place]! : null };
    staff[who] = { id: ids[who], companyId: company, name, posts: [held] };
    await owner.query(`insert into staff (company_id, staff_id, name, kind, entered_at) values ($1, $2, $3, 'person', $4)`, [company, ids[who], name, long_ago]);
    await owner.query('insert into post_held (company_id, held_id, staff_id, post, centre_id, department_id, held_from, given_at) values ($1, $2, $3, $4, $5, $6, $7, $7)',
      [company, v7(), ids[who], held.post, held.centreId, held.departmentId, long_ago]);
  }
  const house = await buildServer({ db, counters, ...(outward && { outward }), events: eventsFrom(database.app), now: () => now, whoIs: async (headers) => staff[(headers.get('authorization') ?? '') as Person] });
  const call = (who: Person, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, headers: Record<string, string> = {}) =>
    house.inject({ method, url: `/api/v1${path}`, ...(payload && { payload }), headers: { authorization: who, ...(method !== 'GET' && { 'idempotency-key': v7() }), ...headers } });
  return {
    db, counters, house, owner, company, centre, ids, staff, departments, url: database,
    now: () => now,
    moveClock: (to: string) => { now = new Date(to); },
    as: (who: Person) => ({
      get: (path: string) => call(who, 'GET', path),
      post: (path: string, body: object, headers?: Record<string, string>) => call(who, 'POST', path, body, headers),
      delete: (path: string, headers?: Record<string, string>) => call(who, 'DELETE', path, undefined, headers),
      /** An act on the matter as it stands now. */
      act: async (number: string, verb: string, body: object = {}) => {
        const { rows: [matter] } = await owner.query('select revision from matter where number = $1', [number]);
        return call(who, 'POST', `/matters/${number}/${verb}`, body, { 'if-match': `"${matter.revision}"` });
      },
    }),
    end: async () => { await house.close(); await db.destroy(); await counters.destroy(); await owner.end(); await database.drop(); },
  };
}
export type TestWorld = Awaited<ReturnType<typeof world>>;
