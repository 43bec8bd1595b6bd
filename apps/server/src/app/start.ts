import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FastifyRequest } from 'fastify';
import type { OpenDatabase } from '../db/embedded/embedded-postgres.ts';
import { no, Refused } from '../policy/refusal.ts';
import { readConfig, type Config } from './config.ts';
import { demonstration, demonstrationOf, fillInBehind } from './demonstration.ts';
import { listen } from './listen.ts';
import { openDatabase } from './open-database.ts';
import { openHouse } from './open-house.ts';
import { sayWelcome } from './say-welcome.ts';

const help = `用法 Usage: bin/start [--demo]

启动首问：准备数据库，提供网页。按 Ctrl+C 停止。
Starts Shouwen: readies the database and serves the web. Ctrl+C stops it.

  --demo            第一次启动时放入示范中心，人物均为虚构 on the first start, a demonstration centre with invented people

环境变量 Settings by environment:
  PORT              端口 (8686)
  HOST              监听地址 address to listen on (127.0.0.1; 0.0.0.0 = 局域网也能访问 the local network too)
  BASE_URL          手机访问和链接所用的地址 the address for phones and in links (http://localhost:PORT)
  TLS_CERT_FILE     HTTPS 证书 certificate (PEM)
  TLS_KEY_FILE      HTTPS 私钥 key (PEM)
  DATABASE_URL      自备的 PostgreSQL 16+，代替内置数据库 a PostgreSQL of your own instead of the embedded one
  DATABASE_APP_URL  同一数据库，服务器所用的角色 the same as the server's role (shouwen_app, 密码自动生成 password made)
  SMTP_URL          发邮件的服务器 mail server (smtp://user:password@host:587)
  MAIL_FROM         邮件的发件人 sender of e-mail (首问 <shouwen@example.com>)
  ALLOW_INNER_TARGETS  yes = 消息可推送到内部网络的地址 webhooks may be in this network (no)
  BACKUP_AT         每天自动备份的时刻，北京时间 daily backup at, in China (02:30; no = 不备份 none; 自备数据库默认 no with DATABASE_URL: no)
  BACKUP_KEEP       保留几份 how many are kept (7)
  BACKUP_FOLDER     备份放在哪里 where they go (SHOUWEN_HOME/backups)
  BACKUP_PASSPHRASE_FILE  第一行为口令的文件，备份因此加密 a file whose first line seals them
  SHOUWEN_HOME      数据文件夹 folder of all data (root: /var/lib/shouwen; 普通用户 others: ~/.local/share/shouwen)`;

/** What `bin/start` runs, until SIGINT or SIGTERM ends it. */
async function start(args: string[]): Promise<void> {
  const wanted = readArguments(args);
  if (wanted.help) return console.log(help);
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const config = readConfig(process.env);
  const database = await openDatabase(config, (again) => {
    console.error('数据库意外停止，正在重新启动… The database stopped unexpectedly and is being started again…');
    again.then(() => console.error('数据库已恢复。 The database is back.'), end);
  });
  try {
    await insistOnServingAlone(database, config);
    await serve(config, database, wanted.demo ?? false, stopped);
  } finally {
    await database.close();
  }
}

async function serve(config: Config, { appUrl, ownerUrl }: OpenDatabase, demo: boolean, stopped: Promise<unknown>) {
  const now = () => new Date();
  const { at, ...kept } = config.backup;
  const backups = at === null ? undefined : { at, ...kept, ownerUrl, demonstration: () => demonstrationOf(config.home) };
  const { house, db, close } = await openHouse({ databaseUrl: appUrl, baseUrl: config.baseUrl, mail: config.mail, innerTargets: config.innerTargets, now, logger, ...(backups && { backups }) });
  try {
    const invented = await demonstration(db, config.home, demo, now());
    const stop = await listen(house, config);
    await writeFile(addressFile(config), config.baseUrl);
    await sayWelcome(db, config, invented !== undefined, now());
    const stopFilling = invented === undefined ? undefined : fillInBehind(db, invented, now);
    await stopped;
    console.log('正在停止… Stopping…');
    await stopFilling?.();
    await stop();
  } finally {
    await close();
  }
}

/** To standard error. On a terminal it speaks up only when something is wrong. It tells routes, not addresses: those hold customers' phones and links' tokens. */
const logger = {
  level: process.stdout.isTTY ? 'warn' : 'info', stream: process.stderr,
  serializers: { req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url }) },
};

const addressFile = ({ home }: Config) => join(home, 'address');

async function insistOnServingAlone(database: OpenDatabase, config: Config) {
  if (await database.serveAlone()) return;
  const address = await readFile(addressFile(config), 'utf8').catch(() => config.baseUrl);
  throw new Refused(no('input', 'runs_already', `首问已经在运行：${address}。要另开一个，请用另外的 SHOUWEN_HOME 和 PORT。`,
    `Shouwen is running already: ${address}. For another one choose another SHOUWEN_HOME and PORT.`));
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: { help: { type: 'boolean', short: 'h' }, demo: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Refused(no('input', 'argument', `看不懂这个参数；bin/start --help 说明用法。`, `${(error as Error).message}; see bin/start --help.`));
  }
}

function end(error: unknown): never {
  console.error(error instanceof Refused ? `${error.refusal.zh}\n${error.refusal.en}` : error);
  process.exit(1);
}

await start(process.argv.slice(2)).catch(end);
