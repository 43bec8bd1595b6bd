import { Type, type Static } from 'typebox';
import { orNull } from './schema.ts';

/** GET /demonstration: how much of the invented history is there; null once all of it is, and where the company is no demonstration. */
export const HistoryFilling = Type.Object({ filling: orNull(Type.Object({ done: Type.Integer(), total: Type.Integer() })) });
export type HistoryFilling = Static<typeof HistoryFilling>;
