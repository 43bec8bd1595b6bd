import { words } from '../ui/language.tsx';

/** The server's rule (sign-in.rules), said beside the field before anybody runs into it. */
export const PASSWORD_WORDS = words({
  password: ['密码', 'Password'], again: ['再输一次密码', 'Password again'], hint: ['至少 10 个字符，可以用一句话', 'at least 10 characters; a sentence will do'],
  differ: ['两次输入的密码不一样', 'The two passwords differ'],
});
