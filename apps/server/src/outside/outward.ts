import type { Mail } from './mail.ts';
import type { PushKeys } from './push.ts';

/** By what this installation reaches people outside itself. */
export interface Outward {
  /** Links begin with it. */
  baseUrl: string;
  /** Without it e-mail is not offered. */
  mail: Mail | undefined;
  /** Without them push is not offered. `subject`: whom a push service may write to. */
  push: { keys: PushKeys; subject: string } | undefined;
  /** May webhooks and push services be in this machine's own network? */
  inner: boolean;
}
