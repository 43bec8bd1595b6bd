import type { GivingPost, StaffMember } from '@shouwen/contract/staff';
import { useState, type FormEvent } from 'react';
import { useCentre, useMe } from '../app/me.ts';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useSay, useWords, words } from '../ui/language.tsx';
import { RefusalNote } from '../ui/notes.tsx';
import { LeaveTo } from './leave-to.tsx';
import { OnceLink } from './once-link.tsx';
import { givingOf, NO_POST, PostFields } from './post-fields.tsx';
import { PostSaid } from './post-said.tsx';
import { ResetSecondStep } from './reset-second-step.tsx';
import { UnbindAccount } from './unbind-account.tsx';

const WORDS = words({
  posts: ['岗位', 'Posts'], end: ['免去', 'End'], endIt: ['免去这个岗位', 'End this post'], give: ['授予岗位', 'Give a post'], add: ['授予', 'Give'], cancel: ['取消', 'Cancel'], need: ['请选择岗位和服务中心', 'Choose post and centre'], signIn: ['登录', 'Signing in'],
  leave: ['离职、停用', 'Leaves'], leaveIt: ['停用账号', 'Disable'], leaveWhy: [(name: string) => `${name} 将不能再登录；办过的事项仍留其名。`, (name: string) => `${name} can no longer sign in; what they did stays under their name.`], self: ['不能停用自己', 'Nobody disables themselves'],
});

/** One member of staff: posts given and ended, a link to sign in, leaving; who still holds matters names a taker first (FCR-35). */
export function StaffDesk({ member }: { member: StaffMember }) {
  const t = useWords(WORDS);
  const me = useMe();
  const [centre] = useCentre();
  const [doing, setDoing] = useState<'give' | 'leave' | { end: string } | null>(null);
  const stop = () => setDoing(null);
  const centreId = member.posts.find(held => held.centreId)?.centreId ?? centre?.id ?? '';
  return (
    <div className="staffdesk stack">
      <section className="stack" aria-label={t.posts}>
        <ul className="stack">{member.posts.map(held => (
          <li key={held.id}><span className="row wrap"><span className="s13"><PostSaid held={held} /></span><Button small onClick={() => setDoing({ end: held.id })}>{t.end}</Button></span>
            {typeof doing === 'object' && doing?.end === held.id && <LeaveTo path={`/staff/${member.id}/posts/${held.id}`} revision={member.revision} touches={[['staff']]} centreId={held.centreId ?? centreId} says={t.endIt} onDone={stop}><PostSaid held={held} /></LeaveTo>}</li>
        ))}</ul>
        {doing === 'give' ? <GiveForm member={member} onDone={stop} /> : <div><Button small onClick={() => setDoing('give')}>{t.give}</Button></div>}
      </section>
      {member.userName !== null && <section className="stack" aria-label={t.signIn}><OnceLink staffId={member.id} />{member.id !== me.id && <ResetSecondStep staffId={member.id} />}<UnbindAccount staffId={member.id} /></section>}
      <section className="stack" aria-label={t.leave}>
        {doing === 'leave' ? <LeaveTo path={`/staff/${member.id}`} revision={member.revision} touches={[['staff']]} centreId={centreId} says={t.leaveIt} onDone={stop}>{t.leaveWhy(member.name)}</LeaveTo>
          : member.id === me.id ? <span className="s12 mute">{t.self}</span> : <div><Button small onClick={() => setDoing('leave')}>{t.leave}</Button></div>}
      </section>
    </div>
  );
}

function GiveForm({ member, onDone }: { member: StaffMember; onDone: () => void }) {
  const t = useWords(WORDS);
  const say = useSay();
  const [typed, setTyped] = useState(NO_POST);
  const [tried, setTried] = useState(false);
  const act = useAct<GivingPost>({ path: `/staff/${member.id}/posts`, revision: member.revision, touches: [['staff']] });
  const giving = givingOf(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (giving && !act.isPending) act.mutate(giving, { onSuccess: onDone });
  };
  const said = act.error?.said;
  const errorOf = (name: string) => said?.field === name ? say(said) : tried && !giving && name === (typed.post === '' ? 'post' : 'centreId') ? t.need : undefined;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {!said?.field && <RefusalNote trouble={act.error} />}
      <PostFields typed={typed} onChange={setTyped} errorOf={errorOf} />
      <div className="row"><Button type="submit" look="primary" disabled={act.isPending}>{t.add}</Button><Button look="text" onClick={onDone}>{t.cancel}</Button></div>
    </form>
  );
}
