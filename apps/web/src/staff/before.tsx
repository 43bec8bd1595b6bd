import type { ReactNode } from 'react';
import { Mark } from '../app/mark.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { useScreenTitle } from '../ui/panel.tsx';
import './before.css';

const WORDS = words({
  product: ['首问', 'Shouwen'], first: ['谁先接到，', 'Whoever is asked first'], toTheEnd: ['谁负责到业主得到答复。', 'sees it through to the answer.'],
  asked: ['首问', 'Asked first'], askedHow: ['登记、复述确认', 'recorded, read back'], taken: ['接手', 'Accepted'], takenHow: ['30 分钟内具名', 'by name in 30 min'], led: ['主办', 'Led'], ledHow: ['一个部门负责', 'by one department'],
  answered: ['答复', 'Answered'], answeredHow: ['表明立场与措施', 'stance and measures'], called: ['回访', 'Called back'], calledHow: ['业主满意才关闭', 'closed when satisfied'], other: ['English', '中文'],
});

/** What stands beside every form that comes before signing in: what this is for, and the way of a matter. */
export function Before({ title, says, children }: { title: string; says?: ReactNode; children: ReactNode }) {
  const t = useWords(WORDS);
  const [language, setLanguage] = useLanguage();
  const heading = useScreenTitle(title);
  return (
    <div className="split">
      <section className="left" aria-label={t.product}>
        <div className="brand"><Mark />{t.product}</div>
        <p className="creed">{t.first}<br />{t.toTheEnd}</p>
        <ol className="chain">
          <li>{t.asked}<span>{t.askedHow}</span></li><li>{t.taken}<span>{t.takenHow}</span></li><li>{t.led}<span>{t.ledHow}</span></li><li>{t.answered}<span>{t.answeredHow}</span></li><li>{t.called}<span>{t.calledHow}</span></li>
        </ol>
      </section>
      <main className="before">
        <button type="button" className="link s13 other" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{t.other}</button>
        <div><h1 tabIndex={-1} ref={heading}>{title}</h1>{says && <p className="s13 sub">{says}</p>}</div>
        {children}
      </main>
    </div>
  );
}
