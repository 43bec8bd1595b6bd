import type { PolicyContent } from '@shouwen/contract/policy';
import type { OwnNumber } from '@shouwen/contract/clocks';
import type { Policy } from './policy.ts';

/** What one version says of its layer, the company's or one centre's, and who set it. `set`: who drafted it, and when it was published. */
export interface Layer extends PolicyContent { version: string; centre: boolean; from: number; applies: Policy['applies']; by?: string | undefined; at: number }

/** A policy with other numbers and choices, and all else as it was. A channel's clock (CMP-49) is a number of the rulebook's map. */
export function overlaid(policy: Policy, { numbers, choices }: Pick<PolicyContent, 'numbers' | 'choices'>): Policy {
  const channels = Object.entries(numbers).filter(([key]) => key.startsWith(CHANNEL)).map(([key, value]) => [key.slice(CHANNEL.length), value]);
  return {
    ...policy, numbers: { ...policy.numbers, ...numbers } as Policy['numbers'], choices: { ...policy.choices, ...choices } as Policy['choices'],
    ...(channels.length && { clockOfChannel: { ...policy.clockOfChannel, ...Object.fromEntries(channels) as Policy['clockOfChannel'] } }),
  };
}
const CHANNEL = 'CMP-49/channel_clock.';

/**
 * A centre's versions in order, from the layers in the order in which they hold, the company's before a centre's of the same moment. Each is the
 * rulebook's defaults, overlaid by the company's version then in force and that by the centre's own, so that what the company changes later doesn't
 * undo what a centre has decided for itself. Which rules are off is decided by the centre's own version alone once it has one.
 */
export function versionsOf(defaults: Policy, layers: readonly Layer[], usual: (key: string) => unknown): Policy[] {
  return [defaults, ...layers.map((layer, i): Policy => {
    const until = layers.slice(0, i + 1);
    const over = [until.findLast((one) => !one.centre), until.findLast((one) => one.centre)].filter((one) => one !== undefined);
    const policy = over.reduce(overlaid, defaults);
    return {
      ...policy, version: layer.version, from: layer.from, applies: layer.applies, off: over.at(-1)!.off,
      own: Object.fromEntries(over.flatMap((one) => Object.entries(one.numbers).filter(([key, value]) => same(policy.numbers[key as keyof Policy['numbers']], value) && !same(value, usual(key)))
        .map(([key, value]) => [key, ownNumber(key, value, until.filter((other) => other.centre === one.centre), usual)]))),
      manual: Object.assign({}, ...over.map((one) => one.manual)) as Record<string, string>,
    };
  })];
}

/** CAL-09: who set the number when: the first of the layer's versions since which it has been so. */
function ownNumber(key: string, value: unknown, versions: readonly Layer[], usual: (key: string) => unknown): OwnNumber {
  const other = versions.findLastIndex((version) => !same(version.numbers[key], value));
  const { by, at } = versions[other + 1]!;
  return { usual: said(usual(key)), ...(by !== undefined && { by }), at };
}
const said = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
