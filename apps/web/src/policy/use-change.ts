import type { ChangingDraft, PolicyDraft, PolicyPage } from '@shouwen/contract/policy';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey, send } from '../app/api.ts';
import type { Trouble } from '../app/trouble.ts';
import { policyQuery } from './policy-query.ts';

interface Doing<Body, Answer> { path: (what: Body) => string; body: (what: Body) => unknown; onDone?: (answer: Answer, what: Body) => void }

/**
 * What is done to a draft: one after the other, each with the revision that the one before it left, so that a field that is just being left and the
 * button that is pressed don't get in each other's way. What meets somebody else's change (409) is refused, and the newer draft is shown.
 */
export function useDraftAct<Body, Answer = unknown>(draft: PolicyDraft, { path, body, onDone }: Doing<Body, Answer>) {
  const client = useQueryClient();
  const { queryKey } = policyQuery(draft.centreId);
  const key = useRef<string>(null);
  const readAgain = () => client.invalidateQueries({ queryKey: ['policy'] satisfies QueryKey });
  return useMutation<Answer, Trouble, Body>({
    scope: { id: `policy-draft.${draft.id}` },
    mutationFn: what => {
      key.current ??= newKey();
      const { revision } = client.getQueryData<PolicyPage>(queryKey)?.draft ?? draft;
      return send<Answer>(path(what), { body: body(what), key: key.current, revision });
    },
    onMutate: () => client.cancelQueries({ queryKey }),
    onSuccess: (answer, what) => { key.current = null; onDone?.(answer, what); void readAgain(); },
    onError: trouble => {
      if (trouble.kind !== 'offline' && trouble.kind !== 'broken') key.current = null;
      if (trouble.kind === 'stale' || trouble.kind === 'refused') void readAgain();
    },
  });
}

/** A change of the draft, kept on the server at once. */
export function useChange(draft: PolicyDraft) {
  const client = useQueryClient();
  return useDraftAct<ChangingDraft, PolicyDraft>(draft, {
    path: () => `/policy/drafts/${draft.id}`, body: change => change,
    onDone: (answer, change) => client.setQueryData<PolicyPage>(policyQuery(draft.centreId).queryKey, page => page && withChange(page, answer, change)),
  });
}

/** The page as the change leaves it, so that nothing jumps back until it is read again. What is set back (null) waits for that. */
function withChange(page: PolicyPage, draft: PolicyDraft, { numbers = {}, choices = {}, off = {}, manual = {} }: ChangingDraft): PolicyPage {
  return {
    ...page, draft,
    areas: page.areas.map(area => ({
      ...area,
      rules: area.rules.map(rule => ({
        ...rule, off: { ...rule.off, draft: off[rule.id] ?? rule.off.draft }, manual: { ...rule.manual, draft: rule.id in manual ? manual[rule.id]! : rule.manual.draft },
        params: rule.params.map(param => ({ ...param, draft: numbers[param.key] ?? param.draft })),
      })),
    })),
    choices: page.choices.map(choice => ({ ...choice, draft: choices[choice.setting] ?? choice.draft })),
  };
}
