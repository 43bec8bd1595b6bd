import type { Fact, FactOf, Kind, Moment, SignsAs } from '@shouwen/contract/facts';
import { SIGNS_AS } from '@shouwen/contract/facts';

export interface Signature { as: SignsAs; by: string; at: Moment; seal: boolean; deputyFor: string | undefined }
/** FCR-27, FCR-38, FCR-40: a handling slip (投诉、查询处理单) from one department to another, as its facts say. */
export interface Slip {
  slip: string;
  /** Customer service has no department of its own: undefined. */
  from: string | undefined;
  to: string;
  text: string;
  issuedBy: string;
  issuedAt: Moment;
  accepted: { by: string; at: Moment } | undefined;
  person: string | undefined;
  escalatedAt: Moment | undefined;
  result: { text: string; by: string; at: Moment } | undefined;
  /** Who signs where the head doesn't, named by the head. */
  deputies: { as: SignsAs; deputy: string; by: string }[];
  /** Of the result as it reads now. */
  signatures: Signature[];
  unsigned: SignsAs[];
  /** When the last of them signed: the result isn't passed back before. */
  passedBackAt: Moment | undefined;
}

/** `happened`: in order. */
export function slipsOf(happened: readonly Fact[]): Slip[] {
  const all = <K extends Kind>(what: K) => happened.filter((f) => f.what === what) as unknown as FactOf<K>[];
  return all('handed_over').filter((f) => f.data.slip !== undefined).map((f) => {
    const { slip = '', fromDepartment, toDepartment = '', note = '' } = f.data;
    const of = <K extends 'slip_accepted' | 'person_named' | 'result_written' | 'deputy_named' | 'result_signed' | 'conflict_escalated'>(what: K) =>
      all(what).filter((fact) => (fact.data as { slip?: string }).slip === slip);
    const [accepted] = of('slip_accepted');
    const result = of('result_written').at(-1);
    const signatures = SIGNS_AS.flatMap((as): Signature[] => {
      const signed = result && of('result_signed').find((one) => one.data.as === as && happened.indexOf(one as Fact) > happened.indexOf(result as Fact));
      return signed ? [{ as, by: signed.by, at: signed.at, seal: signed.data.seal === true, deputyFor: signed.data.deputyFor }] : [];
    });
    const unsigned = SIGNS_AS.filter((as) => !signatures.some((one) => one.as === as));
    return {
      slip, from: fromDepartment, to: toDepartment, text: note, issuedBy: f.by, issuedAt: f.at,
      accepted: accepted && { by: accepted.by, at: accepted.at }, person: of('person_named').at(-1)?.data.person, escalatedAt: of('conflict_escalated')[0]?.at,
      result: result && { text: result.data.text, by: result.by, at: result.at }, deputies: of('deputy_named').map(({ by, data }) => ({ as: data.as, deputy: data.deputy, by })),
      signatures, unsigned, passedBackAt: unsigned.length ? undefined : Math.max(...signatures.map((one) => one.at)),
    };
  });
}

/** With a department, by name, and its result not passed back yet. */
export const underWay = (slips: readonly Slip[]) => slips.filter((slip) => slip.accepted && slip.passedBackAt === undefined);
