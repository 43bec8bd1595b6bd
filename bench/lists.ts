import { world } from '../apps/server/src/testing/world.ts';
import { growTo, registerSome } from './grown.ts';

const SIZES = (process.argv[2] ?? '10000,120000').split(',').map(Number);
const RUNS = 60;
const w = await world('2026-11-20T02:00:00Z');
await registerSome(w, 200);
const { rows: [some] } = await w.owner.query<{ number: string; phone: string }>(`select number, reporter_digits as phone from matter where reporter_digits is not null order by number limit 1`);
const ASKED: [what: string, path: string][] = [
  ['list of 50', `/matters?centre=${w.centre}&view=open&limit=50`], ['list of 50, closed', `/matters?centre=${w.centre}&view=closed&limit=50`], ['counts of the views', `/matters/counts?centre=${w.centre}`],
  ['my day', `/my-day?centre=${w.centre}`], ['one matter', `/matters/${some!.number}`], ['search: a word', `/search?q=${encodeURIComponent('漏水')}`], ['search: a rare word', `/search?q=${encodeURIComponent('第 137 次')}`],
  ['search: a number', `/search?q=${some!.number}`], ['search: a running number', '/search?q=0003'], ['search: four digits', `/search?q=${some!.phone.slice(-4)}`], ['search: a whole phone', `/search?q=${some!.phone}`],
  ['list by a word', `/matters?centre=${w.centre}&q=${encodeURIComponent('漏水')}`],
];
const p95 = new Map<string, number[]>();
for (const size of SIZES) {
  await growTo(w, size);
  for (const [what, path] of ASKED) {
    const took: number[] = [];
    for (let i = 0; i < RUNS; i++) {
      const began = performance.now();
      const answer = await w.as('linxiaoyan').get(path);
      took.push(performance.now() - began);
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`);
    }
    p95.set(what, [...(p95.get(what) ?? []), took.sort((a, b) => a - b)[Math.floor(RUNS * 0.95)]!]);
  }
}
console.log(`| asked, p95 in ms | ${SIZES.map((size) => size.toLocaleString('en')).join(' | ')} | ratio |\n|---|${SIZES.map(() => '---:|').join('')}---:|`);
for (const [what, took] of p95) console.log(`| ${what} | ${took.map((ms) => ms.toFixed(1)).join(' | ')} | ${(took.at(-1)! / took[0]!).toFixed(1)} |`);
await w.end();
