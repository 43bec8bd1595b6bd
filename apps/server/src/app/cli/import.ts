import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportReport, RowNote } from '@shouwen/contract/importing';
import { v7 } from 'uuid';
import { inCompany } from '../../db/in-company.ts';
import { importMatters } from '../../importing/import-matters.ts';
import type { Door } from '../../importing/import-run.ts';
import { importSheet } from '../../importing/import-sheet.ts';
import type { Run } from '../../importing/imports.store.ts';
import { EXAMPLE_MAP, parseMap } from '../../importing/map.rules.ts';
import { SHEET_NAMES, SHEETS, shownTitle, type SheetColumn, type SheetKind } from '../../importing/sheets.rules.ts';
import { takePerson } from '../../importing/take-person.ts';
import { takeRoom } from '../../importing/take-room.ts';
import { takeStaff } from '../../importing/take-staff.ts';
import { takeNumbers } from '../../matters/matters.store.ts';
import { readXlsx, type Sheet } from '../../outside/xlsx/read-xlsx.ts';
import { writeXlsx } from '../../outside/xlsx/write-xlsx.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { operatorOf } from '../../staff/operator.ts';
import { workOf } from '../work-of.ts';
import { readArgs, type Command } from './command.ts';
import { inInstallation } from './in-installation.ts';
import { whichCentre, type CentreNamed } from './which-centre.ts';

const HELP = `用法 Usage:
  bin/shouwen import matters FILE.xlsx --centre NAME --map MAP.json [--answered close|keep] [--company NAME] [--json]
  bin/shouwen import rooms|people|staff FILE.xlsx --centre NAME [--company NAME] [--json]
  bin/shouwen import template rooms|people|staff OUT.xlsx

matters   导入历史事项及其答复，按真实发生时间计；收到即挂在客服负责人名下，已结束的不发提醒，可反复运行，不会重复。
          Matters and their answers at their true times, held by the customer-service lead, without alarms for what is over.
          Run it again, or after it was cut off: nothing is doubled.
rooms, people, staff
          按模板导入；再次运行则补充，不会重复。 By the template; run again it completes and doubles nothing.
template  生成模板  writes the file to fill in

  --centre    服务中心名称或代码  the centre's name or code
  --map       说明文件中各列含义的 JSON  JSON that says what stands in which column
  --answered  已答复的：close 按“历史导入”关闭并单独统计（默认），keep 保持未关闭
              what was answered: close = closed as imported, counted apart (default); keep = left open
  --company   安装中有多家公司时指定  which company, where the installation has several
  --json      在标准输出打印一个 JSON：{"import","rows","taken","changed","alreadyThere","leftOut":[{"row","field","code","zh","en"}],"notes":[…]}
进度写在标准错误。 Progress goes to standard error.

MAP.json 示例 An example:
${JSON.stringify(EXAMPLE_MAP, null, 2)}
columns: number 来源编号 number at the source, received 收到时间, text 内容 (必填 needed); title 主题, author 提出人, place 地点,
         answer 答复内容, answered 答复时间。值为文件第一行的列名。 The values are the titles in the file's first row.
formats: 时间写法，依次尝试 how times are written, tried in order: yyyy M MM d dd H HH m mm s ss; excel = Excel 日期序列值 serial number
         只有日期的：收到按当日 0:00，答复按当日结束 a date without a time: received at 0:00, answered at the end of the day
zone:    文件所用时区，省略则用服务中心的 the file's time zone; without it the centre's
sheet:   工作表名，省略则用第一个 the sheet's name; without it the first
channel: in_person phone oral letter fax email suggestion_box forum social_media app wechat press superior related_unit owners_committee other`;

export const importing: Command = {
  summary: { zh: '从 xlsx 导入事项、房间、客户、员工', en: 'take matters, rooms, people or staff from xlsx' },
  help: HELP,
  async run(args) {
    const { values, positionals } = readArgs(args, { centre: { type: 'string' }, map: { type: 'string' }, answered: { type: 'string' }, company: { type: 'string' } });
    const [what = '', ...words] = positionals;
    if (what === 'template') return writeTemplate(sheetKind(words[0] ?? ''), given(words[1], 'OUT.xlsx'));
    const kind = what === 'matters' ? what : sheetKind(what);
    const path = given(words[0], 'FILE.xlsx'), centre = given(values.centre, '--centre'), answered = values.answered ?? 'close';
    if (answered !== 'close' && answered !== 'keep') throw new Refused(no('input', 'bad_option', '--answered 为 close 或 keep。', '--answered is close or keep', 'answered'));
    const map = kind === 'matters' ? parseMap(await readText(given(values.map, '--map'))) : undefined;
    const sheet = await readXlsx(path, map?.sheet);
    const hash = createHash('sha256').update(await readFile(path)).digest('hex');
    const report = await atTheDatabase(centre, values.company, (door, centre, now) => {
      const run: Run = { id: v7(), centreId: centre.id, what: kind, fileName: basename(path).slice(-200), fileHash: hash };
      return map ? importMatters(door, sheet, { run, map, zone: centre.zone, now, answered }) : importOurs(door, sheet, kind as SheetKind, run);
    });
    console.log(values.json ? JSON.stringify(report) : inWords(report));
  },
};

function importOurs(door: Door, sheet: Sheet, kind: SheetKind, run: Run): Promise<ImportReport> {
  if (kind === 'rooms') return importSheet(door, sheet, kind, run, (work, row) => takeRoom(work, run.centreId, row));
  if (kind === 'people') return importSheet(door, sheet, kind, run, (work, row) => takePerson(work, run.centreId, row, sheet.epoch));
  return importSheet(door, sheet, kind, run, (work, row) => takeStaff(work, run.centreId, row));
}

/** Whoever works at the machine may fill the files of the centre that is named. */
function atTheDatabase<T>(centreNamed: string, company: string | undefined, use: (door: Door, centre: CentreNamed, now: Date) => Promise<T>): Promise<T> {
  return inInstallation(async ({ db, counters, now }) => {
    const centre = await whichCentre(db, centreNamed, company);
    const operator = operatorOf(centre.companyId);
    const by = { ...operator, posts: [...operator.posts, { post: 'centre_manager' as const, centreId: centre.id, departmentId: null }] };
    return use({
      inWork: (work) => inCompany(db, centre.companyId, (tx) => work(workOf(counters, tx, by, now))),
      takeNumbers: (month, count) => takeNumbers(counters, centre.companyId, centre, month, count),
      progress: (done, of) => console.error(`已处理 ${done} / ${of} 行  ${done} of ${of} rows`),
    }, centre, now);
  });
}

/** Never over a file that is there. */
async function writeTemplate(kind: SheetKind, path: string): Promise<void> {
  const file = await open(path, 'wx').catch((error: Error) => {
    throw new Refused(no('input', 'cannot_write', `写不了 ${path}：${error.message}。`, `Can't write ${path}: ${error.message}`));
  });
  const columns: SheetColumn[] = Object.values(SHEETS[kind]);
  await writeXlsx(createWriteStream('', { fd: file }), SHEET_NAMES[kind], columns.map((column) => ({ title: shownTitle(column), width: column.width })), [columns.map(({ example }) => example)]);
  console.log(path);
}

function sheetKind(what: string): SheetKind {
  if (Object.hasOwn(SHEETS, what)) return what as SheetKind;
  throw new Refused(no('input', 'bad_option', `不能导入“${what}”：matters、rooms、people、staff 或 template。用法见 --help。`, `Can't import "${what}": matters, rooms, people, staff or template. See --help`));
}
function given(value: string | undefined, name: string): string {
  if (value) return value;
  throw new Refused(no('input', 'missing', `缺少 ${name}。用法见 --help。`, `${name} is missing; see --help`, name));
}
async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: Error) => {
    throw new Refused(no('input', 'unreadable_file', `无法读取 ${path}：${error.message}。`, `${path} can't be read: ${error.message}`, 'map'));
  });
}

function inWords({ rows, taken, changed, alreadyThere, leftOut, notes }: ImportReport): string {
  const line = ({ row, field, zh, en }: RowNote) => `  第 ${row} 行${field === undefined ? '' : `［${field}］`}：${zh}  ${en}`;
  return [`共 ${rows} 行：新增 ${taken}，补充 ${changed}，已有 ${alreadyThere}，未导入 ${leftOut.length}。`, `${rows} rows: ${taken} taken, ${changed} completed, ${alreadyThere} there already, ${leftOut.length} left out.`,
    ...(leftOut.length ? ['未导入 Left out:', ...leftOut.map(line)] : []), ...(notes.length ? ['请注意 Notes:', ...notes.map(line)] : [])].join('\n');
}
