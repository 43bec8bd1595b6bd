import type { PostCode } from '@shouwen/contract/posts';
import type { PostHeld } from '@shouwen/contract/staff';
import { no, type Verdict } from '../policy/refusal.ts';

/** Whether one of the posts held must have a second step. */
export const mustHaveTotp = (posts: readonly PostHeld[], required: readonly PostCode[]): boolean => posts.some(({ post }) => required.includes(post));

/** What some providers call a sign-in with several factors in `acr`; in `amr` it is RFC 8176's word. */
const ACR = ['mfa', 'phr', 'phrh', 'http://schemas.openid.net/pape/policies/2007/06/multi-factor', 'https://refeds.org/profile/mfa'];

/** Whether the provider says that it has asked for a second step itself. */
export function provedTwice({ amr, acr }: { amr?: unknown; acr?: unknown }): boolean {
  return (Array.isArray(amr) && amr.includes('mfa')) || (typeof acr === 'string' && ACR.includes(acr));
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
/** https; on this machine plain http too. */
export function issuerFits(issuer: string): Verdict {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const safe = url && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname)));
  return safe && !url.username && !url.search && !url.hash ? 'yes'
    : no('input', 'issuer', '颁发者地址应以 https:// 开头，照公司账号系统给出的原样填写，不带问号和井号。', 'The issuer begins with https:// and is written as the provider gives it, without ? and #.', 'issuer');
}

/** A step back that took nothing with it: what counts for one's own sign-in is asked of oneself or of somebody else. */
export function mayResetTotpOf(byId: string, staffId: string): Verdict {
  return byId !== staffId ? 'yes'
    : no('input', 'own_second_step', '自己的两步验证请在“登录与密码”里凭验证码或恢复码关闭；都没有时请另一位管理员重置。', 'Turn your own off with a code or a recovery code; without either, another administrator resets it.');
}
