import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../apps/server/src/app/start.ts', import.meta.url));

/** What `bin/start` runs, as a process of its own whose standard output is no terminal. */
export class StartProcess {
  readonly process: ChildProcess;
  output = '';

  constructor(settings: Record<string, string>, ...args: string[]) {
    const { PATH, HOME } = process.env;
    this.process = spawn(process.execPath, [start, ...args], { env: { PATH, HOME, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.process.stdout!, this.process.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => this.output += text);
  }

  /** Once it has said this, or has ended without; the answer is all that it has said. */
  async said(words: string): Promise<string> {
    while (!this.output.includes(words)) {
      if (this.process.exitCode !== null) throw new Error(`It ended without a word of “${words}”:\n${this.output}`);
      await Promise.race([once(this.process.stdout!, 'data'), once(this.process.stderr!, 'data'), once(this.process, 'exit')]);
    }
    return this.output;
  }

  /** Its exit code, with a signal sent or waiting for its own end. */
  async ended(signal?: NodeJS.Signals): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.process.exitCode;
    const exit = once(this.process, 'close');
    if (signal) this.process.kill(signal);
    await exit;
    return this.process.exitCode;
  }
}
