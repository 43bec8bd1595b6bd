import type { ChoosingMessages, MessageKind } from '@shouwen/contract/messages';
import { sayTime, type Said } from '../say-alarm.rules.ts';

/** What leaves the house of a message: of a customer nothing but the matter's number and, where somebody must go at once, its place. */
export interface Outgoing {
  kind: MessageKind; /** As the contract's isNotice has it. */ notice: boolean; number: string | null; rule: string | null; duty: Said; due: number | null;
  centre: string | null; zone: string; place: string | null; link: string;
}
type Language = ChoosingMessages['language'];

const KINDS: Record<MessageKind, Said> = {
  warning: { zh: '即将到期', en: 'Due soon' }, due: { zh: '现已到期', en: 'Due now' }, overdue: { zh: '逾期未办', en: 'Overdue' },
  class_one: { zh: '一类信息', en: 'Class I' }, check: { zh: '核对', en: 'Check' }, channel: { zh: '消息设置', en: 'Message settings' },
};

const NOTICE: Said = { zh: '知会', en: 'Notice' };

function headOf({ kind, notice, duty, rule }: Outgoing, language: Language): string {
  const what = notice ? NOTICE : KINDS[kind];
  return language === 'zh' ? `${what.zh}：${duty.zh}${rule ? `（${rule}）` : ''}` : `${what.en}: ${duty.en}${rule ? ` (${rule})` : ''}`;
}
const dueOf = ({ due, zone }: Outgoing, language: Language) => due === null ? undefined : language === 'zh' ? `时限：${sayTime(due, zone)[0]}` : `Due: ${sayTime(due, zone)[1]}`;
const whereOf = ({ kind, place }: Outgoing, language: Language) => kind !== 'class_one' || !place ? undefined : language === 'zh' ? `地点：${place}` : `Place: ${place}`;

/** An e-mail names the duty, its rule, the due time in the centre's zone, the matter, and leads to it. */
export function letterOf(out: Outgoing, language: Language): { subject: string; text: string } {
  const head = headOf(out, language);
  const matter = out.number && (language === 'zh' ? `事项：${out.number}` : `Matter: ${out.number}`);
  const centre = out.centre && (language === 'zh' ? `服务中心：${out.centre}` : `Centre: ${out.centre}`);
  const end = language === 'zh' ? '此信由首问自动发出，请勿回复。' : 'Sent by Shouwen by itself; do not reply.';
  return {
    subject: `${head}${out.number ? ` · ${out.number}` : ''}`,
    text: `${[head, dueOf(out, language), whereOf(out, language), matter, centre].filter(Boolean).join('\n')}\n\n${out.link}\n\n${end}\n`,
  };
}

/** What a browser shows; `tag`: of one message there is one notice. */
export function pushOf(out: Outgoing, language: Language, id: string): { title: string; body: string; link: string; tag: string } {
  return { title: headOf(out, language), body: [out.number, dueOf(out, language), whereOf(out, language)].filter(Boolean).join(' · '), link: out.link, tag: id };
}

/** The letter by which somebody confirms that an address is theirs. */
export function confirmingLetter(name: string, link: string, language: Language): { subject: string; text: string } {
  return language === 'zh'
    ? { subject: '请确认邮箱', text: `${name}：\n\n首问的消息将发到这个邮箱。请登录后打开以下链接确认：\n\n${link}\n\n如非本人登记，请忽略此信。\n` }
    : { subject: 'Confirm your e-mail address', text: `${name},\n\nMessages of Shouwen are to come to this address. Sign in and open this link to confirm it:\n\n${link}\n\nIf it was not you who entered it, ignore this letter.\n` };
}
