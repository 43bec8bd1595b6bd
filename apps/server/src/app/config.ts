import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { no, Refused } from '../policy/refusal.ts';

/** What an installation sets by its environment; everything has a default. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people and their phones reach the server; links begin with it. Without a slash at its end. */
  readonly baseUrl: string;
  /** PEM texts; without them plain HTTP, for a proxy in front or for this machine alone. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** SHOUWEN_HOME: the folder of all that must survive, the embedded database and the secrets. */
  readonly home: string;
  /** The SMTP server and the sender of e-mail; without them it is not offered. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** May webhooks and push services be in this machine's own network? */
  readonly innerTargets: boolean;
  readonly backup: BackupSettings;
  readonly database: 'embedded' | { readonly ownerUrl: string; readonly appUrl: string | undefined };
}

export interface BackupSettings {
  /** When it is made each day, as a clock in China shows it (HH:MM); null: by nobody but a person. */
  readonly at: string | null;
  /** How many of the daily ones are kept. */
  readonly keep: number;
  readonly folder: string;
  /** Seals the file; undefined: it is not sealed. */
  readonly passphrase: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Refused naming the setting that is wrong */
export function readConfig(environment: Environment): Config {
  // `PORT= bin/start` means the default
  const given = (name: string) => environment[name]?.trim() || undefined;
  const host = readHost(given('HOST') ?? '127.0.0.1');
  const port = readPort(given('PORT') ?? '8686');
  const tls = readTls(given('TLS_CERT_FILE'), given('TLS_KEY_FILE'));
  const [home, database] = [readHome(given('SHOUWEN_HOME')), readDatabase(given('DATABASE_URL'), given('DATABASE_APP_URL'))];
  const passphraseFile = given('BACKUP_PASSPHRASE_FILE');
  return {
    host, port, tls, home, database,
    baseUrl: readBaseUrl(given('BASE_URL')) ?? `${tls ? 'https' : 'http'}://${placeToReach(host)}:${port}`,
    mail: readMail(given('SMTP_URL'), given('MAIL_FROM')),
    innerTargets: readYes('ALLOW_INNER_TARGETS', given('ALLOW_INNER_TARGETS')),
    backup: {
      // a database of their own is kept by people who have their own ways
      at: readAt(given('BACKUP_AT') ?? (database === 'embedded' ? '02:30' : 'no')), keep: readKeep(given('BACKUP_KEEP') ?? '7'),
      folder: readFolder('BACKUP_FOLDER', given('BACKUP_FOLDER')) ?? join(home, 'backups'), passphrase: passphraseFile && readPassphrase('BACKUP_PASSPHRASE_FILE', passphraseFile),
    },
  };
}

function readHost(text: string): string {
  if (/^[\w.:-]+$/.test(text)) return text;
  throw wrong('HOST', `“${text}”不是主机名或 IP 地址。例如 127.0.0.1（只限本机）或 0.0.0.0（局域网也能访问）。`,
    `"${text}" is no host name or IP address. For example 127.0.0.1 (this machine alone) or 0.0.0.0 (the local network too).`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw wrong('PORT', `“${text}”不是端口号，应为 1 至 65535 的整数。`, `"${text}" is no port: a whole number from 1 to 65535.`);
}

function readBaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username) return url.origin;
  throw wrong('BASE_URL', `“${text}”不是完整的访问地址，应形如 https://shouwen.example.com，不带路径。`,
    `"${text}" is no address: like https://shouwen.example.com, without a path.`);
}

function readTls(certFile: string | undefined, keyFile: string | undefined) {
  if (!certFile && !keyFile) return undefined;
  if (!certFile || !keyFile) {
    throw wrong(certFile ? 'TLS_KEY_FILE' : 'TLS_CERT_FILE', '证书文件和私钥文件必须同时给出。', 'The certificate and its key must be given together.');
  }
  const [cert, key] = [readText('TLS_CERT_FILE', certFile), readText('TLS_KEY_FILE', keyFile)];
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw wrong('TLS_CERT_FILE', `证书和私钥不能使用：${(error as Error).message}。`, `The certificate and its key can't be used: ${(error as Error).message}`);
  }
  return { cert, key };
}

function readText(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw wrong(name, `文件 ${file} 读不出来：${(error as Error).message}。`, `The file ${file} can't be read: ${(error as Error).message}`);
  }
}

function readHome(text: string | undefined): string {
  if (text === undefined) return process.getuid?.() === 0 ? '/var/lib/shouwen' : join(homedir(), '.local/share/shouwen');
  return readFolder('SHOUWEN_HOME', text)!;
}

function readFolder(name: string, text: string | undefined): string | undefined {
  if (text === undefined || isAbsolute(text)) return text;
  throw wrong(name, `“${text}”应为以 / 开头的完整路径。`, `"${text}" must be a full path that begins with /.`);
}

function readAt(text: string): string | null {
  if (text === 'no') return null;
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text;
  throw wrong('BACKUP_AT', `“${text}”应为 02:30 这样的时刻，或 no（不定时备份）。`, `"${text}" must be a time of day such as 02:30, or no.`);
}

function readKeep(text: string): number {
  const keep = Number(text);
  if (/^\d+$/.test(text) && keep >= 1 && keep <= 1000) return keep;
  throw wrong('BACKUP_KEEP', `“${text}”应为 1 至 1000 的整数。`, `"${text}" must be a whole number from 1 to 1000.`);
}

/** The first line of a file; it is never repeated anywhere. @throws Refused where it is shorter than twelve characters */
export function readPassphrase(name: string, file: string): string {
  const passphrase = readText(name, file).split(/\r?\n/, 1)[0]!;
  if (passphrase.length >= 12) return passphrase;
  throw wrong(name, `文件 ${file} 的第一行是口令，至少 12 个字。`, `The first line of ${file} is the passphrase: at least 12 characters.`);
}

function readMail(url: string | undefined, from: string | undefined): Config['mail'] {
  if (!url && !from) return undefined;
  if (!url || !from) throw wrong(url ? 'MAIL_FROM' : 'SMTP_URL', '邮件服务器和发件人必须同时给出。', 'The mail server and the sender must be given together.');
  // the text is not repeated: it may hold a password
  if (!/^smtps?:\/\/./.test(url) || !URL.canParse(url)) throw wrong('SMTP_URL', '应形如 smtp://用户:密码@主机:587 或 smtps://…:465。', 'It must be like smtp://user:password@host:587 or smtps://…:465.');
  if (!/^([^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/.test(from)) throw wrong('MAIL_FROM', `“${from}”应为邮箱地址，或形如 首问 <shouwen@example.com>。`, `"${from}" must be an e-mail address, or like Shouwen <shouwen@example.com>.`);
  return { url, from };
}

function readYes(name: string, text: string | undefined): boolean {
  if (text === undefined || text === 'no') return false;
  if (text === 'yes') return true;
  throw wrong(name, `“${text}”应为 yes 或 no。`, `"${text}" must be yes or no.`);
}

function readDatabase(ownerUrl: string | undefined, appUrl: string | undefined): Config['database'] {
  for (const [name, text] of [['DATABASE_URL', ownerUrl], ['DATABASE_APP_URL', appUrl]] as const) {
    // the text is not repeated: it may hold a password
    if (text !== undefined && !/^postgres(ql)?:\/\/./.test(text)) {
      throw wrong(name, '应形如 postgres://用户:密码@主机:5432/数据库。', 'It must be like postgres://user:password@host:5432/database.');
    }
  }
  if (ownerUrl) return { ownerUrl, appUrl };
  if (appUrl) throw wrong('DATABASE_APP_URL', '只能与 DATABASE_URL 同时给出。', 'It can only be given together with DATABASE_URL.');
  return 'embedded';
}

/** A server that listens on every address of the machine is reached by one of them. */
function placeToReach(host: string): string {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

const wrong = (name: string, zh: string, en: string) => new Refused(no('input', 'setting', `设置 ${name}：${zh}`, `Setting ${name}: ${en}`, name));
