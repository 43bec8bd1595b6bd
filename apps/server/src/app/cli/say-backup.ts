import type { Progress, TableSum } from '../../db/backup/content.ts';

/** On standard error, every two seconds at most. */
export function sayProgress(zh: string, en: string): Progress {
  let said = Date.now();
  return (table, rows) => {
    if (Date.now() - said < 2_000) return;
    said = Date.now();
    console.error(`${zh} ${en}: ${table} ${rows} 行 rows`);
  };
}

export const sayRows = (tables: readonly TableSum[]): string => `${tables.length} 张表 tables，${tables.reduce((sum, { rows }) => sum + rows, 0)} 行 rows`;
export const saySize = (bytes: number): string => bytes < 2 ** 20 ? `${Math.ceil(bytes / 2 ** 10)} KB` : bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(2)} GB`;
