import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { backUp } from '../../db/backup/back-up.ts';
import { backupStamp } from '../../backups/due.rules.ts';
import { readConfig, readPassphrase } from '../config.ts';
import { demonstrationOf } from '../demonstration.ts';
import { reachDatabase } from '../open-database.ts';
import { insistOnFew, readArgs, type Command } from './command.ts';
import { sayProgress, sayRows, saySize } from './say-backup.ts';

const HELP = `用法 Usage: bin/shouwen backup [FILE] [--passphrase-file FILE] [--json]

把全部数据写进一个文件：所有表、照片和附件、登录和密钥，都是同一时刻的。可在首问运行时进行，不改动任何数据；写完会读回核对。
不写 FILE 则存入备份文件夹（BACKUP_FOLDER，默认 SHOUWEN_HOME/backups）。已有的文件不会被覆盖。
Writes all data into one file: every table, photos, sign-ins and keys, as of one moment. Shouwen may run meanwhile; nothing is changed, and the
file is read back before it counts. Without FILE it goes into the folder of backups.

文件含个人信息和密钥，只有本人可读（0600），请妥善保管；也可用口令加密。
The file holds personal data and secrets. It is for its owner's eyes only (0600): keep it safe, or seal it with a passphrase.

  --passphrase-file  第一行为口令的文件，用于加密（默认 BACKUP_PASSPHRASE_FILE）  a file whose first line is the passphrase that seals it
  --json             输出 JSON: {"file","bytes","madeAt","tables":[{"table","rows","sum"}]}

恢复 To restore: bin/shouwen restore --help`;

export const backup: Command = {
  summary: { zh: '备份全部数据到一个文件', en: 'all data into one file' },
  help: HELP,
  async run(args) {
    const { values, positionals } = readArgs(args, { 'passphrase-file': { type: 'string' } });
    insistOnFew(positionals, 1);
    const config = readConfig(process.env);
    const given = values['passphrase-file'];
    const passphrase = given === undefined ? config.backup.passphrase : readPassphrase('passphrase-file', given);
    const now = new Date();
    const path = resolve(positionals[0] ?? join(config.backup.folder, `shouwen-${backupStamp(now)}.backup`));
    const database = await reachDatabase(config);
    try {
      if (positionals.length === 0) await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const made = await backUp({ ownerUrl: database.ownerUrl, path, demonstration: await demonstrationOf(config.home), passphrase, now, progress: sayProgress('备份', 'backing up') });
      if (values.json) console.log(JSON.stringify({ file: path, bytes: made.bytes, madeAt: now.toISOString(), tables: made.tables }));
      else console.log(`已备份并核对 Backed up and checked: ${path}\n${sayRows(made.tables)}，${saySize(made.bytes)}${passphrase === undefined ? '。未加密 not sealed' : '。已加密 sealed'}`);
    } finally {
      await database.close();
    }
  },
};
