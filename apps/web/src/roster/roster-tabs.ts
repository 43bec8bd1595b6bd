/** The parts of the roster's screen, as its address names them. */
export const ROSTER_TABS = ['week', 'handover', 'requests', 'attendance'] as const;
export type RosterTab = (typeof ROSTER_TABS)[number];
