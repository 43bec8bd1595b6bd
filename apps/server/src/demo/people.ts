import type { PostCode } from '@shouwen/contract/posts';

/** The invented company's people: user name, name, post, and the department or 'company'. */
export const DEMO_STAFF = [
  ['hejiayi', '何佳怡', 'receptionist', null], ['linxiaoyan', '林晓燕', 'customer_service_officer', null], ['tanjing', '谭静', 'customer_service_officer', null],
  ['sumin', '苏敏', 'customer_service_lead', null], ['sunlijun', '孙立军', 'department_head', '工程维护部'], ['liangwei', '梁伟', 'repairer', '工程维护部'],
  ['luozhiqiang', '罗志强', 'department_head', '安全管理部'], ['dengbin', '邓斌', 'guard', '安全管理部'], ['zhenghaitao', '郑海涛', 'centre_manager', null],
  ['wuxiuying', '吴秀英', 'butler', null], ['xuguoliang', '许国梁', 'leader_in_charge', 'company'], ['fangmin', '方敏', 'quality_department', 'company'],
  ['qianshen', '钱审', 'auditor', 'company'],
] as const satisfies readonly (readonly [userName: string, name: string, post: PostCode, place: string | null])[];
export type DemoStaff = (typeof DEMO_STAFF)[number][0];
export const DEMO_ADMINISTRATOR = 'zhouqiming';

export const DEMO_RESIDENTS = [
  ['陈桂芳', '3', '2', '1702', '13800002716', '2016-05-14'], ['李建国', '7', '1', '1105', '13900001105', '2018-09-02'], ['王秀兰', '5', '1', '0603', '13700000603', '2015-03-21'],
  ['赵文博', '9', '1', '2001', '13600002001', '2021-11-30'], ['许丽娟', '6', '2', '1503', '13500001503', '2019-07-08'], ['高志远', '5', '2', '0101', '13400000101', '2017-01-15'],
  ['林少雯', '8', '1', '0802', '13300000802', '2022-06-18'], ['马俊', '1', '1', '0301', '13200000301', '2020-10-10'], ['曾凡星', '10', '2', '0605', '13100000605', '2024-02-29'],
  ['罗倩', '3', '2', '1403', '13000001403', '2016-06-01'],
] as const;
export const DEMO_PLACES = ['地库 B1', '3栋2单元 B 梯', '东门岗亭', '儿童乐园', '快递柜'] as const;
