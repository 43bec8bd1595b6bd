import { Type, type Static } from 'typebox';
import { orNull } from './schema.ts';

const Time = Type.String({ format: 'date-time' });

/** One daily backup. `endedAt` null: it runs, or was cut off. `bytes`: its size, where it succeeded. */
export const BackupRun = Type.Object({ file: Type.String(), begunAt: Time, endedAt: orNull(Time), bytes: orNull(Type.Integer()), failure: orNull(Type.Object({ zh: Type.String(), en: Type.String() })) });
export type BackupRun = Static<typeof BackupRun>;

/** `plan` null: nothing is backed up by itself. `at`: HH:MM in `zone`; `keep`: how many are kept; `folder`: on the server; `sealed`: by a passphrase. */
export const BackupsShown = Type.Object({
  plan: orNull(Type.Object({ at: Type.String(), zone: Type.String(), keep: Type.Integer(), folder: Type.String(), sealed: Type.Boolean() })),
  last: orNull(BackupRun), success: orNull(BackupRun),
});
export type BackupsShown = Static<typeof BackupsShown>;
