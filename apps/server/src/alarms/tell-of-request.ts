import type { PostCode } from '@shouwen/contract/posts';
import type { TellOfRequest } from '../roster/request-news.ts';
import { lockRequest, type StoredRequest } from '../roster/requests.store.ts';
import { centreOf } from '../staff/centres.store.ts';
import { directSupervisor, whoHolds, type Roster } from '../staff/on-duty.rules.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { namesOfStaff } from '../staff/staff.queries.ts';
import { ACTIONS } from '../staff/who-may.rules.ts';
import { sendMessages } from './messages.store.ts';
import { dutyOfPart, partsTold, sayRequest, type Part } from './say-request.rules.ts';

/** SHF-01: whom a swap, a leave or overtime concerns hears of it as it is asked, agreed, decided, taken back or ended early; the message leads to it. */
export const tellOfRequest: TellOfRequest = async (work, requestId, news) => {
  const { tx, now, by: { companyId, id: me } } = work;
  const request = (await lockRequest(tx, companyId, requestId))!;
  const { kind, centreId, staffId, otherId, decidedBy, endedBy } = request;
  const roster = await rosterOf(tx, companyId, now, now, [centreId]);
  const names = await namesOfStaff(tx, companyId, [staffId, otherId, decidedBy, endedBy].filter((id) => id !== null));
  const name = (id: string | null) => id === null ? null : names.get(id) ?? null;
  const { zone } = (await centreOf(tx, companyId, centreId))!;
  const who: Record<Part, readonly string[]> = { asker: [staffId], colleague: otherId ? [otherId] : [], taker: otherId ? [otherId] : [], decider: deciders(request, now.getTime(), roster) };
  const requested = { kind, from: request.from, until: request.until, zone, asker: name(staffId)!, other: name(otherId), decidedBy: name(decidedBy), why: request.why,
    ended: request.endedAt && { at: request.endedAt.getTime(), by: name(endedBy)!, why: request.endedWhy! } };
  await sendMessages(tx, companyId, partsTold(news, kind, request.agreedAt !== null).flatMap((part) => who[part].filter((one) => one !== me).map((one) => {
    const { acts, ...duty } = dutyOfPart(news, part, kind);
    return {
      staffId: one, centreId, kind: 'check' as const, matterId: null, clockId: null, step: `request ${requestId} ${news}`, as: part, urgent: false, rule: 'SHF-01', duty,
      due: acts && kind !== 'overtime' ? new Date(request.from) : null, leadsTo: '/roster?tab=requests', ...sayRequest(news, part, requested),
    };
  })), now);
};

/** The next above whoever asked who keeps the roster and isn't concerned (FCR-19); else the head of the centre, at last the company's administrator. */
function deciders({ staffId, otherId, centreId }: StoredRequest, at: number, roster: Roster): readonly string[] {
  const keeps: readonly PostCode[] = ACTIONS.keep_roster.by;
  const may = (one: string) => one !== staffId && one !== otherId && roster.posts.some((held) => held.staffId === one && keeps.includes(held.post));
  const ranks = [directSupervisor(staffId, centreId, at, roster).staff, whoHolds('centre_manager', { centreId }, at, roster).staff, whoHolds('company_administrator', { centreId }, at, roster).staff];
  return ranks.map((rank) => rank.filter(may)).find((rank) => rank.length > 0) ?? [];
}
