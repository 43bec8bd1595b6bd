import { createHash, randomBytes } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';

/** 256 random bits: nobody guesses it, so a plain hash is kept of it and no slow one. */
export const newSecret = (prefix = '') => prefix + randomBytes(32).toString('base64url');
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

/** What must be read again is kept sealed by the installation's secret: no row and no copy of one table gives it away. */
export const seal = (key: string, text: string): Promise<string> => symmetricEncrypt({ key, data: text });
/** @throws where it was sealed by another, or changed */
export const unseal = (key: string, sealed: string): Promise<string> => symmetricDecrypt({ key, data: sealed });
