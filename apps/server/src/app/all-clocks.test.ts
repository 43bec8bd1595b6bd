import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ClockDefinition } from '../clocks/definition.rules.ts';
import { clocksOfMatters, everyClockOfMatters } from './all-clocks.ts';

test('a clock runs only once a use case records the facts that stop it, and waits only as long as none does', () => {
  const recorded = factsThatUseCasesRecord();
  const stops = (d: ClockDefinition) => d.standsIn || d.lapses || d.stops.some((stop) => [stop].flat().every((p) => recorded.has(p.what)));
  expect(clocksOfMatters.filter((d) => !stops(d)).map((d) => d.clock)).toEqual([]);
  const running = new Set(clocksOfMatters.map((d) => d.clock));
  const waiting = everyClockOfMatters.filter((d) => !running.has(d.clock) && stops(d) && d.starts.some((p) => recorded.has(p.what)));
  expect(waiting.map((d) => d.clock)).toEqual([]);
  expect(running.size).toBeGreaterThan(15);
});

/** The kinds of fact that stand in a call of record() somewhere in the source. */
function factsThatUseCasesRecord(): ReadonlySet<string> {
  const source = new URL('../', import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !/\.(test|rules|queries)\.ts$/.test(name) && !name.startsWith('testing'));
  return new Set(files.flatMap((name) => [...readFileSync(new URL(name, source), 'utf8').matchAll(/record\(\s*work,\s*\w+,\s*'(\w+)'/g)].map((found) => found[1]!)));
}
