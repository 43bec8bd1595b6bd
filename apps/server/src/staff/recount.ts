/**
 * What the job `recount` is told: a calendar has changed from a day on, of one centre or (null) of all the company's. A holiday notice is knowledge,
 * not policy: it moves every open clock it touches.
 */
export interface Recount { companyId: string; centreId: string | null; from: string }
