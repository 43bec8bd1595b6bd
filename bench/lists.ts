// Lists, search, my day and one matter, asked in a company of one centre and in one of a hundred: node bench/lists.ts [sizes]
import { world, type Person } from '../apps/server/src/testing/world.ts';
import { growTo, registerSome } from './grown.ts';

const SIZES = (process.argv[2] ?? '10000,1000000').split(',').map(Number);
const RUNS = 60;
const w = await world('2026-11-20T02:00:00Z');
await registerSome(w, 200);
const { rows: [some] } = await w.owner.query<{ number: string; phone: string }>(`select number, reporter_digits as phone from matter where reporter_digits is not null order by number desc limit 1`);
const q = encodeURIComponent;
const asked = (centre: string): [what: string, path: string][] => [
  ['list of 50', `/matters?${centre}view=open&limit=50`], ['list of 50, late', `/matters?${centre}view=late&limit=50`], ['list of 50, closed', `/matters?${centre}view=closed&limit=50`], ['list of 50, dispatched', `/matters?${centre}view=dispatched&limit=50`],
  ['counts of the views', `/matters/counts?${centre}`], ['my day', `/my-day?centre=${w.centre}`], ['one matter', `/matters/${some!.number}`],
  ['search: a common word', `/search?q=${q('漏水')}`], ['search: two words', `/search?q=${q('地下车库 漏水')}`], ['search: a place', `/search?q=${q('3栋2单元1702')}`],
  ['search: a number', `/search?q=${some!.number}`], ['search: a running number', '/search?q=0303'], ['search: four digits', `/search?q=${some!.phone.slice(-4)}`], ['search: a whole phone', `/search?q=${some!.phone}`],
  ['list by a word', `/matters?${centre}q=${q('漏水')}`], ['closed ones by a word', `/matters?${centre}view=closed&q=${q('漏水')}`],
];
const ASKING: [who: Person, as: string, centre: string][] = [['linxiaoyan', 'officer of a centre', `centre=${w.centre}&`], ['fangmin', 'quality department', '']];
const p95 = new Map<string, number[]>();
for (const size of SIZES) {
  await growTo(w, size);
  for (const [who, as, centre] of ASKING)
    for (const [what, path] of asked(centre)) {
      const took: number[] = [];
      for (let i = -5; i < RUNS; i++) {
        const began = performance.now();
        const answer = await w.as(who).get(path);
        if (i >= 0) took.push(performance.now() - began);
        if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`);
      }
      const line = `${as} | ${what}`;
      p95.set(line, [...(p95.get(line) ?? []), took.sort((a, b) => a - b)[Math.floor(RUNS * 0.95)]!]);
    }
}
console.log(`| p95 in ms | asked | ${SIZES.map((size) => size.toLocaleString('en')).join(' | ')} | ratio |\n|---|---|${SIZES.map(() => '---:|').join('')}---:|`);
for (const [line, took] of p95) console.log(`| ${line} | ${took.map((ms) => ms.toFixed(1)).join(' | ')} | ${(took.at(-1)! / took[0]!).toFixed(1)} |`);
await w.end();
