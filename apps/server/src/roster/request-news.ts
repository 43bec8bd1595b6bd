import type { Work } from '../db/work.ts';

/** SHF-01: what can happen to a swap, a leave or overtime that others must hear of. */
export type RequestNews = 'asked' | 'agreed' | 'declined' | 'approved' | 'refused' | 'taken_back' | 'ended_early';

/** Tells whoever it concerns, in the same transaction; the app hands it down, so that nothing here looks up. */
export type TellOfRequest = (work: Work, requestId: string, news: RequestNews) => Promise<void>;
