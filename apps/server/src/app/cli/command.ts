import { parseArgs, type ParseArgsConfig } from 'node:util';
import { no, Refused } from '../../policy/refusal.ts';

/** One subcommand of bin/shouwen: a file of its own beside this one, listed in ../cli.ts. */
export interface Command {
  /** One line for the list of commands. */
  summary: { zh: string; en: string };
  /** What --help prints. */
  help: string;
  /** Prints its result; --json asks for one JSON document on standard output. Answers 1 where it found what it looked for and shouldn't be. Throws Refused where it says no. */
  run(args: readonly string[]): void | Promise<void | 0 | 1>;
}

/** Options and words of a command line. Throws Refused (input) for an option it doesn't know or a value that is missing. */
export function readArgs<const T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options: { ...options, json: { type: 'boolean' } }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Refused(no('input', 'bad_option', `命令行参数有误：${(error as Error).message}。`, `The command line can't be read: ${(error as Error).message}`));
  }
}

/** The value of an option that can't be left out. Throws Refused (input). */
export function required(value: string | undefined, name: string): string {
  if (value?.trim()) return value.trim();
  throw new Refused(no('input', 'missing', `缺少 --${name}。用法见 --help。`, `--${name} is missing; see --help.`, name));
}
/** Throws Refused (input) for words that nobody asked for. */
export const insistOnNoMore = (words: readonly string[]): void => insistOnFew(words, 0);
/** The same, after the first `most`. */
export function insistOnFew(all: readonly string[], most: number): void {
  const words = all.slice(most);
  if (words.length) throw new Refused(no('input', 'bad_option', `多余的参数：${words.join(' ')}。`, `Not understood: ${words.join(' ')}`));
}
