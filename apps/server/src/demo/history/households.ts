import type { EnteringPerson, Importance, Relation } from '@shouwen/contract/customers';
import { DEMO_RESIDENTS } from '../people.ts';
import { chanceOf } from './chance.ts';

export interface Resident { name: string; phone: string; relation: Relation; movedInOn: string | null; important?: Importance }
export interface Home { building: number; unit: number; floor: number; number: string; name: string; residents: readonly Resident[] }

/** 2,100 homes: units, floors and homes on a floor of each of the ten buildings. */
const BUILDINGS: readonly (readonly [units: number, floors: number, onFloor: number])[] = [[2, 26, 4], [2, 26, 4], [2, 26, 4], [2, 26, 4], [2, 28, 4], [2, 28, 4], [2, 22, 5], [2, 28, 4], [2, 31, 3], [2, 19, 5]];
export const COMMON_PLACES = ['地库 B2', '中心花园', '健身角', '南门', '西门', '北门', '会所', '泳池', '垃圾分类亭', '大件垃圾点', '非机动车库', '充电棚', '水泵房', '配电间', '消防控制室', '快递驿站',
  ...Array.from({ length: 10 }, (_, i) => `${i + 1}栋大堂`), ...Array.from({ length: 10 }, (_, i) => `${i + 1}栋屋面`)] as const;

const SURNAMES = '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚'.split('');
const GIVEN = ['建华', '秀兰', '志强', '丽娟', '晓东', '文静', '海燕', '国平', '玉梅', '俊杰', '佳慧', '浩然', '雨桐', '子轩', '淑芬', '伟', '敏', '磊', '静', '勇', '洋', '娜', '鹏', '倩', '超', '颖', '斌', '洁', '涛', '琳',
  '德明', '桂英', '学军', '春梅', '立新', '慧敏', '振宇', '思远', '梦瑶', '嘉怡', '宏达', '雪梅', '庆华', '月华', '长江', '美玲', '天佑', '欣怡', '凯', '薇', '卫东', '红霞', '永康', '素珍', '少峰', '晓彤', '新民', '凤英', '一鸣', '可欣'];

/**
 * Everybody who lives in the estate; all invented. Their numbers begin with 1990000 and 1660000: nobody has such a one. The homes that the small
 * demonstration has are theirs and not here.
 */
export function homesOf(seed: number): Home[] {
  const draw = chanceOf(seed, 1);
  const taken = new Set(DEMO_RESIDENTS.map(([, building, unit, number]) => `${building}栋${unit}单元${number}`));
  let count = 0;
  const person = (relation: Relation, movedInOn: string | null): Resident => {
    const nth = count++;
    return { name: draw.pick(SURNAMES) + draw.pick(GIVEN), phone: `${nth < 10_000 ? 1990000 : 1660000}${String(nth % 10_000).padStart(4, '0')}`, relation, movedInOn, ...(draw.often(0.004) && { important: draw.pick(['authority_or_media', 'committee_or_group_lead', 'own_staff', 'key_complainant', 'big_customer'] as const) }) };
  };
  const day = (from: number, until: number) => `${draw.int(from, until)}-${String(draw.int(1, 12)).padStart(2, '0')}-${String(draw.int(1, 28)).padStart(2, '0')}`;
  return BUILDINGS.flatMap(([units, floors, onFloor], b) => Array.from({ length: units * floors * onFloor }, (_, i) => {
    const [unit, floor, nth] = [Math.floor(i / (floors * onFloor)) + 1, Math.floor(i / onFloor) % floors + 1, i % onFloor + 1];
    const number = `${String(floor).padStart(2, '0')}${String(nth).padStart(2, '0')}`;
    const movedInOn = day(2015, 2025);
    const letOut = draw.often(0.19);
    const residents = [person('owner', movedInOn), ...(letOut ? [person('tenant', day(2022, 2025))] : draw.often(0.5) ? [person('family', null)] : []), ...(draw.often(0.2) ? [person(letOut ? 'resident' : 'family', null)] : [])];
    return { building: b + 1, unit, floor, number, name: `${b + 1}栋${unit}单元${number}`, residents };
  })).filter(({ name }) => !taken.has(name));
}
/** Of a building, a unit and the rooms on a floor: what is entered at once. */
export const floorsOf = (homes: readonly Home[]): Home[][] => [...Map.groupBy(homes, ({ building, unit, floor }) => `${building} ${unit} ${floor}`).values()];

export const entering = (centreId: string, roomId: string, { name, phone, relation, movedInOn, important }: Resident): EnteringPerson =>
  ({ centreId, name, phones: [phone], rooms: [{ roomId, relation }], movedInOn, ...(important && { important }) });
