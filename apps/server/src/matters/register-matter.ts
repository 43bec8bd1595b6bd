import type { Registering } from '@shouwen/contract/matters';
import { v7 } from 'uuid';
import { dayIn } from '../calendar/calendar.rules.ts';
import type { Work } from '../db/work.ts';
import type { Policy } from '../policy/policy.ts';
import { insist, NotFound } from '../policy/refusal.ts';
import { centreOf } from '../staff/centres.store.ts';
import { rosterOf } from '../staff/roster.store.ts';
import { belongsTo, type Staff } from '../staff/staff.ts';
import { reachedAs } from './asked-to-accept.rules.ts';
import { colleagueHere, insistOnStaff } from './centres.queries.ts';
import { atTheDesk, becomesFirstContact, notFirstContact } from './first-contact.rules.ts';
import { MANAGERS } from './hand-over.rules.ts';
import { entryComplete, numberMayBeGiven, onSpotAllowed, timesHold, titleOf } from './intake.rules.ts';
import { record, withoutGaps } from './record.ts';
import type { UnstoredMatter } from './settle.ts';
import { isSpoken } from './standing.rules.ts';
import { wordsSaid } from './words-said.ts';

/**
 * FCR-02, FCR-04: a matter is taken in, on whatever channel, by anyone. Registering it puts it into the service centre's queue (CHO-01);
 * the first-contact person holds it until somebody accepts by name (FCR-07). Money in the claim is exact text of yuan.
 */
export async function registerMatter(work: Work, intake: Registering): Promise<UnstoredMatter> {
  if (!belongsTo(work.by, intake.centreId)) throw new NotFound('centre');
  const centre = await centreOf(work.tx, work.by.companyId, intake.centreId);
  if (!centre) throw new NotFound('centre');
  const receivedAt = intake.receivedAt ? new Date(intake.receivedAt) : work.now;
  const policy = (await work.timekeepingOf(intake.centreId)).policyFor(receivedAt.getTime(), work.now.getTime());
  insist(entryComplete(intake, policy), timesHold(intake, work.now), onSpotAllowed(intake));
  const firstContact = await firstContactOf(work, intake, receivedAt, policy);
  insist(numberMayBeGiven(intake, firstContact.posts.some(({ post }) => MANAGERS.includes(post)), policy));
  if (intake.personComplainedAbout) await insistOnStaff(work.tx, work.by.companyId, intake.personComplainedAbout);

  const number = await work.takeNumber(centre, monthOf(receivedAt, centre.zone));
  const matter: UnstoredMatter = {
    id: v7(), number, centreId: centre.id, revision: 0, facts: [], added: [],
    unstored: { id: '', centreId: centre.id, number, source: null, registeredAt: work.now },
  };
  matter.unstored.id = matter.id;
  work.matters.set(matter.id, matter);

  const at = receivedAt.getTime();
  const moment = (time: string | undefined) => (time === undefined ? undefined : new Date(time).getTime());
  record(work, matter, 'received', {
    kind: intake.kind, channel: intake.channel, firstContact: firstContact.id, reporter: intake.reporter, title: titleOf(intake),
    whatHappened: intake.whatHappened.trim(), readBack: intake.readBack,
    ...withoutGaps({ reachedAs: reachedAs(firstContact, intake.centreId), whatIsWanted: intake.whatIsWanted, receiversOpinion: intake.receiversOpinion, feedbackBy: moment(intake.feedbackBy), senderTerm: moment(intake.senderTerm),
      referredBy: intake.referredBy, personComplainedAbout: intake.personComplainedAbout, unitComplainedAbout: intake.unitComplainedAbout,
      points: intake.points?.map((text) => ({ id: v7(), text })), files: intake.files, linkedTo: intake.linkedTo, link: intake.link }),
  }, at);
  if (intake.postedAt) record(work, matter, 'posted', {}, moment(intake.postedAt)!);
  // FCR-30: answering the phone or hearing somebody out is a real contact; a letter found in a box is none
  if (isSpoken(intake.channel)) record(work, matter, 'contacted', { whom: 'customer', as: 'first_contact_person' }, at);
  if (intake.faultAlleged !== undefined) record(work, matter, 'fault_stated', { fault: intake.faultAlleged ? 'alleged' : 'not_alleged' }, at);
  if (intake.claimYuan) record(work, matter, 'claim_stated', { yuan: Number(intake.claimYuan) }, at);
  if (intake.solvedOnSpot) record(work, matter, 'solved_on_spot', { ...withoutGaps(intake.solvedOnSpot), ...await wordsSaid(work, matter, policy, { texts: { 'solvedOnSpot.text': intake.solvedOnSpot.text } }) });
  return matter;
}

/** FCR-02, CHO-09: whom the customer reached first, where that makes them the first-contact person; else whoever is at the desk. */
async function firstContactOf(work: Work, { centreId, firstContactId }: Registering, receivedAt: Date, { choices: { first_contact_person: who } }: Policy): Promise<Staff> {
  const { companyId } = work.by;
  const reached = await colleagueHere(work.tx, companyId, centreId, firstContactId ?? work.by.id, work.now);
  if (becomesFirstContact(reached, centreId, who)) return reached;
  const desk = firstContactId === undefined ? atTheDesk(centreId, receivedAt.getTime(), await rosterOf(work.tx, companyId, receivedAt, work.now, [centreId]), who) : undefined;
  insist(desk === undefined ? notFirstContact(who) : 'yes');
  return colleagueHere(work.tx, companyId, centreId, desk!, work.now);
}

/** 2611: the centre's local year and month. */
const monthOf = (at: Date, zone: string) => dayIn(zone, at).replaceAll('-', '').slice(2, 6);
