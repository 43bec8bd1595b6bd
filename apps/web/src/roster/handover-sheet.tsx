import type { ShiftHandover } from '@shouwen/contract/roster';
import { POSTS } from '@shouwen/contract/posts';
import { useMe, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { sayExactly, sayMoment } from '../ui/times.ts';
import { saySpan } from './say-span.ts';

const WORDS = words({
  title: ['交接班记录', 'Shift handover'], print: ['打印', 'Print'], close: ['收起', 'Close'], centre: ['服务中心', 'Service centre'], shift: ['班次', 'Shift'], from: ['交班人', 'Handed over by'], to: ['接班人', 'Taken over by'], words: ['其他交代', 'Anything else'],
  item: ['事项', 'Item'], promises: ['承诺', 'Promises'], goes: ['由谁负责', 'With whom'], note: ['说明', 'Note'], none: ['没有未了事项', 'Nothing was open'], signed: [(name: string, at: string) => `${name}　${at} 签名`, (name: string, at: string) => `${name}, signed ${at}`], unsigned: ['未签', 'not signed'],
});

/** SHF-02: the sheet 交接班记录, on screen and on A4 paper, signed by both ends. */
export function HandoverSheet({ handover, centre, onClose }: { handover: ShiftHandover; centre: CentreHere; onClose: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const { company } = useMe();
  const now = useNow();
  const [language] = useLanguage();
  const options = { zone: centre.zone, now, language };
  const exactly = (at: string) => sayExactly(at, { zone: centre.zone, language });
  return (
    <Panel title={t.title} note={<span className="row noprint"><Button small onClick={() => print()}>{t.print}</Button><Button small look="text" onClick={onClose}>{t.close}</Button></span>}>
      <div className="sheet">
        <Facts rows={[[t.centre, `${company.name} · ${centre.name}`], [t.shift, `${saySpan(handover.shift.from, handover.shift.until, options)} ${say(POSTS[handover.shift.post])}`], [t.from, handover.from.name], [t.to, handover.to.name], handover.words !== null && [t.words, handover.words]]} />
        {handover.items.length === 0 ? <p className="s13 mute">{t.none}</p> : (
          <div className="wide" tabIndex={0} role="region" aria-label={t.title}>
            <table><thead><tr><th scope="col">{t.item}</th><th scope="col">{t.promises}</th><th scope="col">{t.goes}</th><th scope="col">{t.note}</th></tr></thead>
              <tbody>{handover.items.map(item => (
                <tr key={item.key}><td>{item.kind === 'matter' && <b>{item.key} </b>}{item.title}</td><td>{item.promises.map(promise => <p key={promise.due + promise.what}>{promise.what} · {sayMoment(promise.due, { ...options, end: true })}</p>)}</td>
                  <td className="nw">{item.goes === 'taker' ? handover.to.name : handover.from.name}</td><td>{item.note}</td></tr>
              ))}</tbody></table>
          </div>
        )}
        <div className="bothends s13"><p>{t.from} {t.signed(handover.from.name, exactly(handover.givenAt))}</p><p>{t.to} {handover.takenAt ? t.signed(handover.to.name, exactly(handover.takenAt)) : t.unsigned}</p></div>
      </div>
    </Panel>
  );
}
