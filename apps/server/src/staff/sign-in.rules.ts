import { no, type Verdict } from '../policy/refusal.ts';

/** Compared in this form everywhere, so that a capital letter makes no second person. */
export const userNameOf = (typed: string) => typed.trim().normalize('NFKC').toLowerCase();

/** 2 to 30 of a-z, 0-9, dot, dash, underscore; pinyin is customary. */
export function userNameFits(userName: string): Verdict {
  return /^[a-z0-9][a-z0-9._-]{1,29}$/.test(userName) ? 'yes'
    : no('input', 'user_name', '用户名须为 2 至 30 个小写字母、数字、点、横线或下划线，以字母或数字开头。', 'A user name has 2 to 30 letters, digits, dots, dashes or underscores and begins with a letter or digit.', 'userName');
}

const SHORTEST = 10;
/** At least 10 characters, not made of the user name, not one character over and over. No forced mixtures: length is what counts. */
export function passwordFits(password: string, userName: string): Verdict {
  if (password.length < SHORTEST)
    return no('input', 'password_short', `密码至少 ${SHORTEST} 个字符，可以用一句话。`, `A password has at least ${SHORTEST} characters; a sentence will do.`, 'password');
  if (password.toLowerCase().includes(userName.toLowerCase()))
    return no('input', 'password_has_user_name', '密码不能包含用户名。', 'A password must not contain the user name.', 'password');
  if (new Set(password).size < 4)
    return no('input', 'password_repeats', '密码的字符重复太多，请换一个。', 'This password repeats too few characters: choose another.', 'password');
  return 'yes';
}

/** Wrong tries within a window before it closes: for one user name, and for one address from which many people may come. */
export const TRIES = { userName: 5, address: 50 } as const;
export const WINDOW_MINUTES = 15;
const WINDOW = WINDOW_MINUTES * 60_000;

export interface Attempts { tries: number; since: Date }
/** Whether a try, already counted in, is one too many; then until when the door stays shut. */
export function shutUntil({ tries, since }: Attempts, most: number): Date | null {
  return tries > most ? new Date(since.getTime() + WINDOW) : null;
}
export const windowStart = (now: Date) => new Date(now.getTime() - WINDOW);

/** How long a one-time link can be used. */
export const LINK_HOURS = { set_password: 24, sign_in: 12, set_up: 24 } as const;
export type LinkPurpose = keyof typeof LINK_HOURS;
