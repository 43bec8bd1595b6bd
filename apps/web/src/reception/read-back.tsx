import { useNow } from '../app/now.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { sayDue } from '../ui/times.ts';
import { isSpoken, type Intake } from './intake.ts';

const WORDS = words({
  please: ['请复述给客户听', 'Read this back to the customer'], confirmed: ['客户已确认，登记', 'Confirmed: register'], notRead: ['没有复述，登记', 'Register without reading back'], plain: ['登记', 'Register'],
  hello: [(name: string) => name ? `${name}您好，` : '您好，', (name: string) => name ? `${name}, ` : ''], told: [(text: string) => `您反映：${text}`, (text: string) => `you told us: ${text} `], wanted: [(text: string) => `您希望：${text}`, (text: string) => `You would like: ${text} `],
  feedback: [(due: string) => `我们${due}给您反馈。`, (due: string) => `We call you ${due}. `], right: ['这样记对吗？', 'Is that right?'], empty: ['写下经过后，这里会拼出要复述的话。', 'Once there are words, what to read back stands here.'],
  closing: ['结束语', 'To close'], sorry: ['给您添麻烦了，非常抱歉；谢谢您及时告诉我们。', 'We are sorry for the trouble; thank you for telling us.'], thanks: ['谢谢您告诉我们，有进展我们马上告诉您。', 'Thank you for telling us.'],
  written: ['书面渠道，无须当面复述', 'Came in writing: nobody to read it back to'],
});
const ended = (text: string) => /[。！？!?.]$/u.test(text) ? text : `${text}。`;

/** FCR-05, CMP-07: what was taken down as one would say it, the confirmation that registers it, and the thanks or apology that closes the talk. */
export function ReadBack({ intake, zone, busy, onRegister }: { intake: Intake; zone: string; busy: boolean; onRegister: (readBack: boolean) => void }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const [happened, wanted] = [intake.whatHappened.trim(), intake.whatIsWanted.trim()];
  const closing = intake.kind === 'complaint' ? t.sorry : t.thanks;
  if (!isSpoken(intake.channel)) return <div className="row"><Button look="primary" keyHint="Ctrl ⏎" disabled={busy} onClick={() => onRegister(false)}>{t.plain}</Button><span className="s12 mute">{t.written}</span></div>;
  return (
    <div className="readback" role="group" aria-labelledby="readback">
      <div className="row between"><h3 className="s12" id="readback">{t.please}</h3><span className="s12 mute">FCR-05</span></div>
      {happened
        ? <p className="aloud words">{t.hello(intake.named === 'named' ? intake.name.trim() : '')}{t.told(ended(happened))}{wanted && t.wanted(ended(wanted.replace(/^(要求|希望)/u, '')))}{intake.feedbackBy && t.feedback(sayDue(intake.feedbackBy, { zone, now, language }))}{t.right}</p>
        : <p className="s13 mute">{t.empty}</p>}
      <div className="row wrap">
        <Button look="primary" keyHint="Ctrl ⏎" disabled={busy} onClick={() => onRegister(true)}>{t.confirmed}</Button>
        <Button look="text" disabled={busy} onClick={() => onRegister(false)}>{t.notRead}</Button>
      </div>
      <p className="s12 sub">{t.closing}：{closing} <span className="mute">CMP-07</span></p>
    </div>
  );
}
