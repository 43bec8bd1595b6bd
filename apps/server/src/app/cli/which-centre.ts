import type { Db } from '../../db/connect.ts';
import { companyIds, inCompany } from '../../db/in-company.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { centresToName } from '../../staff/centres.queries.ts';

export interface CentreNamed { readonly companyId: string; readonly id: string; readonly code: string; readonly name: string; readonly zone: string }

/** The one centre meant, by its name or code; where several companies share the installation, of the company named. Throws Refused (input). */
export async function whichCentre(db: Db, centre: string, company: string | undefined): Promise<CentreNamed> {
  const found: (CentreNamed & { company: string })[] = [];
  for (const companyId of await companyIds(db)) found.push(...(await inCompany(db, companyId, (tx) => centresToName(tx, companyId))).map((row) => ({ ...row, companyId })));
  const ofCompany = found.filter((one) => company === undefined || one.company === company || one.companyId === company);
  const meant = ofCompany.filter(({ name, code }) => name === centre || code === centre.toUpperCase());
  if (meant.length === 1) return meant[0]!;
  if (meant.length > 1) throw new Refused(no('input', 'company_missing', `有 ${meant.length} 家公司都有“${centre}”，请用 --company 指定：${meant.map((one) => one.company).join('、')}。`, `${meant.length} companies have ${centre}: say which with --company: ${meant.map((one) => one.company).join(', ')}`, 'company'));
  const there = ofCompany.map(({ name, code }) => `${name}（${code}）`).join('、') || '无';
  throw new Refused(no('input', 'no_such_centre', `没有服务中心“${centre}”。现有：${there}。`, `There is no centre ${centre}. There are: ${there}`, 'centre'));
}
