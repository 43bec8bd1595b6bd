import { checkCompany } from '../../checking/check-company.ts';
import { unboundFindings } from '../../checking/check.queries.ts';
import { companyIds, inCompany } from '../../db/in-company.ts';
import { companyName } from '../../staff/centres.queries.ts';
import { groundOf } from '../timekeeping.ts';
import { insistOnNoMore, readArgs, type Command } from './command.ts';
import { companyNamed, inInstallation } from './in-installation.ts';

const HELP = `用法 Usage: bin/shouwen check [--company 公司] [--json]

检查实际数据：每件未了事项有且只有一人负责、至少一项时限在走；时限只因记录而停；按记录重算，与所存一致；每日受理数对得上；
问题和承诺都有着落（CMP-46）。只读，不改任何数据。
Checks live data: every open matter has exactly one who is accountable and a running clock; no clock stopped without a fact; what is
stored follows from the record; each day's receipts add up; no question or promise is adrift (CMP-46). Reads only.

  --company  公司名称；不写则逐个检查  the company's name; without it all of them
  --json     输出 JSON: {"found","companies":[{"company","centres":[{"centre","matters","clocks","differing","findings"}]}],"findings"}
             differing：已封存、后来推算不同且已标明的结论数，不算问题。
             differing: sealed verdicts that come out otherwise now, marked as such; no finding.

退出码 Exit code: 0 没有问题 nothing found, 1 有 something found, 2 拒绝 refused`;

export const check: Command = {
  summary: { zh: '检查数据是否前后一致、事事有着落', en: 'whether live data holds together' },
  help: HELP,
  async run(args) {
    const { values, positionals } = readArgs(args, { company: { type: 'string' } });
    insistOnNoMore(positionals);
    return inInstallation(async (here) => {
      const ids = values.company === undefined ? await companyIds(here.db) : [await companyNamed(here, values.company)];
      const companies = [];
      for (const id of ids) {
        companies.push({ company: await inCompany(here.db, id, (tx) => companyName(tx, id)), centres: (await checkCompany(here.db, id, here.now, groundOf)).map(({ centre, ...counted }) => ({ centre: centre.name, ...counted })) });
      }
      const findings = await unboundFindings(here.db);
      const found = findings.length + companies.flatMap(({ centres }) => centres).reduce((sum, centre) => sum + centre.findings.length, 0);
      if (values.json) console.log(JSON.stringify({ found, companies, findings }));
      else {
        for (const { company, centres } of companies) for (const { centre, matters, clocks, differing, findings } of centres) {
          console.log(`${company} ${centre}：${matters} 件事项 matters，${clocks} 项时限 clocks${differing ? `，${differing} 项后来推算不同 come out otherwise now` : ''}`);
          for (const finding of findings) console.log(`  ${finding.matter ?? ''} ${finding.zh}。 ${finding.en}. (${finding.rule})`);
        }
        for (const finding of findings) console.log(`${finding.zh}。 ${finding.en}.`);
        console.log(found ? `发现 ${found} 处问题。 ${found} found.` : '没有发现问题。 Nothing found.');
      }
      return found ? 1 : 0;
    });
  },
};
