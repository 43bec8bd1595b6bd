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

test('e-mail needs a server and a sender, and without them is not offered; webhooks stay out of this network unless they are let in', () => {
  expect(readConfig({})).toMatchObject({ mail: undefined, innerTargets: false });
  for (const url of ['smtp://mail.example.com', 'smtps://u%40x:p@mail.example.com:465']) for (const from of ['shouwen@example.com', '首问 <shouwen@example.com>'])
    expect(readConfig({ SMTP_URL: ` ${url} `, MAIL_FROM: from }).mail).toEqual({ url, from });
  expect([readConfig({ ALLOW_INNER_TARGETS: 'yes' }).innerTargets, readConfig({ ALLOW_INNER_TARGETS: 'no' }).innerTargets]).toEqual([true, false]);
});

test('backups are made daily of the embedded database, and of another only where it is asked for', () => {
  expect(readConfig({ SHOUWEN_HOME: '/srv/shouwen' }).backup).toEqual({ at: '02:30', keep: 7, folder: '/srv/shouwen/backups', passphrase: undefined });
  expect([readConfig({ DATABASE_URL: 'postgres://o@db/s' }).backup.at, readConfig({ BACKUP_AT: 'no' }).backup.at, readConfig({ DATABASE_URL: 'postgres://o@db/s', BACKUP_AT: '23:15' }).backup.at]).toEqual([null, null, '23:15']);
  const file = join(folder, 'passphrase');
  writeFileSync(file, '一句足够长的话就行了十二字\nmore\n');
  expect(readConfig({ BACKUP_PASSPHRASE_FILE: file, BACKUP_KEEP: '30', BACKUP_FOLDER: '/mnt/b' }).backup).toMatchObject({ passphrase: '一句足够长的话就行了十二字', keep: 30, folder: '/mnt/b' });
});

const SMTP_URL = 'smtp://u:hidden-word@mail.example.com';
const refused: [name: string, environment: Record<string, string>][] = [
  ...['0', '65536', '80a', '-1', '8e3', '1.5', '0x50'].map((PORT): [string, Record<string, string>] => ['PORT', { PORT }]),
  ...['a b', 'http://x', '127.0.0.1/8'].map((HOST): [string, Record<string, string>] => ['HOST', { HOST }]),
  ...['shouwen', 'ftp://x', 'https://x/app', 'https://u:p@x', 'javascript:alert(1)'].map((BASE_URL): [string, Record<string, string>] => ['BASE_URL', { BASE_URL }]),
  ['SHOUWEN_HOME', { SHOUWEN_HOME: 'data' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://root:secret@db/s' }],
  ['DATABASE_APP_URL', { DATABASE_APP_URL: 'postgres://a@db/s' }],
  ...['2:30', '24:00', 'yes'].map((BACKUP_AT): [string, Record<string, string>] => ['BACKUP_AT', { BACKUP_AT }]),
  ['BACKUP_KEEP', { BACKUP_KEEP: '0' }], ['BACKUP_FOLDER', { BACKUP_FOLDER: 'backups' }], ['BACKUP_PASSPHRASE_FILE', { BACKUP_PASSPHRASE_FILE: '/none' }],
  ['MAIL_FROM', { SMTP_URL }],
  ['SMTP_URL', { MAIL_FROM: 'shouwen@example.com' }],
  ...['mail.example.com:587', 'https://mail.example.com', 'smtp://', 'smtp://a b', 'smtp://u:p@host:port'].map((wrong): [string, Record<string, string>] => ['SMTP_URL', { SMTP_URL: wrong, MAIL_FROM: 'shouwen@example.com' }]),
  ...['shouwen', '首问', 'a@b@c', 'shouwen@example.com\r\nBcc: x@y.example', '首问 <shouwen>', 'a b@example.com'].map((MAIL_FROM): [string, Record<string, string>] => ['MAIL_FROM', { SMTP_URL, MAIL_FROM }]),
  ...['1', 'true', 'YES', '是'].map((ALLOW_INNER_TARGETS): [string, Record<string, string>] => ['ALLOW_INNER_TARGETS', { ALLOW_INNER_TARGETS }]),
  ['TLS_KEY_FILE', { TLS_CERT_FILE: '/c.pem' }],
  ['TLS_CERT_FILE', { TLS_KEY_FILE: '/k.pem' }],
  ['TLS_CERT_FILE', { TLS_CERT_FILE: join(folder, 'none.pem'), TLS_KEY_FILE: join(folder, 'none.pem') }],
];
test.each(refused)('a wrong %s is refused by its name, in both languages: %o', (name, environment) => {
  expect(() => readConfig(environment)).toThrow(expect.objectContaining({
    refusal: expect.objectContaining({ rule: 'input', field: name, zh: expect.stringContaining(`设置 ${name}`), en: expect.stringContaining(`Setting ${name}`) }) as unknown,
  }));
});

test.each([{ DATABASE_URL: 'mysql://root:hidden-word@db/s' }, { SMTP_URL: 'mailto://u:hidden-word@host', MAIL_FROM: 'shouwen@example.com' }, { SMTP_URL, MAIL_FROM: 'nobody' }])(
  'a refused setting that may hold a password is not repeated: %o', (environment) => {
    let said: unknown;
    try { readConfig(environment); } catch (error) { said = (error as { refusal: unknown }).refusal; }
    expect(JSON.stringify(said)).toMatch(/设置/);
    expect(JSON.stringify(said)).not.toContain('hidden-word');
  });

test('a certificate that is none is refused, a good one makes the address https', () => {
  const [cert, key, none] = ['cert.pem', 'key.pem', 'none.pem'].map((name) => join(folder, name)) as [string, string, string];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  writeFileSync(none, 'no certificate');
  expect(readConfig({ TLS_CERT_FILE: cert, TLS_KEY_FILE: key })).toMatchObject({ baseUrl: 'https://localhost:8686', tls: { cert: expect.stringContaining('BEGIN CERTIFICATE') as unknown } });
  expect(() => readConfig({ TLS_CERT_FILE: none, TLS_KEY_FILE: key })).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ field: 'TLS_CERT_FILE' }) as unknown }));
});
