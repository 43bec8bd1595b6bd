import type { OpenMatter } from '../db/work.ts';

/** Printed on a handling slip: the matter's number, and which slip of it. */
export const nextSlip = ({ number, facts }: Pick<OpenMatter, 'number' | 'facts'>) => `${number}-S${1 + facts.filter((f) => f.what === 'handed_over' && f.data.slip !== undefined).length}`;
/** On a coordination form, whoever filed it. */
export const nextForm = ({ number, facts }: Pick<OpenMatter, 'number' | 'facts'>) =>
  `${number}-C${1 + facts.filter((f) => f.what === 'coordination_issued' || (f.what === 'wrongly_received' && f.data.form !== undefined)).length}`;
