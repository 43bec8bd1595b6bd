import type { MatterShown } from '@shouwen/contract/matters';
import { Link } from '@tanstack/react-router';
import { useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { SIGNS_AS_WORDS } from './kinds.ts';

const WORDS = words({
  title: ['处理单与协调单', 'Slips and forms'], slip: ['处理单', 'Slip'], form: ['协调单', 'Coordination form'], waits: ['待接单', 'not accepted yet'], inHand: ['办理中', 'in hand'], back: ['已签齐，结果已转回', 'signed by all, passed back'],
  unsigned: [(who: string) => `待签名：${who}`, (who: string) => `to be signed: ${who}`], lead: [(department: string) => `${department}主办`, (department: string) => `${department} leads`], settled: ['已内部协调', 'settled inside'], open: ['待内部协调', 'to be settled inside'], and: ['、', ', '],
});

/** FCR-21, FCR-38: the papers of a matter with how they stand; each opens as a sheet. */
export function PapersPanel({ matter }: { matter: MatterShown }) {
  const t = useWords(WORDS);
  const roles = useWords(SIGNS_AS_WORDS);
  if (matter.slips.length + matter.coordinations.length === 0) return null;
  const { number } = matter;
  return (
    <Panel title={t.title}>
      <ul className="stack s13">
        {matter.slips.map(slip => <li key={slip.number}>{t.slip} <Link to="/matters/$number/slips/$slip" params={{ number, slip: slip.number }}>{slip.number}</Link> {slip.to}
          <div className={slip.passedBackAt ? 'mute' : 'attn-ink'}>{!slip.acceptedAt ? t.waits : slip.passedBackAt ? t.back : slip.result ? t.unsigned(slip.unsigned.map(as => roles[as]).join(t.and)) : t.inHand}</div></li>)}
        {matter.coordinations.map(form => <li key={form.number}>{t.form} <Link to="/matters/$number/coordinations/$form" params={{ number, form: form.number }}>{form.number}</Link>
          <div className={form.lead === null && !form.settled ? 'attn-ink' : 'mute'}>{form.lead !== null ? t.lead(form.lead) : form.settled ? t.settled : t.open}</div></li>)}
      </ul>
    </Panel>
  );
}
