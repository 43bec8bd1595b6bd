import { no, type Verdict } from '../policy/refusal.ts';
import { may, mayDo } from '../staff/who-may.rules.ts';
import type { Scene } from './deed.ts';
import type { Standing } from './standing.rules.ts';

/** FCR-22: whoever of another centre was brought in acts on this matter for their part; what takes a post here stays closed to them. */
export const anyEmployee = ({ by, centreId, seen }: Scene): Verdict => seen.broughtIn.has(by.id) ? 'yes' : mayDo(by, 'work_on_matters', { centreId });

/** CMP-44: the person complained about is heard, and decides nothing. */
export const notComplainedAbout = ({ by, seen }: Scene): Verdict => seen.complainedAbout.has(by.id)
  ? no('CMP-44', 'complained_about', '您是被投诉人，须由直接上级办理；您可以用“补充说明”陈述情况。', 'You are complained about: your superior acts on this; you may state your side in a note.') : 'yes';
/** CMP-44: nor is it put into their hands, or decided in their name, by anybody else. */
export const notInTheirHands = (seen: Standing, staffId: string | undefined, field: string): Verdict => staffId !== undefined && seen.complainedAbout.has(staffId)
  ? no('CMP-44', 'complained_about', '不能由被投诉人接手、办理或批准，请另选一位同事。', 'The person complained about cannot take it, work on it or approve: choose somebody else.', field) : 'yes';

export const isOpen = ({ seen }: Scene): Verdict => seen.closed
  ? no('CNT-07', 'closed', '事项已关闭；客户再次反映请用“再次反映”。', 'The matter is closed; a repeat is entered as such.') : 'yes';

/** The first of these that says no. */
export const all = (...verdicts: readonly Verdict[]): Verdict => verdicts.find((verdict) => verdict !== 'yes') ?? 'yes';
/** What every act on an open matter needs. */
export const mayAct = (scene: Scene): Verdict => all(anyEmployee(scene), isOpen(scene), notComplainedAbout(scene));

/** The one who holds the matter or does the work on it, or whoever dispatches in this centre. */
export const inCharge = (scene: Scene): Verdict => all(mayAct(scene),
  scene.by.id === scene.seen.holder.staff || scene.by.id === scene.seen.responsiblePerson ? 'yes' : mayDo(scene.by, 'dispatch_matters', { centreId: scene.centreId }));
export const dispatches = ({ by, centreId }: Scene) => may(by, 'dispatch_matters', { centreId });
