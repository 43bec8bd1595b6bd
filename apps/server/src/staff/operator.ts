import type { Staff } from './staff.ts';

/** Whoever works at the machine itself, by command line or first set-up: an administrator without a row. */
export const operatorOf = (companyId: string): Staff => ({
  id: '00000000-0000-0000-0000-000000000000', companyId, name: '命令行', posts: [{ post: 'company_administrator', centreId: null, departmentId: null }],
});
