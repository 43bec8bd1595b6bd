// What the first screen loads, and how soon it answers on a processor four times slower: node bench/web.ts. The web is built before.
import { devices, type Page } from 'playwright-core';
import { desk, phone } from '../e2e/browser.ts';
import { openForPeople } from '../e2e/house.ts';
import { registerSome } from './grown.ts';

const SLOWER = 4;
const house = await openForPeople();
await registerSome(house, 60);

/** Bytes that came over the wire for one address, everything counted but the API's answers, with nothing kept from before. */
async function loaded(page: Page, path: string): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.clearBrowserCache');
  const of = new Map<string, string>();
  let bytes = 0;
  cdp.on('Network.responseReceived', ({ requestId, response }) => { of.set(requestId, new URL(response.url).pathname); });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (!of.get(requestId)?.startsWith('/api/')) bytes += encodedDataLength; });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await cdp.detach();
  return bytes / 1000;
}

/** Milliseconds until my day shows its duties, from nothing kept; and until what is clicked is answered on the screen. */
async function soon(page: Page): Promise<{ usable: number; answered: number }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.clearBrowserCache');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const began = performance.now();
  await page.goto('/');
  await page.locator('main a[href*="/matters/"]').first().waitFor();
  const usable = performance.now() - began;
  await page.waitForLoadState('networkidle');
  // measured in the page: from the click to the first frame painted after the screen changed
  const answered = await page.evaluate(() => new Promise<number>((resolve) => {
    const link = document.querySelector<HTMLElement>('main a[href*="/matters/"]')!;
    const clicked = performance.now();
    new MutationObserver((_, watching) => { watching.disconnect(); requestAnimationFrame(() => { setTimeout(() => { resolve(performance.now() - clicked); }); }); }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    link.click();
  }));
  await cdp.detach();
  return { usable, answered };
}

const rows: string[] = [];
for (const [name, options] of [['desk', { viewport: desk }], ['phone', { ...devices['Pixel 7'], viewport: phone }]] as const) {
  const page = await house.pageOf('linxiaoyan', options);
  const kB = await loaded(page, '/');
  const runs: { usable: number; answered: number }[] = [];
  for (let i = 0; i < 5; i++) runs.push(await soon(page));
  const middle = (values: number[]) => values.sort((a, b) => a - b)[2]!;
  rows.push(`| ${name}: my day | ${kB.toFixed(0)} | ${middle(runs.map((r) => r.usable)).toFixed(0)} | ${middle(runs.map((r) => r.answered)).toFixed(0)} |`);
  await page.context().close();
}
console.log(`| first screen | kB transferred | usable, ms, processor ${SLOWER} x slower | a click answered, ms |\n|---|---:|---:|---:|\n${rows.join('\n')}`);
await house.end();
