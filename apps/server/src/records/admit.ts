import { insist, NotFound } from '../policy/refusal.ts';
import { belongsTo, type Staff } from '../staff/staff.ts';
import { mayDo, type Action } from '../staff/who-may.rules.ts';

/** Whoever asks may do that in this centre. @throws NotFound where the centre isn't theirs; Refused (ORG-01) */
export function admit(by: Staff, action: Action, centreId: string): void {
  if (!belongsTo(by, centreId)) throw new NotFound(centreId);
  insist(mayDo(by, action, { centreId }));
}
