import type { Registering, Verb } from '@shouwen/contract/matters';
import type { Staff } from '../staff/staff.ts';
import type { DemoStaff } from './people.ts';

type Step = readonly [minutesLater: number, who: DemoStaff, verb: Verb, body: object | ((now: Date) => object)];
export interface Life { minutesAgo: number; by: DemoStaff; intake: Omit<Registering, 'centreId' | 'readBack'>; steps: readonly Step[] }
const HOUR = 60;
const DAY = 24 * HOUR;
const inHours = (hours: number) => (now: Date) => new Date(now.getTime() + hours * 3_600_000).toISOString();

/** What has happened in the demonstration centre: one life for each state that a screen shows. */
export function lives(staff: Record<DemoStaff, Staff>, departments: ReadonlyMap<string, string>): Life[] {
  const engineering = departments.get('工程维护部')!;
  const security = departments.get('安全管理部')!;
  const toEngineering: readonly Step[] = [
    [6, 'linxiaoyan', 'acceptances', {}], [3, 'linxiaoyan', 'handovers', { toDepartmentId: engineering, way: 'dispatched', note: '请尽快派人查看' }],
    [12, 'sunlijun', 'acceptances', {}], [5, 'sunlijun', 'responsible-persons', { staffId: staff.liangwei.id }],
  ];
  const found = (text: string): Step => [20, 'liangwei', 'fact-findings', { text, onSite: true }];
  /** CMP-42: the result reaches the head of the responsible department the same day. */
  const reported: Step = [2, 'linxiaoyan', 'investigation-reports', {}];
  return [
    { minutesAgo: 9, by: 'hejiayi', intake: { kind: 'complaint', channel: 'phone', reporter: { name: '陈桂芳', phone: '13800002716', place: '3栋2单元1702' }, title: '3栋2单元 B 梯一周三次停运，老人被困约 12 分钟',
      whatHappened: 'B 梯本周三次停运。今早停在 9 楼约 12 分钟，母亲独自在内，呼叫后由保安放出，人无碍。每次都说修好了，过一两天又停。', whatIsWanted: '担心老人出行。要求说明原因、书面答复，修好前停用 B 梯。',
      receiversOpinion: '与前几天的停运似为同一故障。', points: ['一周三次停运的原因', '修复前 B 梯是否停用、如何出行', '老人被困的处置与致歉'] }, steps: [] },
    { minutesAgo: 26 * HOUR, by: 'hejiayi', intake: { kind: 'complaint', channel: 'letter', reporter: { name: '王秀兰', phone: '13700000603', place: '5栋1单元0603' }, title: '地库 B1-117 积水，车位改派后被占',
      whatHappened: '地库 B1-117 车位顶部滴水、地面积水，物业改派的临时车位又被别的车占用。', whatIsWanted: '修好漏水，给一个能用的车位。', points: ['漏水何时修好', '临时车位'] },
      steps: [...toEngineering, found('顶板伸缩缝渗水，已设导水槽；临时车位 B1-203 可用。'), [90, 'linxiaoyan', 'interim-replies', (now: Date) => ({ text: '王女士您好，渗水点已找到并临时导水，临时车位为 B1-203。根治方案正在报价。', way: 'phone', promisedFor: inHours(3)(now) })]] },
    { minutesAgo: 14 * DAY, by: 'wuxiuying', intake: { kind: 'complaint', channel: 'in_person', reporter: { name: '许丽娟', phone: '13500001503', place: '6栋2单元1503' }, title: '外墙渗水致次卧墙面起皮',
      whatHappened: '次卧外墙渗水，墙面起皮发霉。', whatIsWanted: '修复并赔偿墙面。', claimYuan: '800', faultAlleged: true },
      steps: [...toEngineering, found('外墙拼缝渗水，属开发商保修范围。'), reported, [60, 'linxiaoyan', 'outside-causes', { unit: '开发商维保单位' }], [30, 'linxiaoyan', 'conclusive-replies',
        { stance: 'not_responsible', text: '许女士，经查渗水来自外墙拼缝，属开发商保修，我们已正式报修并每周向您通报。', way: 'phone' }], [6 * DAY, 'sumin', 'progress-reports', { text: '维保单位已到场勘查，排期中。' }]] },
    { minutesAgo: 3 * DAY + 4 * HOUR, by: 'hejiayi', intake: { kind: 'complaint', channel: 'phone', reporter: { name: '李建国', phone: '13900001105', place: '7栋1单元1105' }, title: '楼上装修午间超时施工',
      whatHappened: '楼上午休时间打钻，连续三天。', whatIsWanted: '按规定时间施工。' },
      steps: [[9, 'linxiaoyan', 'acceptances', {}], [4, 'linxiaoyan', 'handovers', { toDepartmentId: security, way: 'dispatched' }], [10, 'luozhiqiang', 'acceptances', {}], [4, 'luozhiqiang', 'responsible-persons', { staffId: staff.dengbin.id }],
        [25, 'dengbin', 'fact-findings', { text: '现场核实确有午间施工，已责令停工并登记。', onSite: true }], reported, [30, 'luozhiqiang', 'conclusive-replies', { stance: 'partly_responsible', text: '李先生，午间施工属实，巡查未及时制止是我们的责任，已约束施工方并加密巡查。', measures: '午间加派巡查，施工方签承诺书。', way: 'phone' }],
        [60, 'dengbin', 'work-done', { text: '施工方已签承诺书，午间两次巡查均无施工。' }], [2 * HOUR, 'sumin', 'verifications', { passed: true, text: '午间到场两次，未见施工。' }], [20, 'linxiaoyan', 'tellings', { whom: 'first_contact_person', result: true, text: '施工方已签承诺书，业主已知悉。' }]] },
    { minutesAgo: 5 * HOUR, by: 'dengbin', intake: { kind: 'repair', channel: 'oral', reporter: { name: '高志远', phone: '13400000101', place: '5栋2单元0101' }, title: '厨房主管返水，地面积水', whatHappened: '厨房地漏返水，地面有积水，正在往外渗。' },
      steps: [...toEngineering, [40, 'linxiaoyan', 'pauses', { reason: 'awaiting_third_party', allowedBy: staff.sunlijun.id, evidence: '等候管道疏通车，约两小时', customerTold: true }]] },
    { minutesAgo: 3 * HOUR, by: 'hejiayi', intake: { kind: 'inquiry', channel: 'in_person', reporter: { name: '马俊', place: '1栋1单元0301' }, title: '公共烟道清洗的确切日期', whatHappened: '想知道公共烟道什么时候清洗，要提前收拾厨房。' },
      steps: [[5, 'hejiayi', 'promises', (now: Date) => ({ what: '告知烟道清洗日期', due: inHours(5)(now) })], [2, 'linxiaoyan', 'acceptances', {}]] },
    { minutesAgo: 22, by: 'wuxiuying', intake: { kind: 'possible_hazard', channel: 'oral', reporter: { withheld: 'found_by_staff', place: '儿童乐园' }, title: '儿童乐园滑梯护栏螺栓松动', whatHappened: '巡视时发现滑梯护栏两颗螺栓松动，已围挡。' }, steps: [[5, 'linxiaoyan', 'acceptances', {}]] },
    { minutesAgo: 7 * DAY, by: 'hejiayi', intake: { kind: 'complaint', channel: 'phone', reporter: { name: '赵文博', phone: '13600002001', place: '9栋1单元2001' }, title: '快递柜夜间照明不亮，取件绊倒',
      whatHappened: '快递柜旁的灯不亮，昨晚取件绊了一下。', whatIsWanted: '装好灯。' },
      steps: [...toEngineering, found('灯具损坏，已更换感应灯。'), reported, [30, 'sunlijun', 'conclusive-replies', { stance: 'responsible', text: '赵先生，照明损坏未及时发现是我们的责任，已更换感应灯，向您致歉。', measures: '更换感应灯，夜间巡查增加照明检查。', way: 'phone' }],
        [30, 'liangwei', 'work-done', { text: '感应灯已更换并试亮。' }], [HOUR, 'sumin', 'verifications', { passed: true, text: '夜间到场查看，照明正常。' }], [15, 'linxiaoyan', 'tellings', { whom: 'first_contact_person', result: true, text: '已换感应灯。' }],
        [20, 'hejiayi', 'answer-verifications', { answered: true, by: 'customer', text: '业主确认已收到答复。' }],
        [DAY, 'linxiaoyan', 'callbacks', { satisfied: true, way: 'phone', onIntake: '接待及时', onMeasures: '换灯很快', onResult: '照明正常' }]] },
    { minutesAgo: 2 * DAY, by: 'hejiayi', intake: { kind: 'complaint', channel: 'suggestion_box', reporter: { withheld: 'anonymous' }, title: '东门岗亭值班员态度生硬', whatHappened: '东门岗亭晚班值班员拒登访客，态度生硬。', unitComplainedAbout: '安全管理部' },
      steps: [[20, 'sumin', 'acceptances', {}], [10, 'sumin', 'fact-findings', { text: '调看录像，当班登记流程正确，语气生硬属实。', onSite: true }]] },
    { minutesAgo: 50, by: 'hejiayi', intake: { kind: 'suggestion', channel: 'app', reporter: { name: '罗倩', place: '3栋2单元1403' }, title: '建议电梯厅增设宠物便袋箱', whatHappened: '建议在电梯厅放宠物便袋箱。' }, steps: [] },
    { minutesAgo: 6 * HOUR, by: 'linxiaoyan', intake: { kind: 'business_application', channel: 'in_person', reporter: { name: '曾凡星', place: '10栋2单元0605' }, title: '装修押金退还', whatHappened: '装修已验收，申请退还押金。' }, steps: [[3, 'linxiaoyan', 'acceptances', {}]] },
  ];
}
