import type { SlipShown } from '@shouwen/contract/matters';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Lost } from '../app/broken.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Facts } from '../ui/panel.tsx';
import { sayExactly } from '../ui/times.ts';
import { customerOf } from './fact-sentences.tsx';
import { CHANNEL_WORDS, KIND_WORDS, SIGNS_AS_WORDS } from './kinds.ts';
import { matterQuery } from './matters-query.ts';
import { ReporterPhone } from './reporter-phone.tsx';
import { Sheet } from './sheet.tsx';

const WORDS = words({
  title: ['投诉、查询处理单', 'Handling slip'], customer: ['客户姓名', 'Customer'], address: ['地址', 'Address'], phone: ['电话', 'Phone'], kind: ['类型与渠道', 'Kind and channel'], received: ['受理时间', 'Received'], first: ['首问责任人', 'First-contact person'],
  from: ['转出部门', 'From'], service: ['客户服务', 'Customer service'], to: ['承办部门', 'To'], issued: ['开单', 'Issued'], accepted: ['接单', 'Accepted'], waits: ['待接单', 'not accepted yet'], person: ['责任人', 'Responsible person'], unnamed: ['待指定', 'to be named'], escalated: ['报服务中心负责人', 'Reached the centre manager'],
  what: ['客户反映', 'What the customer said'], asked: ['转出说明', 'What is asked'], result: ['处理结果', 'Result'], noResult: ['承办部门尚未填写', 'not written yet'], signatures: ['签名确认', 'Signatures'], name: ['姓名', 'Name'], time: ['时间', 'Time'], seal: ['盖章', 'Seal'], sealed: ['已盖章', 'sealed'], as: ['签名人', 'As'],
  deputy: [(head: string) => `代${head}`, (head: string) => `for ${head}`], back: [(when: string) => `签名齐全，${when} 转回`, (when: string) => `Signed by all, passed back ${when}`], notBack: ['签名未齐，结果不转回', 'Not signed by all: the result is not passed back'],
});

/** FCR-27, FCR-38, FCR-40: the handling slip on screen and paper, with who signed, when, and the seals. */
export function SlipSheetScreen() {
  const t = useWords(WORDS);
  const [kinds, channels] = [useWords(KIND_WORDS), useWords(CHANNEL_WORDS)];
  const [language] = useLanguage();
  const { number, slip: wanted } = useParams({ from: '/frame/matters/$number/slips/$slip' });
  const { data: matter } = useSuspenseQuery(matterQuery(number));
  const slip = matter.slips.find(one => one.number === wanted);
  if (!slip) return <Lost />;
  const at = (moment: string) => sayExactly(new Date(moment), { zone: matter.zone, language });
  const received = matter.facts.find(fact => fact.what === 'received');
  const by = (who: { name: string } | null, when: string | null) => [who?.name, when && at(when)].filter(Boolean).join(' ');
  return (
    <Sheet title={t.title} paper={slip.number} matter={matter}>
      <section><Facts rows={[
        [t.customer, customerOf(matter.reporter, language)], [t.address, matter.reporter.place ?? matter.place ?? ''], [t.phone, <ReporterPhone key="phone" matter={matter} />],
        [t.kind, `${kinds[matter.kind]} · ${channels[matter.channel]}`], [t.received, at(matter.receivedAt)], [t.first, matter.custody[0]?.who?.name ?? ''],
        [t.from, `${slip.from ?? t.service}  ${t.issued} ${by(slip.issuedBy, slip.issuedAt)}`], [t.to, `${slip.to}  ${slip.acceptedAt ? `${t.accepted} ${by(slip.acceptedBy, slip.acceptedAt)}` : t.waits}`], [t.person, slip.person?.name ?? t.unnamed],
        slip.escalatedAt !== null && [t.escalated, at(slip.escalatedAt)],
      ]} /></section>
      <section><h3>{t.what}</h3><p className="words">{received?.data.whatHappened}</p>{received?.data.whatIsWanted && <p className="words">{received.data.whatIsWanted}</p>}<h3>{t.asked}</h3><p className="words">{slip.text}</p></section>
      <section><h3>{t.result}</h3><p className={slip.result ? 'words' : 'mute'}>{slip.result?.text ?? t.noResult}</p>{slip.result && <p className="s13 sub">{by(slip.result.by, slip.result.at)}</p>}</section>
      <section><h3>{t.signatures}</h3><Signatures slip={slip} at={at} /><p className={slip.passedBackAt ? 's13' : 's13 attn-ink'}>{slip.passedBackAt ? t.back(at(slip.passedBackAt)) : t.notBack}</p></section>
    </Sheet>
  );
}

/** One line for each who signs; a field to sign by hand where nobody has yet. */
function Signatures({ slip, at }: { slip: SlipShown; at: (moment: string) => string }) {
  const t = useWords(WORDS);
  const roles = useWords(SIGNS_AS_WORDS);
  return (
    <table className="signatures">
      <thead><tr><th scope="col">{t.as}</th><th scope="col">{t.name}</th><th scope="col">{t.time}</th><th scope="col">{t.seal}</th></tr></thead>
      <tbody>{(['first_contact_person', 'from_department', 'to_department'] as const).map(as => {
        const signed = slip.signatures.find(one => one.as === as);
        return <tr key={as}><th scope="row">{roles[as]}</th><td>{signed?.by?.name}{signed?.deputyFor && <span className="mute"> {t.deputy(signed.deputyFor)}</span>}</td><td>{signed && at(signed.at)}</td><td>{signed?.seal && <span className="seal">{t.sealed}</span>}</td></tr>;
      })}</tbody>
    </table>
  );
}
