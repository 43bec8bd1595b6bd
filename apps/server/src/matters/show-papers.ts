import type { CoordinationShown, SlipShown } from '@shouwen/contract/matters';
import type { Coordination } from './coordinations.rules.ts';
import type { Scene } from './deed.ts';
import type { Names } from './names.queries.ts';
import { signsAs } from './sign.rules.ts';
import type { Slip } from './slips.rules.ts';

const iso = (moment: number | undefined) => (moment === undefined ? null : new Date(moment).toISOString());
const said = (moment: number) => new Date(moment).toISOString();

/** FCR-38: a slip as screen and paper show it, with what whoever asks may sign. */
export const showSlip = (slip: Slip, scene: Scene, names: Names): SlipShown => ({
  number: slip.slip, from: names.department(slip.from), to: names.department(slip.to) ?? '', text: slip.text, issuedBy: names.person(slip.issuedBy), issuedAt: said(slip.issuedAt),
  acceptedBy: names.person(slip.accepted?.by), acceptedAt: iso(slip.accepted?.at), person: names.person(slip.person), escalatedAt: iso(slip.escalatedAt),
  result: slip.result ? { text: slip.result.text, by: names.person(slip.result.by), at: said(slip.result.at) } : null,
  signatures: slip.signatures.map(({ as, by, at, seal, deputyFor }) => ({ as, by: names.person(by), at: said(at), seal, deputyFor: names.person(deputyFor)?.name ?? null })),
  unsigned: slip.unsigned, passedBackAt: iso(slip.passedBackAt), yours: signsAs(scene, slip),
});

/** FCR-21, FCR-23. */
export const showCoordination = (one: Coordination, names: Names): CoordinationShown => ({
  number: one.form, by: names.person(one.by), at: said(one.at), text: one.text, lead: names.department(one.lead), departments: one.departments.flatMap((id) => names.department(id) ?? []),
  handedOverBy: names.person(one.handedOverBy),
  settled: one.settled ? { by: names.person(one.settled.by), at: said(one.settled.at), text: one.settled.text, department: names.department(one.settled.department) } : null,
});
