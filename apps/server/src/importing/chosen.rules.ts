import type { ImportColumns, ImportKind } from '@shouwen/contract/importing';
import { no, type Verdict } from '../policy/refusal.ts';
import { FIELDS } from './fields.rules.ts';

/** Whether rows can be read by these columns at all; the field is the one to choose. */
export function mayReadBy(what: ImportKind, { columns, channel }: ImportColumns, width: number): Verdict {
  const fields = FIELDS[what];
  const unknown = Object.keys(columns).find((field) => !fields.some((one) => one.field === field));
  if (unknown !== undefined) return no('input', 'no_such_field', `没有“${unknown}”这一项。`, `There is no ${unknown}.`, unknown);
  const outside = Object.entries(columns).find(([, column]) => column >= width);
  if (outside) return no('input', 'no_such_column', '文件没有这一列。', 'The file has no such column.', outside[0]);
  const missing = fields.find(({ field, needed }) => needed && columns[field] === undefined);
  if (missing) return no('input', 'column_missing', `请选择“${missing.zh}”是哪一列。`, `Choose the column of ${missing.en}.`, missing.field);
  if (what === 'rooms' && columns['common'] === undefined && (columns['building'] === undefined || columns['number'] === undefined))
    return no('input', 'column_missing', '请选择楼栋和房号，或公共部位是哪一列。', 'Choose the columns of building and room, or of common parts.', columns['building'] === undefined ? 'building' : 'number');
  if (what === 'matters' && channel === undefined) return no('input', 'channel_missing', '请选择这些事项的来源渠道。', 'Choose by what channel they came.', 'channel');
  if ((columns['answer'] === undefined) !== (columns['answered'] === undefined))
    return no('input', 'column_missing', '答复内容与答复时间须同时选择。', 'Answer and time of the answer go together.', columns['answer'] === undefined ? 'answer' : 'answered');
  return 'yes';
}
