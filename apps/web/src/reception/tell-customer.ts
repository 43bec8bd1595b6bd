import type { ClockShown, MatterShown } from '@shouwen/contract/matters';
import type { Language } from '../ui/language.tsx';
import { sayDue } from '../ui/times.ts';

/** The next time the customer hears of us: the earliest clock still open that is owed to them; null where none is. */
export function nextWord(clocks: readonly ClockShown[]): ClockShown | null {
  const open = clocks.filter(({ verdict, due, to, group }) => verdict === null && due !== null && group !== 'accept' && to.some(post => post === 'customer' || post === 'first_customer'));
  return open.toSorted((a, b) => a.due! - b.due!)[0] ?? null;
}

/** What the receptionist says before hanging up: number, who has it, when they hear of us. `manager` is who a class I matter rang at. */
export function tellCustomer(matter: Pick<MatterShown, 'number' | 'class' | 'clocks' | 'holder' | 'zone' | 'state'>, { now, language, manager, again }: { now: Date; language: Language; manager: string | null; again: boolean }): string {
  const zh = language === 'zh';
  const short = matter.number.split('-').at(-1)!;
  const begin = again ? (zh ? `您再次反映的情况已记下，编号 ${short}。` : `Your asking again is noted under number ${short}. `) : zh ? `已为您登记，编号 ${short}。` : `It is registered, number ${short}. `;
  if (matter.class === 'I') {
    const who = manager ?? (zh ? '当班最高管理者' : 'The duty manager');
    return begin + (zh ? `${who}马上与您联系。请先离开危险处，注意安全。` : `${who} contacts you at once. Please leave the danger first.`);
  }
  const held = matter.holder ? (zh ? `由${matter.holder.name}负责，` : `${matter.holder.name} has it; `) : '';
  const due = nextWord(matter.clocks)?.due;
  if (due === undefined || due === null) return begin + (zh ? '谢谢您告诉我们。' : 'Thank you for telling us.');
  const when = sayDue(due, { zone: matter.zone, now, language });
  return begin + held + (zh ? `${when}答复您。` : `you hear from us ${when}.`);
}
