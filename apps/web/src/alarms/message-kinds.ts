import type { MessageKind } from '@shouwen/contract/messages';
import { codeWords } from '../ui/language.tsx';

export const KINDS = codeWords<MessageKind>({ warning: ['将到期', 'Due soon'], due: ['到期', 'Due'], overdue: ['已逾期', 'Overdue'], class_one: ['一类信息', 'Class I'], check: ['核对', 'Check'], channel: ['消息设置', 'Message settings'] });
