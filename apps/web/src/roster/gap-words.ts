import { codeWords } from '../ui/language.tsx';
import type { Gap } from '@shouwen/contract/staff';

/** What a gap of the roster leaves open (CMP-05, FCR-11, RCP-03). */
export const GAP_WORDS = codeWords<Gap['what']>({ intake: ['无人受理', 'no intake'], duty_manager: ['无当班最高管理者', 'no duty manager'], front_desk: ['前台无人', 'nobody at the desk'] });
