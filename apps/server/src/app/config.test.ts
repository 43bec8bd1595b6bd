import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'shouwen-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('everything has a default: this machine alone, plain HTTP, the embedded database', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8686, baseUrl: 'http://localhost:8686', tls: undefined, database: 'embedded' });
  expect(readConfig({ PORT: '', HOST: ' ', SHOUWEN_HOME: '' })).toEqual(readConfig({}));
});

test('what is set holds, and the address follows host and port unless it is set itself', () => {
  expect(readConfig({ PORT: '9000', HOST: '0.0.0.0' }).baseUrl).toBe('http://localhost:9000');
  expect(readConfig({ PORT: '9000', HOST: '::1' }).baseUrl).toBe('http://localhost:9000');
  expect(readConfig({ HOST: 'fd00::7' }).baseUrl).toBe('http://[fd00::7]:8686');
  expect(readConfig({ BASE_URL: 'https://shouwen.example.com/' }).baseUrl).toBe('https://shouwen.example.com');
  expect(readConfig({ SHOUWEN_HOME: '/srv/shouwen' }).home).toBe('/srv/shouwen');
  expect(readConfig({ DATABASE_URL: 'postgres://o@db/s' }).database).toEqual({ ownerUrl: 'postgres://o@db/s', appUrl: undefined });
});

const refused: [name: string, environment: Record<string, string>][] = [
  ...['0', '65536', '80a', '-1', '8e3', '1.5', '0x50'].map((PORT): [string, Record<string, string>] => ['PORT', { PORT }]),
  ...['a b', 'http://x', '127.0.0.1/8'].map((HOST): [string, Record<string, string>] => ['HOST', { HOST }]),
  ...['shouwen', 'ftp://x', 'https://x/app', 'https://u:p@x', 'javascript:alert(1)'].map((BASE_URL): [string, Record<string, string>] => ['BASE_URL', { BASE_URL }]),
  ['SHOUWEN_HOME', { SHOUWEN_HOME: 'data' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://root:secret@db/s' }],
  ['DATABASE_APP_URL', { DATABASE_APP_URL: 'postgres://a@db/s' }],
  ['TLS_KEY_FILE', { TLS_CERT_FILE: '/c.pem' }],
  ['TLS_CERT_FILE', { TLS_KEY_FILE: '/k.pem' }],
  ['TLS_CERT_FILE', { TLS_CERT_FILE: join(folder, 'none.pem'), TLS_KEY_FILE: join(folder, 'none.pem') }],
];
test.each(refused)('a wrong %s is refused by its name, in both languages: %o', (name, environment) => {
  expect(() => readConfig(environment)).toThrow(expect.objectContaining({
    refusal: expect.objectContaining({ rule: 'input', field: name, zh: expect.stringContaining(`设置 ${name}`), en: expect.stringContaining(`Setting ${name}`) }) as unknown,
  }));
});

test('a refused database address is not repeated, for it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://root:secret@db/s' })).toThrow(expect.not.objectContaining({ message: expect.stringContaining('secret') as unknown }));
});

test('a certificate that is none is refused, a good one makes the address https', () => {
  const [cert, key, none] = ['cert.pem', 'key.pem', 'none.pem'].map((name) => join(folder, name)) as [string, string, string];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  writeFileSync(none, 'no certificate');
  expect(readConfig({ TLS_CERT_FILE: cert, TLS_KEY_FILE: key })).toMatchObject({ baseUrl: 'https://localhost:8686', tls: { cert: expect.stringContaining('BEGIN CERTIFICATE') as unknown } });
  expect(() => readConfig({ TLS_CERT_FILE: none, TLS_KEY_FILE: key })).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ field: 'TLS_CERT_FILE' }) as unknown }));
});
