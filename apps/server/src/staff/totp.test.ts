import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issuerFits, provedTwice } from './second-step.rules.ts';
import { codeAt, newRecoveryCodes, newTotpSecret, otpauth, stepAt, stepOfCode } from './totp.ts';

/** RFC 6238, appendix B: the ASCII secret 12345678901234567890; its codes have eight digits, ours are the last six. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of the second step', () => {
  test('is the one of RFC 6238', () => {
    const at = (seconds: number) => codeAt(RFC, stepAt(new Date(seconds * 1000)));
    expect([59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000].map(at)).toEqual(['287082', '081804', '050471', '005924', '279037', '353130']);
  });
  test('is taken one step early and one late, and no further', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 2 ** 37 }), fc.integer({ min: -5, max: 5 }), (step, off) => {
      const secret = newTotpSecret();
      const found = stepOfCode(secret, codeAt(secret, step + off), new Date(step * 30_000));
      expect(Math.abs(off) <= 1 ? found !== null : found === null || Math.abs(found - step) <= 1).toBe(true);
      if (Math.abs(off) <= 1 && found !== null) expect(codeAt(secret, found)).toBe(codeAt(secret, step + off));
    }));
    expect([-2, -1, 0, 1, 2].map((off) => stepOfCode(RFC, codeAt(RFC, 1000 + off), new Date(1000 * 30_000)))).toEqual([null, 999, 1000, 1001, null]);
  });
  test('comes of a secret that every app can read', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(otpauth('ABC', 'hejiayi', '首问 恒屿')).toBe('otpauth://totp/hejiayi?secret=ABC&issuer=%E9%A6%96%E9%97%AE%20%E6%81%92%E5%B1%BF');
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
  });
});

describe('what a provider says', () => {
  test('counts as two steps where amr or acr says so', () => {
    expect([{ amr: ['pwd', 'mfa'] }, { acr: 'phr' }, { acr: 'https://refeds.org/profile/mfa' }].map(provedTwice)).toEqual([true, true, true]);
    expect([{}, { amr: 'mfa' }, { amr: ['pwd', 'otp'] }, { acr: '1' }, { acr: ['mfa'] }].map(provedTwice)).toEqual([false, false, false, false, false]);
  });
  test('comes over https, or from this machine', () => {
    expect(['https://id.example.com/realms/a', 'http://127.0.0.1:9000', 'http://localhost'].map(issuerFits)).toEqual(['yes', 'yes', 'yes']);
    for (const issuer of ['http://id.example.com', 'ftp://x', 'id.example.com', 'https://a:b@x.com', 'https://x.com?a=1', 'https://x.com#a']) expect(issuerFits(issuer)).toMatchObject({ field: 'issuer' });
  });
});
