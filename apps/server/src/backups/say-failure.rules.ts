import { Refused } from '../policy/refusal.ts';

type Said = { zh: string; en: string };
/** What the machine says, in words; by the codes of Node and PostgreSQL. */
const CODES: Readonly<Record<string, Said>> = {
  ENOSPC: { zh: '磁盘已满。', en: 'The disk is full.' },
  EDQUOT: { zh: '磁盘配额已用完。', en: 'The disk quota is used up.' },
  EACCES: { zh: '没有写入备份文件夹的权限。', en: "The folder of backups can't be written to." },
  EPERM: { zh: '没有写入备份文件夹的权限。', en: "The folder of backups can't be written to." },
  EROFS: { zh: '备份文件夹所在的磁盘是只读的。', en: 'The disk of the folder of backups is read-only.' },
  ENOENT: { zh: '备份文件夹不存在。', en: "The folder of backups isn't there." },
  ENOTDIR: { zh: '备份的位置不是文件夹。', en: 'The place for backups is no folder.' },
  EEXIST: { zh: '备份的位置不是文件夹。', en: 'The place for backups is no folder.' },
  EIO: { zh: '磁盘读写出错。', en: 'The disk fails to read or write.' },
  ECONNREFUSED: { zh: '连不上数据库。', en: "The database can't be reached." },
  42501: { zh: '数据库角色的权限不够。', en: "The database's role lacks a right." },
  57014: { zh: '数据库中止了备份的读取。', en: 'The database broke off the reading.' },
};

/** Why a backup failed, as two sentences: a refusal as it stands, else what the error's code means. */
export function sayFailure(error: unknown): Said {
  if (error instanceof Refused) return { zh: error.refusal.zh, en: error.refusal.en };
  const { code, message } = error as { code?: string; message?: string };
  return CODES[code ?? ''] ?? { zh: `程序出错：${message ?? String(error)}。`, en: `It failed: ${message ?? String(error)}.` };
}
