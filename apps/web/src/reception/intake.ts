import type { Channel, MatterKind } from '@shouwen/contract/facts';
import type { Registering } from '@shouwen/contract/matters';
import { proposePoints } from './propose-points.ts';

/** What the form holds while somebody talks; all of it words, so that it can be kept as a draft. Moments are ISO. */
export interface Intake {
  kind: MatterKind | ''; channel: Channel;
  /** Chosen from the file. */
  person: { id: string; name: string } | null;
  name: string; phone: string; place: string; roomId: string;
  /** CMP-06: what the customer may withhold; or nobody reported it, a colleague found it. */
  named: 'named' | 'anonymous' | 'neighbour_dispute' | 'found_by_staff';
  /** Empty: whoever types. */
  firstContactId: string;
  whatHappened: string; whatIsWanted: string; receiversOpinion: string;
  /** null: as proposed. */
  points: readonly string[] | null;
  feedbackBy: string;
  claimed: boolean; claimYuan: string; faultAlleged: boolean;
  personComplainedAbout: string; unitComplainedAbout: string;
  receivedAt: string; postedAt: string; link: string; referredBy: string; senderTerm: string;
  solved: boolean; solvedText: string; solvedSatisfied: 'yes' | 'no' | ''; superiorAsked: string; numberGiven: string; foundOutFrom: string;
  linkedTo: string;
  /** Ids of files already sent. */
  files: readonly string[];
  /** HOT-03: ids of the questions that were asked. */
  ticked: readonly string[];
  /** When the first word was typed. */
  began: string;
}
export const EMPTY_INTAKE: Intake = {
  kind: '', channel: 'phone', person: null, name: '', phone: '', place: '', roomId: '', named: 'named', firstContactId: '', whatHappened: '', whatIsWanted: '', receiversOpinion: '', points: null, feedbackBy: '',
  claimed: false, claimYuan: '', faultAlleged: false, personComplainedAbout: '', unitComplainedAbout: '', receivedAt: '', postedAt: '', link: '', referredBy: '', senderTerm: '',
  solved: false, solvedText: '', solvedSatisfied: '', superiorAsked: '', numberGiven: '', foundOutFrom: '', linkedTo: '', files: [], ticked: [], began: '',
};

/** FCR-08: goes first, the register is filled in afterwards. */
export const GRAVE_KINDS = ['hazard_or_disaster', 'urgent_help'] as const satisfies readonly MatterKind[];
export const isGrave = (kind: Intake['kind']) => (GRAVE_KINDS as readonly string[]).includes(kind);
export const isPosted = (channel: Channel) => channel === 'forum' || channel === 'social_media';
export const isReferred = (channel: Channel) => channel === 'superior' || channel === 'related_unit' || channel === 'owners_committee';
/** FCR-05: there is somebody to read it back to. */
/** A whole phone number typed by hand, as digits; empty while it is none. */
export const digitsToLookFor = (phone: string): string => { const digits = phone.replaceAll(/\D/g, ''); return digits.length >= 7 ? digits : ''; };
export const isSpoken = (channel: Channel) => channel === 'phone' || channel === 'in_person' || channel === 'oral';

/** CMP-29: what is to be answered one by one. */
export const pointsOf = ({ kind, points, whatIsWanted }: Intake): readonly string[] => kind === 'complaint' ? points ?? proposePoints(whatIsWanted) : [];

/** The body of the request: what stands on the form for this kind and channel, and nothing that was left empty. `inShort` is said where an emergency left no time for words. */
export function registeringOf(intake: Intake, { centreId, readBack, inShort }: { centreId: string; readBack: boolean; inShort: string }): Registering {
  const complaint = intake.kind === 'complaint';
  const grave = isGrave(intake.kind);
  const points = pointsOf(intake).map(point => point.trim()).filter(Boolean);
  return filled({
    centreId, kind: intake.kind as MatterKind, channel: intake.channel, readBack,
    reporter: filled({
      personId: intake.person?.id, name: intake.name, phone: intake.person ? undefined : intake.phone, roomId: intake.roomId, place: intake.place,
      withheld: intake.named === 'named' ? undefined : intake.named,
    }),
    firstContactId: intake.firstContactId,
    whatHappened: grave ? intake.whatHappened.trim() || inShort : intake.whatHappened, linkedTo: intake.linkedTo,
    receivedAt: intake.receivedAt, files: intake.files.length > 0 ? intake.files : undefined,
    ...!grave && { whatIsWanted: intake.whatIsWanted, receiversOpinion: intake.receiversOpinion, feedbackBy: intake.feedbackBy },
    ...isPosted(intake.channel) && { postedAt: intake.postedAt, link: intake.link },
    ...isReferred(intake.channel) && { referredBy: intake.referredBy, senderTerm: intake.senderTerm },
    ...complaint && {
      points: points.length > 0 ? points : undefined, personComplainedAbout: intake.personComplainedAbout, unitComplainedAbout: intake.unitComplainedAbout,
      claimYuan: intake.claimed ? intake.claimYuan : undefined, faultAlleged: intake.claimed ? intake.faultAlleged : undefined,
    },
    ...intake.solved && !grave && { solvedOnSpot: filled({ text: intake.solvedText, satisfied: intake.solvedSatisfied === 'yes', superiorAsked: intake.superiorAsked, numberGiven: intake.numberGiven, foundOutFrom: intake.foundOutFrom }) },
  }) as Registering;
}

function filled(body: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => {
    const kept = typeof value === 'string' ? value.trim() : value;
    return kept === '' || kept === undefined ? [] : [[name, kept]];
  }));
}

/** The fields without which nothing can be sent; what a rule of the book asks for, the server says. */
export function missingIn(intake: Intake): ('kind' | 'whatHappened' | 'solvedOnSpot.text' | 'solvedOnSpot.satisfied' | 'claimYuan')[] {
  if (isGrave(intake.kind)) return [];
  return [
    ...intake.kind === '' ? ['kind' as const] : [],
    ...intake.whatHappened.trim() === '' ? ['whatHappened' as const] : [],
    ...intake.kind === 'complaint' && intake.claimed && !/^\d{1,9}(\.\d{1,2})?$/.test(intake.claimYuan.trim()) ? ['claimYuan' as const] : [],
    ...intake.solved && intake.solvedText.trim() === '' ? ['solvedOnSpot.text' as const] : [],
    ...intake.solved && intake.solvedSatisfied === '' ? ['solvedOnSpot.satisfied' as const] : [],
  ];
}
