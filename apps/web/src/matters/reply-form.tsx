import type { MatterShown } from '@shouwen/contract/matters';
import { useState } from 'react';
import { useDraft } from '../app/use-draft.ts';
import { Choice } from '../ui/choice.tsx';
import { useLanguage, useSay, useWords, words } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { SaidArea } from '../wording/said-area.tsx';
import { StepsAtHand } from '../wording/script-at-hand.tsx';
import { customerOf } from './fact-sentences.tsx';
import { DeedForm } from './deed-form.tsx';
import { STANCE_WORDS } from './kinds.ts';

const WORDS = words({
  title: [(name: string) => `答复${name}`, (name: string) => `Reply to ${name}`], stance: ['立场', 'Stance'], investigating: ['调查中（阶段答复）', 'Under investigation (interim)'], points: ['逐条答复要点', 'Answer every point'],
  unanswered: [(point: string) => `请答复要点“${point}”`, (point: string) => `Answer the point “${point}”`], cannot: ['还不能正式答复', 'Not yet possible conclusively'], chooseFirst: ['先选立场', 'Choose a stance first'],
  interimStops: ['阶段答复停止响应与约定反馈的时限；答复时限继续计时。', 'An interim reply stops the response and the feedback clock; answer clocks go on.'],
});
type Stance = 'investigating' | 'responsible' | 'partly_responsible' | 'not_responsible';
const NONE: Readonly<Record<string, string>> = {};
const NO_STEPS: readonly string[] = [];

/** Stance first: under investigation is an interim reply with a promised time, each other one a conclusive reply that answers every point. */
export function ReplyForm({ matter, onDone }: { matter: MatterShown; onDone: () => void }) {
  const t = useWords(WORDS);
  const stances = useWords(STANCE_WORDS);
  const say = useSay();
  const [language] = useLanguage();
  const [stance, setStance] = useState<Stance | null>(null);
  const answers = useDraft(`answers.${matter.number}`, NONE);
  const steps = useDraft<readonly string[]>(`steps.${matter.number}`, NO_STEPS);
  const conclusive = matter.possibilities.find(one => one.verb === 'conclusive-replies');
  const interim = matter.possibilities.find(one => one.verb === 'interim-replies');
  const off = conclusive?.may ? {} : { off: conclusive?.why ? say(conclusive.why) : t.cannot };
  const answersAll = !matter.standing.off.includes('CMP-29');
  const open = matter.points.filter(point => point.answer === null);
  const done = () => { answers.clear(); onDone(); };
  const written = open.map(point => ({ point: point.id, text: answers.value[point.id]?.trim() ?? '' }));
  return (
    <Panel id="reply" title={t.title(customerOf(matter.reporter, language))}>
      <div className="stack">
        {matter.kind === 'complaint' && <StepsAtHand ticked={steps.value} onTick={ticked => steps.change(() => ticked)} />}
        <Choice<Stance> label={t.stance} value={stance} onChange={setStance} hint={stance === null ? t.chooseFirst : undefined} options={[
          { value: 'investigating', label: t.investigating, ...(interim?.may ? {} : { off: interim?.why ? say(interim.why) : t.cannot }) },
          ...(['responsible', 'partly_responsible', 'not_responsible'] as const).map(value => ({ value, label: stances[value], ...off })),
        ]} />
        {conclusive && !conclusive.may && conclusive.why && <Note>{say(conclusive.why)} {conclusive.why.rule}</Note>}
        {stance === 'investigating' && <><DeedForm verb="interim-replies" matter={matter} onDone={done} onCancel={onDone} /><p className="s12 mute">{t.interimStops}</p></>}
        {stance !== null && stance !== 'investigating' && (
          <DeedForm verb="conclusive-replies" matter={matter} onDone={done} onCancel={onDone} given={{ stance, ...(written.length > 0 ? { answers: written.filter(answer => answer.text) } : {}) }}
            alsoMissing={written.filter(answer => !answer.text && answersAll).map(answer => ({ field: answer.point, text: t.unanswered(open.find(point => point.id === answer.point)!.text) }))}>
            {open.length > 0 && <fieldset className="stack"><legend className="lab">{t.points}</legend>{open.map(point => <SaidArea key={point.id} label={point.text} name={point.id} required={answersAll} value={answers.value[point.id] ?? ''} onChange={value => answers.change(before => ({ ...before, [point.id]: value }))} />)}</fieldset>}
          </DeedForm>
        )}
      </div>
    </Panel>
  );
}
