import type { Staff } from './staff.ts';

/** Whoever does what the product does by itself, e.g. closing when a quiet week has passed (CNT-08). */
export const systemOf = (companyId: string): Staff => ({
  id: '00000000-0000-0000-0000-000000000001', companyId, name: '系统', posts: [{ post: 'company_administrator', centreId: null, departmentId: null }],
});
