import { no, Unseen } from '../policy/refusal.ts';

/** The state that whoever writes has seen, of `If-Match: "<revision>"`. @throws Unseen where it is missing. */
export function revisionSeen(header: string | undefined): number {
  const revision = /^"?(\d{1,9})"?$/.exec(header ?? '')?.[1];
  if (revision === undefined) throw new Unseen(no('input', 'if_match', '缺少 If-Match：请带上所见内容的版本号。', 'If-Match is missing: name the revision you have seen.'));
  return Number(revision);
}
