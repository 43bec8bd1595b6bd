import type { Exported } from '@shouwen/contract/exporting';
import { LooksAsked } from '@shouwen/contract/customers';
import { POSTS, type PostCode } from '@shouwen/contract/posts';
import { BreachesAsked, EvaluationsAsked, MeasuresAsked, ReceptionRecordsAsked } from '@shouwen/contract/records';
import { BREACH_SAID, CHANNEL_SAID, KIND_SAID, PURPOSE_SAID, RELATION_SAID, STATE_SAID } from '@shouwen/contract/words';
import { Type, type TObject } from 'typebox';
import { peopleList, roomList } from '../customers/customers.queries.ts';
import type { Tx } from '../db/connect.ts';
import { looksList } from '../finding/looks.queries.ts';
import { ListAsked, listMatters } from '../matters/list.queries.ts';
import type { Written } from '../outside/xlsx/write-xlsx.ts';
import { breachesIn } from '../records/breaches.queries.ts';
import { evaluationsIn, measures } from '../records/evaluations.queries.ts';
import { receptionRecords } from '../records/reception-records.queries.ts';
import { attendanceIn } from '../roster/requests.queries.ts';
import type { Staff } from '../staff/staff.ts';
import { staffList } from '../staff/staff.queries.ts';
import type { Action } from '../staff/who-may.rules.ts';
import { phonesOf } from './phones.queries.ts';

/** Of what centre, read by whom and when; `at`: a moment as a text in the centre's zone. */
export interface Reading { tx: Tx; by: Staff; now: Date; centre: { id: string; zone: string }; phones: boolean; at: (moment: string | null | undefined) => string | null }
type Asked = Record<string, unknown>;
type Column<Row> = readonly [title: string, width: number, of: (row: Row, reading: Reading) => Written];
interface Page<Row> { rows: readonly Row[]; next: string | null }
/** A list as a file: who may see it, what it may be narrowed by, its columns, and a page of it after another. */
export interface ListOut { zh: string; action: Action; asked: TObject; columns: readonly { title: string; width: number }[]; page: (reading: Reading, asked: Asked, after: string | undefined) => Promise<Page<readonly Written[]>> }

function list<Row>(zh: string, action: Action, asked: TObject, read: (reading: Reading, asked: Asked, page: { after?: string; limit: number }) => Promise<Page<Row>>, ...columns: readonly Column<Row>[]): ListOut {
  return {
    zh, action, asked, columns: columns.map(([title, width]) => ({ title, width })),
    page: async (reading, narrowed, after) => {
      const { rows, next } = await read(reading, narrowed, { limit: AT_ONCE, ...(after && { after }) });
      return { rows: rows.map((row) => columns.map(([, , of]) => of(row, reading))), next };
    },
  };
}
/** Rows read at once; what is held in memory. */
const AT_ONCE = 200;
const Words = Type.Optional(Type.String({ maxLength: 100 }));
const named = (person: { name: string } | null) => person?.name ?? null;
const post = (code: string) => POSTS[code as PostCode]?.zh ?? code;

export const LISTS: Readonly<Record<Exported, ListOut>> = {
  matters: list('事项', 'see_matters', ListAsked, ({ tx, by, now, centre }, asked, page) => listMatters(tx, by, { ...asked, centre: centre.id, ...page } as ListAsked, now),
    ['事项号', 16, (row) => row.number], ['类型', 10, (row) => KIND_SAID[row.kind][0]], ['类别', 6, (row) => row.class], ['渠道', 10, (row) => CHANNEL_SAID[row.channel][0]], ['状态', 10, (row) => STATE_SAID[row.state][0]], ['标题', 40, (row) => row.title],
    ['地点', 18, (row) => row.place], ['客户', 12, (row) => row.reporterName], ['现由谁负责', 12, (row) => named(row.holder)], ['部门', 14, (row) => row.department], ['所欠', 24, (row) => row.next?.owed.zh ?? null],
    ['最早到期', 18, (row, { at }) => at(row.next?.due)], ['登记', 18, (row, { at }) => at(row.receivedAt)], ['关闭', 18, (row, { at }) => at(row.closedAt)]),
  people: list('客户', 'see_customers', Type.Object({ q: Words }, { additionalProperties: false }), async ({ tx, by, centre, phones }, asked, page) => {
    const { rows, next } = await peopleList(tx, by, { ...asked, centreId: centre.id, ...page });
    const full = phones ? await phonesOf(tx, by.companyId, rows.map(({ id }) => id)) : undefined;
    return { rows: rows.map((row) => ({ ...row, said: full ? full.get(row.id) ?? [] : row.phonesMasked })), next };
  }, ['姓名', 14, (row) => row.name], ['房屋', 30, (row) => row.rooms.map((room) => `${room.name}（${RELATION_SAID[room.relation][0]}）`).join('、')], ['电话', 24, (row) => row.said.join('、')], ['档案号', 16, (row) => row.fileNumber], ['VIP', 6, (row) => (row.vip ? '是' : '')], ['拒绝回访', 10, (row) => (row.rejectsCallbacks ? '是' : '')]),
  rooms: list('房屋', 'see_matters', Type.Object({ q: Words }, { additionalProperties: false }), ({ tx, by, centre }, asked, page) => roomList(tx, by, { ...asked, centreId: centre.id, ...page }),
    ['名称', 24, (row) => row.name], ['种类', 10, (row) => (row.kind === 'room' ? '房屋' : '公共部位')], ['楼栋', 10, (row) => row.building], ['单元', 10, (row) => row.unit], ['房号', 10, (row) => row.number]),
  staff: list('员工', 'see_staff', Type.Object({ q: Words, left: Type.Optional(Type.Boolean()) }, { additionalProperties: false }), ({ tx, by, centre }, asked, page) => staffList(tx, by.companyId, { ...asked, centreId: centre.id, ...page }),
    ['姓名', 14, (row) => row.name], ['用户名', 18, (row) => row.userName], ['岗位', 40, (row) => row.posts.map((held) => post(held.post)).join('、')]),
  looks: list('查看记录', 'see_looks', LooksAsked, ({ tx, by, centre }, asked, page) => looksList(tx, by, { ...asked, centre: centre.id, ...page }),
    ['时间', 18, (row, { at }) => at(row.at)], ['查看人', 12, (row) => row.by.name], ['查看内容', 12, (row) => ({ file: '客户档案', phone: '完整电话', matter: '事项' })[row.what]], ['事项号', 16, (row) => row.matter], ['客户', 12, (row) => row.whom], ['目的', 12, (row) => PURPOSE_SAID[row.purpose][0]]),
  reception_records: list('接待记录', 'see_records', ReceptionRecordsAsked, ({ tx, by, centre }, asked, page) => receptionRecords(tx, by, { ...asked, centre: centre.id, ...page } as ReceptionRecordsAsked),
    ['事项号', 16, (row) => row.number], ['类型', 10, (row) => KIND_SAID[row.kind][0]], ['标题', 40, (row) => row.title], ['到达', 18, (row, { at }) => at(row.reachedAt)], ['首问责任人', 12, (row) => named(row.firstContact)], ['接手', 18, (row, { at }) => at(row.acceptedAt)], ['现由谁负责', 12, (row) => named(row.holder)], ['部门', 14, (row) => row.department], ['状态', 10, (row) => STATE_SAID[row.state][0]], ['结束', 18, (row, { at }) => at(row.endedAt)]),
  breaches: list('违规认定', 'see_records', BreachesAsked, ({ tx, by, centre }, _, page) => breachesIn(tx, by, { centre: centre.id, ...page }),
    ['时间', 18, (row, { at }) => at(row.at)], ['违规', 14, (row) => BREACH_SAID[row.what][0]], ['事项号', 16, (row) => row.number], ['标题', 30, (row) => row.title], ['责任人', 12, (row) => named(row.person)], ['部门', 14, (row) => row.department], ['说明', 40, (row) => row.words], ['认定人', 12, (row) => named(row.by)]),
  evaluations: list('评估', 'see_records', EvaluationsAsked, ({ tx, by, centre }, _, page) => evaluationsIn(tx, by, { centre: centre.id, ...page }),
    ['时间', 18, (row, { at }) => at(row.at)], ['事项号', 16, (row) => row.number], ['标题', 30, (row) => row.title], ['原因', 40, (row) => row.cause], ['过程', 40, (row) => row.process], ['满意度', 30, (row) => row.satisfaction], ['措施', 8, (row) => row.measures], ['评估人', 12, (row) => named(row.by)]),
  measures: list('改进措施', 'see_matters', MeasuresAsked, ({ tx, by, centre, now }, asked, page) => measures(tx, by, { ...asked, centre: centre.id, ...page } as MeasuresAsked, now),
    ['措施', 40, (row) => row.what], ['责任人', 12, (row) => named(row.owner)], ['期限', 12, (row) => row.due], ['逾期', 8, (row) => (row.late ? '是' : '')], ['事项号', 16, (row) => row.matter?.number ?? null], ['完成', 18, (row, { at }) => at(row.doneAt)], ['完成情况', 40, (row) => row.done]),
  attendance: list('考勤', 'see_roster', Type.Object({ week: Type.String({ maxLength: 10 }) }, { additionalProperties: false }), async ({ tx, by, centre, now }, { week }) => ({ rows: (await attendanceIn(tx, by, centre, week as string, now))?.rows ?? [], next: null }),
    ['姓名', 12, (row) => row.staff.name], ['岗位', 16, (row) => post(row.shift.post)], ['上班', 18, (row, { at }) => at(row.shift.from)], ['下班', 18, (row, { at }) => at(row.shift.until)], ['签到', 18, (row, { at }) => at(row.cameAt)], ['签退', 18, (row, { at }) => at(row.leftAt)], ['核对人', 12, (row) => named(row.checkedBy)], ['备注', 30, (row) => row.remark]),
};
