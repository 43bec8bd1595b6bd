import { CHANNELS, type MatterKind } from '@shouwen/contract/facts';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useMe, type CentreHere } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { PlaceField } from '../customers/place-field.tsx';
import { CHANNEL_WORDS, KIND_WORDS } from '../matters/kinds.ts';
import { StaffField } from '../staff/staff-field.tsx';
import { staffQuery } from '../staff/staff-queries.ts';
import { Choice } from '../ui/choice.tsx';
import { Field, TextArea, TextField } from '../ui/field.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { Tag } from '../ui/panel.tsx';
import { SaidArea } from '../wording/said-area.tsx';
import { dateOf, sayDue, sayMoment, sayTime } from '../ui/times.ts';
import { answerRuleOf, defaultAnswerQuery } from './default-answer.ts';
import { feedbackTimes } from './feedback-times.ts';
import { focusOn } from './focus-on.ts';
import { GRAVE_KINDS, isGrave, isPosted, isReferred, pointsOf, type Intake } from './intake.ts';
import { PointsField } from './points-field.tsx';

const WORDS = words({
  name: ['姓名', 'Name'], phone: ['电话', 'Phone'], place: ['地点', 'Place'], placeHint: ['房号，或事发处', 'room, or where it is'], channel: ['来源渠道', 'Channel'], firstContact: ['首问责任人', 'First-contact person'], me: [(name: string) => `我（${name}）`, (name: string) => `I (${name})`],
  naming: ['留名', 'Naming'], named: ['愿意留名', 'Gives name'], anonymous: ['不愿留名', 'Anonymous'], neighbour_dispute: ['邻里纠纷，不问房号姓名', 'Neighbour dispute: neither asked'],
  kind: ['事项类型', 'Kind'], kindHint: ['按 1–9 选择；决定流转与时限', '1 to 9; decides route and clocks'],
  happened: ['事情经过（客户所述，照原意记）', 'What happened, as told'], wanted: ['客户感受与诉求', 'What they feel and want'], opinion: ['接待人看法（与事实分开）', 'Your own view, apart from the facts'],
  graveWhat: ['一句话：什么事、在哪里', 'One sentence: what, where'], graveHint: ['先报当班最高管理者，其余过后再补（FCR-08）', 'The duty manager first; the rest can follow (FCR-08)'],
  feedback: ['约定反馈时间', 'Feedback agreed'], feedbackHint: ['客户同意的最快时间', 'the earliest they agree to'], notAgreed: ['未约', 'None'], other: ['另约', 'Other'], feedbackNone: [(due: string) => `不约则最晚 ${due}答复`, (due: string) => `none: to be answered ${due}`], feedbackAt: ['约在', 'At'], tomorrow: [(time: string) => `明日 ${time}`, (time: string) => `tomorrow ${time}`],
  claim: ['提出赔偿', 'Claim'], claimNo: ['未提出', 'None'], claimYes: ['有，金额', 'Yes'], yuan: ['金额（元）', 'Amount (yuan)'], fault: ['认为是我方服务过错', 'Says our service is at fault'],
  about: ['投诉涉及的人或单位', 'Person or unit complained about'], person: ['被投诉人', 'Person'], unit: ['被投诉单位', 'Unit'],
  solved: ['当场已解决或解释清楚（FCR-06）', 'Solved or explained on the spot (FCR-06)'], how: ['怎样解决', 'How'], satisfied: ['客户', 'The customer is'], yes: ['满意', 'Satisfied'], no: ['不满意', 'Not satisfied'], asked: ['请示了谁', 'Superior asked'], foundOutFrom: ['向谁问清', 'Found out from'], foundHint: ['来访的须问清后直接答复（FCR-36）', 'a visitor is answered, not sent on (FCR-36)'], numberGiven: ['告诉了哪个电话', 'Number given'], numberHint: ['没有就不填', 'empty: none'],
  received: ['收到时间', 'Received at'], receivedHint: ['不填即现在', 'empty: now'], posted: ['发帖时间', 'Posted at'], link: ['帖子链接', 'Link'], referred: ['转来单位', 'Passed on by'], term: ['对方限期', 'Their deadline'], earlier: ['收到得更早', 'Received earlier'],
  linked: [(number: string) => `关联 ${number}`, (number: string) => `Linked to ${number}`], unlink: ['取消关联', 'Unlink'],
});

const KINDS: readonly MatterKind[] = ['complaint', 'repair', 'inquiry', 'help_request', 'suggestion', 'business_application', 'opinion', 'possible_hazard', 'paid_order', 'wrongdoing_report', ...GRAVE_KINDS];

interface Props { intake: Intake; put: (change: Partial<Intake>) => void; errorOf: (field: string) => string | undefined; centre: CentreHere }

/** The register entry (FCR-04, CMP-06): who and where first, then the kind, then what they say, what they want, and apart from it what one thinks oneself. */
export function ReceptionForm(props: Props) {
  const { intake, put, errorOf, centre } = props;
  const t = useWords(WORDS);
  const kinds = useWords(KIND_WORDS);
  const grave = isGrave(intake.kind);
  const wanted = <TextArea label={t.wanted} name="whatIsWanted" value={intake.whatIsWanted} onChange={whatIsWanted => put({ whatIsWanted })} error={errorOf('whatIsWanted')} maxLength={10_000} />;
  return (
    <>
      <Who {...props} />
      <Choice<MatterKind> label={t.kind} hint={t.kindHint} name="kind" numbered value={intake.kind || null} onChange={kind => put({ kind })} error={errorOf('kind')}
        options={KINDS.map(value => ({ value, label: isGrave(value) ? <span className="grave">{kinds[value]}</span> : kinds[value] }))} />
      {intake.linkedTo && <div className="row"><Tag look="strong">{t.linked(intake.linkedTo)}</Tag><button type="button" className="link s12" onClick={() => put({ linkedTo: '' })}>{t.unlink}</button></div>}
      {grave ? <TextArea label={t.graveWhat} hint={t.graveHint} name="whatHappened" value={intake.whatHappened} onChange={whatHappened => put({ whatHappened })} error={errorOf('whatHappened')} maxLength={10_000} /> : (
        <>
          <TextArea label={t.happened} name="whatHappened" required value={intake.whatHappened} onChange={whatHappened => put({ whatHappened })} error={errorOf('whatHappened')} maxLength={10_000} />
          <div className="g2">{wanted}<SaidArea label={t.opinion} name="receiversOpinion" value={intake.receiversOpinion} onChange={receiversOpinion => put({ receiversOpinion })} error={errorOf('receiversOpinion')} maxLength={10_000} /></div>
          {intake.kind === 'complaint' && <PointsField points={pointsOf(intake)} own={intake.points !== null} onChange={points => put({ points })} error={errorOf('points')} />}
          {intake.kind === 'complaint' ? <div className="g2"><Feedback {...props} /><Claim {...props} /></div> : <Feedback {...props} />}
          {intake.kind === 'complaint' && (
            <details className="fold" open={intake.personComplainedAbout !== '' || intake.unitComplainedAbout !== '' || undefined}>
              <summary className="s13">{t.about} <span className="mute s12">CMP-44</span></summary>
              <div className="g2">
                <StaffField label={t.person} name="personComplainedAbout" centreId={centre.id} value={intake.personComplainedAbout} onChange={personComplainedAbout => put({ personComplainedAbout })} error={errorOf('personComplainedAbout')} />
                <TextField label={t.unit} name="unitComplainedAbout" value={intake.unitComplainedAbout} onChange={unitComplainedAbout => put({ unitComplainedAbout })} error={errorOf('unitComplainedAbout')} maxLength={200} />
              </div>
            </details>
          )}
          <Solved {...props} />
        </>
      )}
    </>
  );
}

const WHO = ['reporter.name', 'reporter.place', 'reporter.phone'];
/** Enter goes on to what of the customer isn't known yet, and then to the kind. */
function onward(event: KeyboardEvent) {
  const { target } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const rest = WHO.slice(WHO.findIndex(name => target.id === `field-${name}`) + 1);
  focusOn(rest.find(name => document.querySelector<HTMLInputElement>(`input[id="field-${name}"]`)?.value === '') ?? 'kind');
}

function Who({ intake, put, errorOf, centre }: Props) {
  const t = useWords(WORDS);
  const channels = useWords(CHANNEL_WORDS);
  const me = useMe();
  const { data: staff } = useQuery(staffQuery(centre.id));
  const select = (label: string, name: 'channel' | 'named' | 'firstContactId', options: readonly (readonly [string, string])[]) => (
    <Field label={label} name={name} error={errorOf(name)}>{control => <select {...control} className="in" value={intake[name]} onChange={event => put({ [name]: event.target.value })}>{options.map(([value, says]) => <option key={value} value={value}>{says}</option>)}</select>}</Field>
  );
  return (
    <>
      <div className="g3" onKeyDown={onward}>
        <TextField label={t.name} name="reporter.name" value={intake.name} onChange={name => put({ name })} error={errorOf('reporter.name')} maxLength={200} />
        <PlaceField label={t.place} placeholder={t.placeHint} name="reporter.place" centreId={centre.id} value={intake.place} onType={place => put({ place })} onChoose={room => put({ place: room.name, roomId: room.id })} error={errorOf('reporter.place')} />
        {intake.person ? select(t.naming, 'named', [['named', t.named], ['anonymous', t.anonymous], ['neighbour_dispute', t.neighbour_dispute]])
          : <TextField label={t.phone} name="reporter.phone" inputMode="tel" value={intake.phone} onChange={phone => put({ phone })} error={errorOf('reporter.phone')} maxLength={40} />}
      </div>
      <div className="g3">
        {select(t.channel, 'channel', CHANNELS.map(value => [value, channels[value]] as const))}
        {select(t.firstContact, 'firstContactId', [['', t.me(me.name)], ...(staff?.rows.filter(one => one.id !== me.id && one.kind === 'person').map(one => [one.id, one.name] as const) ?? [])])}
        {!intake.person && select(t.naming, 'named', [['named', t.named], ['anonymous', t.anonymous], ['neighbour_dispute', t.neighbour_dispute]])}
      </div>
      <HowItCame intake={intake} put={put} errorOf={errorOf} centre={centre} />
    </>
  );
}

/** CAL-13: what came in writing was received earlier than it is entered; a post has its own time, what was passed on its own deadline. */
function HowItCame({ intake, put, errorOf, centre }: Props) {
  const t = useWords(WORDS);
  const { channel } = intake;
  const moment = (label: string, name: 'receivedAt' | 'postedAt' | 'senderTerm', hint?: string) => <MomentField label={label} hint={hint} name={name} zone={centre.zone} value={intake[name]} onChange={value => put({ [name]: value })} error={errorOf(name)} />;
  return (
    <>
      {isPosted(channel) && <div className="g2">{moment(t.posted, 'postedAt')}<TextField label={t.link} name="link" inputMode="url" value={intake.link} onChange={link => put({ link })} error={errorOf('link')} maxLength={1000} /></div>}
      {isReferred(channel) && <div className="g2"><TextField label={t.referred} name="referredBy" value={intake.referredBy} onChange={referredBy => put({ referredBy })} error={errorOf('referredBy')} maxLength={200} />{moment(t.term, 'senderTerm')}</div>}
      <details className="fold" open={intake.receivedAt !== '' || undefined}><summary className="s12">{t.earlier}</summary>{moment(t.received, 'receivedAt', t.receivedHint)}</details>
    </>
  );
}

function Feedback({ intake, put, errorOf, centre }: Props) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const now = useNow();
  const times = feedbackTimes(now, centre.zone).map(time => time.toISOString());
  const tomorrow = dateOf(now.getTime() + 86_400_000, centre.zone);
  const said = (value: string) => dateOf(value, centre.zone) === tomorrow ? t.tomorrow(sayTime(value, centre)) : dateOf(value, centre.zone) === dateOf(now, centre.zone) ? sayTime(value, centre) : sayMoment(value, { zone: centre.zone, now, language });
  const own = intake.feedbackBy !== '' && !times.includes(intake.feedbackBy);
  return (
    <div className="field">
      <Choice label={t.feedback} hint={t.feedbackHint} name="feedback" value={own ? 'other' : intake.feedbackBy || 'none'} error={errorOf('feedbackBy')}
        onChange={value => put({ feedbackBy: value === 'none' ? '' : value === 'other' ? new Date(Math.ceil(now.getTime() / 300_000 + 3) * 300_000).toISOString() : value })}
        options={[{ value: 'none', label: t.notAgreed }, ...times.map(value => ({ value, label: said(value) })), { value: 'other', label: t.other }]} />
      {own && <MomentField label={t.feedbackAt} name="feedbackBy" zone={centre.zone} value={intake.feedbackBy} onChange={feedbackBy => put({ feedbackBy })} />}
      {!intake.feedbackBy && intake.kind && <DefaultAnswer kind={intake.kind} intake={intake} centre={centre} />}
    </div>
  );
}

/** CMP-08, FCR-17: without an agreed time it is answered by the rule's; when that is, and why, stands beside. */
function DefaultAnswer({ kind, intake, centre }: { kind: MatterKind; intake: Intake; centre: CentreHere }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const now = useNow();
  const { data } = useQuery(defaultAnswerQuery(centre.id, answerRuleOf(kind, intake.channel), intake.receivedAt ? Date.parse(intake.receivedAt) : now.getTime()));
  if (!data?.due) return null;
  return <details className="s12 sub"><summary>{t.feedbackNone(sayDue(data.due, { zone: centre.zone, now, language }))} <span className="mute">{data.rule}</span></summary><p className="mute">{say(data.sentence)}</p></details>;
}

function Claim({ intake, put, errorOf }: Props) {
  const t = useWords(WORDS);
  return (
    <div className="field">
      <Choice label={t.claim} name="claim" value={intake.claimed ? 'yes' : 'no'} onChange={value => put({ claimed: value === 'yes' })} options={[{ value: 'no', label: t.claimNo }, { value: 'yes', label: t.claimYes }]} />
      {intake.claimed && <>
        <TextField label={t.yuan} name="claimYuan" inputMode="decimal" value={intake.claimYuan} onChange={claimYuan => put({ claimYuan })} error={errorOf('claimYuan')} maxLength={12} />
        <label className="check"><input type="checkbox" checked={intake.faultAlleged} onChange={event => put({ faultAlleged: event.target.checked })} />{t.fault}</label>
      </>}
    </div>
  );
}

function Solved({ intake, put, errorOf }: Props) {
  const t = useWords(WORDS);
  return (
    <>
      <label className="check"><input type="checkbox" id="field-solvedOnSpot" checked={intake.solved} onChange={event => put({ solved: event.target.checked })} />{t.solved}</label>
      {intake.solved && (
        <div className="g2">
          <SaidArea label={t.how} name="solvedOnSpot.text" required value={intake.solvedText} onChange={solvedText => put({ solvedText })} error={errorOf('solvedOnSpot.text')} maxLength={10_000} />
          <div className="stack">
            <Choice label={t.satisfied} name="solvedOnSpot.satisfied" value={intake.solvedSatisfied || null} onChange={solvedSatisfied => put({ solvedSatisfied })} options={[{ value: 'yes', label: t.yes }, { value: 'no', label: t.no }]} error={errorOf('solvedOnSpot.satisfied')} />
            <TextField label={t.asked} name="superiorAsked" value={intake.superiorAsked} onChange={superiorAsked => put({ superiorAsked })} maxLength={200} />
          </div>
          <TextField label={t.foundOutFrom} hint={t.foundHint} name="solvedOnSpot.foundOutFrom" value={intake.foundOutFrom} onChange={foundOutFrom => put({ foundOutFrom })} error={errorOf('solvedOnSpot.foundOutFrom')} maxLength={200} />
          <TextField label={t.numberGiven} hint={t.numberHint} name="solvedOnSpot.numberGiven" inputMode="tel" value={intake.numberGiven} onChange={numberGiven => put({ numberGiven })} error={errorOf('solvedOnSpot.numberGiven')} maxLength={200} />
        </div>
      )}
    </>
  );
}
