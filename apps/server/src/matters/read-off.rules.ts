import type { Clock } from '@shouwen/contract/clocks';
import type { Fact, Reporter } from '@shouwen/contract/facts';
import { digitsOf } from '../customers/phones.rules.ts';
import { papersOpen } from './papers.rules.ts';
import type { Standing } from './standing.rules.ts';

/** What `matter` holds besides its identity. */
export interface MatterColumns {
  received_at: Date; kind: string; class: string; channel: string; state: string; title: string; place: string | null; reporter_name: string | null; person_id: string | null; room_id: string | null;
  first_contact_id: string; holder_id: string; holder_department_id: string | null; complained_about_id: string | null;
  imported: boolean; closed_at: Date | null; closed_way: string | null;
  next_clock: string | null; next_rule: string | null; next_due_at: Date | null; next_warn_at: Date | null; next_breach_after: Date | null;
  words_text: string;
  /** Of the phone the reporter left. */
  reporter_digits: string | null;
  /** A slip or a form of it waits for somebody (papers.rules.ts). */
  papers_open: boolean;
}

/** The columns of `matter` that lists read: all of them follow from facts and clocks. */
export function columnsOf(facts: readonly Fact[], seen: Standing, clocks: readonly Clock[]): MatterColumns {
  // CMP-12 repeats another clock, which says better what is owed
  const next = clocks.find((clock) => clock.verdict === null && clock.due !== null && clock.name !== 'CMP-12/due');
  const date = (moment: number | null | undefined) => (moment == null ? null : new Date(moment));
  // FCR-10: who reported a wrongdoing stands on the matter alone, for those it goes to; no list, search or day of work names them
  const reporter = seen.kind === 'wrongdoing_report' ? {} : seen.reporter;
  return {
    received_at: new Date(seen.receivedAt), kind: seen.kind, class: seen.class, channel: seen.channel, state: seen.state, title: seen.title, place: reporter.place ?? null,
    reporter_name: reporter.name ?? null, person_id: reporter.personId ?? null, room_id: reporter.roomId ?? null,
    first_contact_id: seen.firstContact, holder_id: seen.holder.staff, holder_department_id: seen.holder.department ?? null,
    complained_about_id: [...seen.complainedAbout].at(-1) ?? null, imported: seen.imported,
    closed_at: date(seen.closed?.at), closed_way: seen.closed?.data.way ?? null,
    next_clock: next?.name ?? null, next_rule: next?.rule ?? null, next_due_at: date(next?.due), next_warn_at: date(next?.warnAt), next_breach_after: date(next?.breachAfter),
    words_text: wordsOf(facts, reporter), reporter_digits: digitsOf(reporter.phone ?? '') || null,
    papers_open: papersOpen(seen),
  };
}

/** What a search finds a matter by: title, place, the customer's words and the replies; not the receiver's opinion. */
function wordsOf(facts: readonly Fact[], { place, name }: Reporter): string {
  const words = facts.flatMap((f) => {
    if (f.what === 'received') return [f.data.title, place, name, f.data.whatHappened, f.data.whatIsWanted, f.data.unitComplainedAbout, ...(f.data.points?.map((p) => p.text) ?? [])];
    return 'text' in f.data && typeof f.data.text === 'string' ? [f.data.text] : [];
  });
  return words.filter(Boolean).join('\n').slice(0, 100_000);
}

