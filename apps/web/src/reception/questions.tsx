import type { MatterKind } from '@shouwen/contract/facts';
import { useWords, words } from '../ui/language.tsx';
import { Panel } from '../ui/panel.tsx';

type Asked = readonly string[];
const WORDS = words({ title: ['询问顺序', 'What to ask'], first: ['先问清楼栋、房号、姓名', 'Building, room and name first'], withheld: ['邻里纠纷不问房号姓名；不愿留名的照收', 'In a neighbour dispute neither is asked; anonymous is taken in'], never: ['不猜测、不说“不清楚”；可说“我马上核实，约好时间回复您”', 'No guessing, no “I don’t know”: “I’ll find out and call you at the time we agree”'] });
const ZH: Partial<Record<MatterKind, Asked>> = {
  complaint: ['现在有人受伤或被困吗？有即转险情、急救', '哪里、什么时候、第几次？', '是同样的现象吗？', '您最希望我们做什么？', '最快什么时候回复您合适？用这个号码方便吗？'],
  repair: ['漏水、漏电、漏气或有人被困吗？有即转险情', '室内还是公共部位？哪一处？', '什么时候开始，有没有修过？', '什么时间上门方便？'],
  inquiry: ['想了解哪件事？', '能当场答的当场答；答不了的约定时间'], help_request: ['现在安全吗？不安全即转急救', '需要谁、需要什么帮助？', '人在哪里，怎么联系？'],
  hazard_or_disaster: ['人在哪里，有没有受伤？', '水、火、电、气、电梯，哪一种？', '请先离开危险处，不挂电话'], urgent_help: ['人在哪里，清醒吗？', '要不要叫 120、119、110？', '请有人到楼下引路'],
};
const EN: Partial<Record<MatterKind, Asked>> = {
  complaint: ['Is anybody hurt or shut in now? Then it is an emergency', 'Where, when, how often?', 'The same each time?', 'What would you most like us to do?', 'When shall we call back? On this number?'],
  repair: ['Water, power or gas escaping, anybody shut in? Then it is an emergency', 'Inside the home or a common part? Where exactly?', 'Since when; repaired before?', 'When may we come?'],
  inquiry: ['What would you like to know?', 'Answer at once what can be answered; agree a time for the rest'], help_request: ['Are you safe now? If not, it is an emergency', 'What help is needed?', 'Where, and how to reach you?'],
  hazard_or_disaster: ['Where are the people, is anybody hurt?', 'Water, fire, power, gas, lift: which?', 'Leave the danger first, stay on the line'], urgent_help: ['Where is the person, conscious?', 'Shall we call 120, 119, 110?', 'Somebody to show the way downstairs'],
};

/** What to ask in which order, for the kind that was chosen. */
export function Questions({ kind }: { kind: MatterKind | '' }) {
  const t = useWords(WORDS);
  const asked = useWords({ zh: ZH, en: EN });
  return (
    <Panel title={t.title} flush>
      <ol className="script">
        {[t.first, ...(kind && asked[kind]) || []].map((line, at) => <li key={line}><span className="n">{at + 1}</span><span>{line}</span></li>)}
      </ol>
      <div className="body s12 mute">{kind === 'complaint' && <p>{t.withheld}</p>}<p>{t.never}</p></div>
    </Panel>
  );
}
