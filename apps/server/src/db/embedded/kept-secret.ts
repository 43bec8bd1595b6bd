import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A random secret of this installation, made at the first call and the same ever after; in `home`/secrets, for its owner's eyes only.
 * Written whole or not at all: two that make it at once, or one killed in between, leave one secret.
 */
export async function keptSecret(home: string, name: string): Promise<string> {
  const folder = join(home, 'secrets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  const made = join(folder, `${name}.${process.pid}.${randomBytes(4).toString('hex')}`);
  await writeFile(made, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    await link(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(made);
  }
  return readFile(file, 'utf8');
}
