import type { ImportColumns, ImportKind } from '@shouwen/contract/importing';
import { POSTS } from '@shouwen/contract/posts';
import { FIELDS } from './fields.rules.ts';
import { RELATION_WORDS } from './sheets.rules.ts';
import { lineOf } from './texts.rules.ts';
import { DEFAULT_FORMATS, readTime } from './times.rules.ts';

/** What such a column is called elsewhere, the likeliest first. */
const CALLED: Readonly<Record<ImportKind, Readonly<Record<string, readonly string[]>>>> = {
  rooms: { building: ['楼栋', '楼号', '楼栋号', '栋', '幢', '楼'], unit: ['单元', '单元号'], number: ['房号', '房间号', '室号', '门牌', '房间'], common: ['公共部位', '公共区域', '公区'] },
  people: {
    name: ['姓名', '业主姓名', '客户姓名', '住户姓名', '业主', '客户', '联系人'], phone: ['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '电话号码'], otherPhone: ['其他电话', '备用电话', '固定电话', '座机', '第二电话'],
    building: ['楼栋', '楼号', '楼栋号', '栋', '幢', '楼'], unit: ['单元', '单元号'], number: ['房号', '房间号', '室号', '门牌', '房间'], relation: ['与房间的关系', '与房屋关系', '关系', '客户类型', '住户类型', '身份'],
    movedInOn: ['入住日期', '入住时间', '入伙日期', '交房日期'], cardNumber: ['VIP卡号', '卡号'], important: ['重要客户', '重点客户'],
  },
  staff: { name: ['姓名', '员工姓名', '员工'], userName: ['用户名', '账号', '登录名', '帐号'], post: ['岗位', '职务', '职位'], department: ['部门', '所属部门'] },
  matters: {
    number: ['来源编号', '编号', '留言编号', '工单号', '工单编号', '事项编号', '单号', '序号'], received: ['收到时间', '受理时间', '留言时间', '登记时间', '报事时间', '投诉时间', '创建时间'], title: ['主题', '留言主题', '标题', '事由'],
    text: ['内容', '留言详情', '详情', '诉求内容', '投诉内容', '报事内容', '问题描述', '描述'], author: ['提出人', '留言用户', '业主姓名', '投诉人', '报事人', '姓名', '联系人'], place: ['地点', '地址', '位置', '房号'],
    answer: ['答复内容', '答复意见', '回复内容', '处理结果', '处理意见'], answered: ['答复时间', '回复时间', '办结时间', '处理时间'],
  },
};
const isTime = (value: string) => readTime(value, DEFAULT_FORMATS, 1900) !== undefined;
/** What such a column holds, where that tells it from others. */
const HOLDS: Readonly<Record<string, (value: string) => boolean>> = {
  phone: (value) => /^1\d{10}$/.test(value.replaceAll(/[\s-]/g, '')), unit: (value) => /^\d+\s*单元$/.test(value), building: (value) => /^\d+\s*[栋幢]$/.test(value), movedInOn: isTime, received: isTime, answered: isTime,
  relation: (value) => Object.hasOwn(RELATION_WORDS, value), post: (value) => Object.values(POSTS).some(({ zh }) => zh === value),
};

/**
 * Which column is likely which: by its heading's name, then by a heading that holds the name, then by what most of its values are. A column is
 * one field's and a field has one column; of equals the first wins.
 */
export function proposed(what: ImportKind, headings: readonly { readonly title: string; readonly samples: readonly string[] }[]): ImportColumns {
  const bare = headings.map(({ title }) => title.replace(/\s*[*＊]$/, ''));
  const scores = FIELDS[what].flatMap(({ field }) => headings.map(({ samples }, column) => ({ field, column, score: scoreOf(field, bare[column]!, samples) }))).filter(({ score }) => score > 0);
  const columns: Record<string, number> = {};
  for (const { field, column } of scores.toSorted((a, b) => b.score - a.score))
    if (columns[field] === undefined && !Object.values(columns).includes(column)) columns[field] = column;
  if ((columns['answer'] === undefined) !== (columns['answered'] === undefined)) for (const half of ['answer', 'answered']) delete columns[half];
  return { columns, ...(what === 'matters' && { channel: 'other' as const, kind: 'complaint' as const, answered: 'close' as const }) };

  function scoreOf(field: string, title: string, samples: readonly string[]): number {
    const names = CALLED[what][field] ?? [];
    const exact = names.indexOf(title);
    if (exact >= 0) return 100 - exact;
    const within = names.findIndex((name) => name.length > 1 && title.includes(name));
    if (within >= 0) return 50 - within;
    const holds = HOLDS[field], said = samples.filter((one) => one !== '');
    return holds && said.length > 0 && said.filter(holds).length > said.length / 2 ? 10 : 0;
  }
}

/** What makes two files one form: the same headings in the same places; the column of reasons that a file of rows left out has doesn't count. */
export const formOf = (titles: readonly string[]) => JSON.stringify(titles.map((title) => lineOf(title) ?? '').filter((title) => title !== REASON));
/** The heading over why a row was left out. */
export const REASON = '未导入原因';
