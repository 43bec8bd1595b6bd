import type { OpenItem } from '@shouwen/contract/roster';
import { no, type Verdict } from '../policy/refusal.ts';

const some = (items: readonly OpenItem[]) => items.slice(0, 5).map((item) => item.kind === 'matter' ? item.key : item.title).join('、') + (items.length > 5 ? '…' : '');

/** SHF-02: item by item: each thing that is open stands on the sheet once, and nothing else does; `whole`: the rule is followed, and nothing may be left out. */
export function handsOverWhole(open: readonly OpenItem[], items: readonly { key: string }[], whole: boolean): Verdict {
  const keys = new Set(items.map((item) => item.key));
  const missing = open.filter((item) => !keys.has(item.key));
  if (whole && missing.length) return no('SHF-02', 'item_missing', `交接须逐项列明，还缺 ${missing.length} 项：${some(missing)}。`, `Each thing is handed over or kept by name; ${missing.length} missing: ${some(missing)}.`, 'items');
  const known = new Set(open.map((item) => item.key));
  if (keys.size !== items.length || items.some((item) => !known.has(item.key))) return no('SHF-02', 'item_not_yours', '交接单上有重复或已不归您的事项，请刷新后重填。', 'Something stands there twice, or is yours no more: read again.', 'items');
  return 'yes';
}

/** SHF-02, FCR-35: nobody ends a shift over what is open and stands on no handover of this shift signed by both ends; `kept`: what stays with them by name. */
export function nothingUnsigned(open: readonly OpenItem[], kept: ReadonlySet<string>): Verdict {
  const left = open.filter((item) => !kept.has(item.key));
  return left.length === 0 ? 'yes' : no('FCR-35', 'open_entries', `还有 ${left.length} 项未交接（${some(left)}）。须先办交接班，由接班人签收，才能离岗。`,
    `${left.length} open things stand on no signed handover (${some(left)}): hand over first, and have it signed.`);
}
