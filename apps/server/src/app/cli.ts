import { no, Refused } from '../policy/refusal.ts';
import type { Command } from './cli/command.ts';

/** Loaded only when asked for, so that `due` needs no database and answers at once. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  due: async () => (await import('./cli/due.ts')).due,
  check: async () => (await import('./cli/check.ts')).check,
  import: async () => (await import('./cli/import.ts')).importing,
  replay: async () => (await import('./cli/replay.ts')).replay,
  backup: async () => (await import('./cli/backup.ts')).backup,
  restore: async () => (await import('./cli/restore.ts')).restore,
  token: async () => (await import('./cli/token.ts')).token,
  user: async () => (await import('./cli/user.ts')).user,
};

/** 0: done; 1: a bug, a failure of the machine, or `check` found something; 2: refused, with the reason on standard error. */
export async function cli(args: readonly string[]): Promise<number> {
  const [name = '--help', ...rest] = args;
  try {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) {
      if (name === '--help' || name === '-h' || name === 'help') { console.log(await overview()); return 0; }
      const names = Object.keys(COMMANDS);
      throw new Refused(no('input', 'no_such_command', `没有 ${name} 这个命令，可用：${names.join('、')}。`, `There is no command ${name}; there are: ${names.join(', ')}.`));
    }
    const command = await load();
    if (rest.includes('--help') || rest.includes('-h')) console.log(command.help);
    else return await command.run(rest) ?? 0;
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { refusal } = error;
    console.error(rest.includes('--json') ? JSON.stringify(refusal) : `${refusal.zh}\n${refusal.en}`);
    return 2;
  }
}

async function overview(): Promise<string> {
  const lines = await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => {
    const { summary } = await load();
    return `  ${name.padEnd(10)}${summary.zh}  ${summary.en}`;
  }));
  return `用法 Usage: bin/shouwen <命令 command> [选项 options]\n\n${lines.join('\n')}\n\n每个命令都有 --help 和 --json。 Each command has --help and --json.`;
}

if (import.meta.main) process.exitCode = await cli(process.argv.slice(2));
