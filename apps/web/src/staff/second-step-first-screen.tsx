import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../app/use-act.ts';
import { Button } from '../ui/button.tsx';
import { useWords, words } from '../ui/language.tsx';
import { Before } from './before.tsx';
import { SetUpSecondStep } from './set-up-second-step.tsx';

const WORDS = words({ title: ['先开启两步验证', 'First, a second step'], says: ['公司要求您的岗位登录时再输入手机上的验证码。设好后即可继续工作。', 'Your company asks for a code of your phone at sign-in for your post. Set it up and go on.'], signOut: ['退出登录', 'Sign out'] });

/** Whose post must have a second step and who has none: this before anything else. */
export function SecondStepFirstScreen() {
  const t = useWords(WORDS);
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useAct({ path: '/sign-out', touches: [] });
  const go = (to: '/' | '/sign-in') => { client.clear(); void navigate({ to, replace: true }); };
  return (
    <Before title={t.title} says={t.says}>
      <SetUpSecondStep onDone={() => go('/')} />
      <div><Button look="text" small onClick={() => signOut.mutate(undefined, { onSuccess: () => go('/sign-in') })}>{t.signOut}</Button></div>
    </Before>
  );
}
