import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkBackup } from '../../db/backup/back-up.ts';
import { restore as putBack } from '../../db/backup/restore.ts';
import { insistOnBoundRole } from '../../db/migrate.ts';
import { no, Refused } from '../../policy/refusal.ts';
import { readConfig, readPassphrase } from '../config.ts';
import { demonstrationFile } from '../demonstration.ts';
import { noRight, reachDatabase } from '../open-database.ts';
import { insistOnFew, readArgs, type Command } from './command.ts';
import { sayProgress, sayRows } from './say-backup.ts';

const HELP = `用法 Usage: bin/shouwen restore FILE [--check] [--passphrase-file FILE] [--json]

把备份放进空的数据库（SHOUWEN_HOME 或 DATABASE_URL 所指），首问须已停止。先核对整个文件，再一次放入：要么全部，要么什么也不改；
每张表放入后与备份逐行核对。较早版本的备份会自动升级到现在的版本。之后用 bin/start 启动。
Puts a backup into an empty database, that of SHOUWEN_HOME or DATABASE_URL, with Shouwen stopped. The whole file is checked first; then all of it
goes in or nothing does, and each table is compared with the backup. One of an earlier version is brought up to date. Start with bin/start then.

  --check            只核对文件，不恢复  checks the file alone
  --passphrase-file  加密备份的口令文件（默认 BACKUP_PASSPHRASE_FILE）  the file with the passphrase of a sealed backup
  --json             输出 JSON: {"file","madeAt","product","restored","tables":[{"table","rows","sum"}]}`;

export const restore: Command = {
  summary: { zh: '把备份恢复到空的数据库', en: 'a backup into an empty database' },
  help: HELP,
  async run(args) {
    const { values, positionals } = readArgs(args, { check: { type: 'boolean' }, 'passphrase-file': { type: 'string' } });
    if (positionals.length === 0) throw new Refused(no('input', 'missing', '请写明备份文件。用法见 --help。', 'Name the backup file; see --help.'));
    insistOnFew(positionals, 1);
    const config = readConfig(process.env);
    const given = values['passphrase-file'];
    const passphrase = given === undefined ? config.backup.passphrase : readPassphrase('passphrase-file', given);
    const path = resolve(positionals[0]!);
    const { whole: { madeAt, product }, tables } = await (values.check ? checkBackup(path, passphrase) : putBackHere(path, passphrase, config));
    if (values.json) return console.log(JSON.stringify({ file: path, madeAt, product, restored: !values.check, tables }));
    console.log(values.check ? `备份完整 The backup is whole: ${path}` : '已恢复，每张表都与备份一致。请用 bin/start 启动。 Restored; every table equals the backup. Start with bin/start.');
    console.log(`${sayRows(tables)}。备份于 made at ${madeAt}，版本 version ${product}`);
  },
};

async function putBackHere(path: string, passphrase: string | undefined, config: ReturnType<typeof readConfig>) {
  const database = await reachDatabase(config);
  try {
    if (!await database.serveAlone()) throw new Refused(no('input', 'runs_already', '首问正在使用这个数据库，请先停止，再恢复。', 'Shouwen is at work on this database: stop it first, then restore.'));
    const restored = await putBack({
      path, passphrase, ownerUrl: database.ownerUrl, appPassword: database.appPassword, progress: sayProgress('恢复', 'restoring'),
      begin: async ({ demonstration }) => {
        if (demonstration === null) return;
        await mkdir(config.home, { recursive: true, mode: 0o700 });
        await writeFile(demonstrationFile(config.home), demonstration);
      },
    }).catch((error: unknown) => { throw noRight(error); });
    await insistOnBoundRole(database.appUrl);
    return restored;
  } finally {
    await database.close();
  }
}
