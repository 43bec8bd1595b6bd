import type { PostCode } from '@shouwen/contract/posts';
import type { DemoStaff } from '../people.ts';

/** Departments that only the whole centre has, beside the two of the small one. */
export const MORE_DEPARTMENTS = ['环境管理部', '综合事务部'] as const;

/** With those who sign in (people.ts) and the administrator, forty. */
export const COLLEAGUES = [
  ['shenyuqing', '沈雨晴', 'receptionist', null], ['luzihan', '陆子涵', 'receptionist', null], ['daixiaolin', '戴晓琳', 'receptionist', '综合事务部'],
  ['guting', '顾婷', 'customer_service_officer', null], ['qiujia', '邱佳', 'customer_service_officer', null], ['helan', '贺兰', 'relations_lead', null],
  ['yaojingyi', '姚静怡', 'butler', null], ['cuiying', '崔莹', 'butler', null], ['wanfang', '万芳', 'butler', null],
  ['taojianjun', '陶建军', 'repairer', '工程维护部'], ['hanlei', '韩磊', 'repairer', '工程维护部'], ['caozhiyuan', '曹志远', 'repairer', '工程维护部'], ['pengyong', '彭勇', 'repairer', '工程维护部'],
  ['dinghao', '丁浩', 'guard', '安全管理部'], ['yuguoqiang', '余国强', 'guard', '安全管理部'], ['tianjun', '田军', 'guard', '安全管理部'],
  ['jiangtao', '姜涛', 'guard', '安全管理部'], ['tangming', '唐明', 'guard', '安全管理部'], ['lubin', '鲁斌', 'guard', '安全管理部'],
  ['baixiulan', '白秀兰', 'department_head', '环境管理部'], ['fanchun', '范春', 'repairer', '环境管理部'], ['shijun', '施军', 'repairer', '环境管理部'],
  ['gongwenjing', '龚文静', 'department_head', '综合事务部'], ['shilei', '石磊', 'functional_department', 'company'], ['duanhong', '段宏', 'general_manager', 'company'], ['nishan', '倪珊', 'quality_department', 'company'],
] as const satisfies readonly (readonly [userName: string, name: string, post: PostCode, place: string | null])[];
export type Colleague = DemoStaff | (typeof COLLEAGUES)[number][0];
