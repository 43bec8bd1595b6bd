import { sql, type RawBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** Rows of a table as one parameter, whole rows in its own column order; a column left out is null. The statement's text is the same for any number of them. */
export const rowsOf = <T extends keyof Tables>(table: T, rows: readonly { readonly [C in keyof Tables[T]]?: unknown }[]): RawBuilder<never> =>
  sql`select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`;
