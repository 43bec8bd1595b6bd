import type { MatterKind, WayOfContact } from '@shouwen/contract/facts';

/** What is typed while the customer is on the phone. */
export interface Called {
  way: WayOfContact | 'questionnaire'; satisfied: 'yes' | 'no' | '';
  onIntake: string; onMeasures: string; onResult: string; opinion: string; newFacts: string; handlerCalledBecause: string;
  /** CBK-09: one line each, and each a matter of its own. */
  items: readonly { kind: MatterKind; whatHappened: string }[];
}
export const NOT_CALLED: Called = { way: 'phone', satisfied: '', onIntake: '', onMeasures: '', onResult: '', opinion: '', newFacts: '', handlerCalledBecause: '', items: [] };

/** CBK-03: intake, measures and result are each asked about. */
export const unasked = (called: Called) => (['satisfied', 'onIntake', 'onMeasures', 'onResult'] as const).filter(name => called[name].trim() === '');

/** The body of the request; CMP-16: new facts are heard only from whoever isn't satisfied. */
export function callbackOf(called: Called): Record<string, unknown> {
  const satisfied = called.satisfied === 'yes';
  const texts = { onIntake: called.onIntake, onMeasures: called.onMeasures, onResult: called.onResult, opinion: called.opinion, newFacts: satisfied ? '' : called.newFacts, handlerCalledBecause: called.handlerCalledBecause };
  const newMatters = called.items.map(item => ({ ...item, whatHappened: item.whatHappened.trim() })).filter(item => item.whatHappened);
  return {
    way: called.way, satisfied, ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()] as const).filter(([, text]) => text)),
    ...newMatters.length > 0 && { newMatters },
  };
}
