import type { MatterShown } from '@shouwen/contract/matters';

/** What a form about a matter must know of it. */
export type About = Pick<MatterShown, 'number' | 'revision' | 'centreId' | 'zone'> & Partial<Pick<MatterShown, 'promises' | 'facts' | 'clocks' | 'flags' | 'slips' | 'coordinations' | 'standing'>>;
