import type { Verb } from '@shouwen/contract/matters';
import { noteAlarm } from '../alarms/note-alarm.ts';
import { callBack } from '../callbacks/call-back.ts';
import { exemptFromCallback } from '../callbacks/exempt-from-callback.ts';
import { answerQuestion, askQuestion } from '../callbacks/questions.ts';
import { signCallbackSlip } from '../callbacks/sign-callback-slip.ts';
import { approveExplanation } from '../complaints/approve-explanation.ts';
import { findFacts, reportInvestigation } from '../complaints/find-facts.ts';
import { acknowledgeRisk, flagRisk } from '../complaints/flag-risk.ts';
import { findOutsideCause, tellProgress } from '../complaints/follow-outside-cause.ts';
import { nameComplainedAbout } from '../complaints/name-complained-about.ts';
import { negotiate } from '../complaints/negotiate.ts';
import { passOnReply } from '../complaints/pass-on-reply.ts';
import { repeatComplaint } from '../complaints/repeat-complaint.ts';
import { stateClaim } from '../complaints/state-claim.ts';
import { stateFault } from '../complaints/state-fault.ts';
import { verifyHandling } from '../complaints/verify-handling.ts';
import { bringInCentre, reportCrossing } from '../matters/across-centres.ts';
import { accept } from '../matters/accept.ts';
import type { AnyDeed } from '../matters/deed.ts';
import { close } from '../matters/close.ts';
import { comeAgain } from '../matters/come-again.ts';
import { contact, receiveResult, tell } from '../matters/contact.ts';
import { correctTime } from '../matters/correct-time.ts';
import { issueCoordinationForm, settleCoordination } from '../matters/coordinate.ts';
import { decideKind } from '../matters/decide-kind.ts';
import { enterInError } from '../matters/enter-in-error.ts';
import { finishWork } from '../matters/finish-work.ts';
import { handOver, noteWrongTransfer } from '../matters/hand-over.ts';
import { nameResponsiblePerson } from '../matters/name-responsible-person.ts';
import { note } from '../matters/note.ts';
import { pause, resume } from '../matters/pause.ts';
import { issueSlip } from '../matters/issue-slip.ts';
import { keepPromise, movePromise, promise, releasePromise } from '../matters/promise.ts';
import { replyConclusively, replyInTheMeantime } from '../matters/reply.ts';
import { recordWork } from '../matters/record-work.ts';
import { noteSpecialEvent, reportSpecialEvent } from '../matters/report-special-event.ts';
import { reportToDutyManager } from '../matters/report-to-duty-manager.ts';
import { escalateConflict, nameDeputy, signResult, writeResult } from '../matters/slip-results.ts';
import { takeOver } from '../matters/take-over.ts';
import { findOutside, noteUnreached, tellWhoHandles } from '../matters/unreached.ts';
import { verifyAnswer } from '../matters/verify-answer.ts';

const all: readonly AnyDeed[] = [noteAlarm, reportToDutyManager, accept, handOver, issueSlip, writeResult, signResult, nameDeputy, escalateConflict, noteWrongTransfer, issueCoordinationForm, settleCoordination, reportCrossing, bringInCentre, replyInTheMeantime, replyConclusively,
  takeOver, decideKind, contact, tell, receiveResult, promise, movePromise, keepPromise, releasePromise, nameResponsiblePerson, noteUnreached, findOutside, tellWhoHandles,
  comeAgain, finishWork, verifyAnswer, pause, resume, recordWork, reportSpecialEvent, noteSpecialEvent, note, correctTime, enterInError, close,
  findFacts, reportInvestigation, negotiate, verifyHandling, approveExplanation, flagRisk, acknowledgeRisk, stateClaim, stateFault, nameComplainedAbout, findOutsideCause, tellProgress, passOnReply, repeatComplaint,
  callBack, exemptFromCallback, askQuestion, answerQuestion, signCallbackSlip];
/** Everything that can be done to a matter, whichever module it belongs to, by its verb. */
export const DEEDS: ReadonlyMap<Verb, AnyDeed> = new Map(all.map((deed) => [deed.verb, deed]));
