import { afterAll, beforeAll, expect, test } from 'vitest';
import { phone } from './browser.ts';
import { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => { house = await openForPeople(); });
afterAll(() => house.end());

const week = (at: number) => {
  const thursday = new Date(at + 8 * HOUR);
  thursday.setUTCDate(thursday.getUTCDate() + 3 - (thursday.getUTCDay() + 6) % 7);
  const year = thursday.getUTCFullYear();
  return `${year}-W${String(Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / (24 * HOUR) + 1) / 7)).padStart(2, '0')}`;
};

test('SHF-01 CMP-05 a gap of the roster is seen, filled by a shift, and gone', async () => {
  const next = week(house.now().getTime() + 7 * 24 * HOUR);
  const { from } = (await house.as('sumin').get(`/centres/${house.centre}/shifts?week=${next}`)).json<{ from: string }>();
  // intake by day and night all week, but for the Wednesday's afternoon
  const at = (hour: number) => new Date(Date.parse(from) + hour * HOUR).toISOString();
  for (let day = 0; day < 7; day++)
    for (const [start, who] of [[0, 'tanjing'], [8, 'linxiaoyan'], [16, 'hejiayi']] as const)
      if (!(day === 2 && start === 16))
        expect((await house.as('sumin').post(`/centres/${house.centre}/shifts`, { staffId: house.ids[who], post: who === 'hejiayi' ? 'receptionist' : 'customer_service_officer', from: at(day * 24 + start), until: at(day * 24 + start + 8) })).statusCode).toBe(201);
  const page = await house.pageOf('sumin');
  await page.goto(`/roster?week=${next}`);
  const gap = page.getByRole('button', { name: '补缺口 无人受理 16:00–24:00' });
  await gap.waitFor();
  await accessible(page);
  await gap.click();
  await page.getByRole('combobox', { name: '谁' }).selectOption(house.ids.hejiayi);
  expect([await page.getByLabel('从').inputValue(), await page.getByLabel(/^到/).inputValue()]).toEqual(['16:00', '00:00']);
  const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/shifts')), page.getByRole('button', { name: '排上' }).click()]);
  expect(answer.status()).toBe(201);
  await gap.waitFor({ state: 'detached' });
  expect((await house.as('sumin').get(`/centres/${house.centre}/shifts?week=${next}`)).json<{ gaps: { what: string }[] }>().gaps.filter(({ what }) => what === 'intake')).toEqual([]);
  await page.setViewportSize(phone);
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  await accessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await page.context().close();
});

test('SHF-02 a shift is handed over item by item and signed by both ends; the matter is the taker’s from then on', async () => {
  const now = house.now().getTime();
  const { number } = (await house.as('liangwei').post('/matters', { centreId: house.centre, kind: 'inquiry', channel: 'phone', readBack: true, whatHappened: '问装修押金何时退', reporter: { name: '陈桂芳', place: '3栋2单元1702', phone: '13800002716' } })).json<{ number: string }>();
  const shift = await house.as('luozhiqiang').post(`/centres/${house.centre}/shifts`, { staffId: house.ids.liangwei, post: 'repairer', from: new Date(now - 2 * HOUR).toISOString(), until: new Date(now + HOUR).toISOString() });
  expect(shift.statusCode, shift.body).toBe(201);
  const giver = await house.pageOf('liangwei');
  await giver.goto('/roster?tab=handover');
  await giver.getByRole('radiogroup', { name: `${number} 交给谁` }).getByRole('radio', { name: '交给接班人' }).click();
  await giver.getByRole('combobox', { name: '接班人' }).selectOption(house.ids.dengbin);
  await accessible(giver);
  await giver.getByRole('button', { name: '签名交班' }).click();
  await giver.getByText('待接班人签收').first().waitFor();
  const keeper = await house.pageOf('sumin');
  await keeper.getByText('梁伟 交 邓斌，待 邓斌 签收').waitFor();
  const taker = await house.pageOf('dengbin', { viewport: phone });
  await taker.goto('/roster?tab=handover');
  await taker.getByRole('button', { name: '核对无误，签收' }).click();
  await taker.getByText('双方已签').waitFor();
  await taker.getByRole('button', { name: '查看交接单' }).click();
  await taker.getByRole('heading', { name: '交接班记录' }).first().waitFor();
  await accessible(taker);
  expect(await taker.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  expect((await house.owner.query('select holder_id, first_contact_id from matter where number = $1', [number])).rows).toEqual([{ holder_id: house.ids.dengbin, first_contact_id: house.ids.dengbin }]);
  await keeper.reload();
  await keeper.getByText('七天内的缺口').waitFor();
  expect(await keeper.getByText('梁伟 交 邓斌').count()).toBe(0);
  for (const page of [giver, taker, keeper]) await page.context().close();
});

test.each(['handover', 'requests', 'attendance'])('SHF-01 the part %s of the roster: axe finds nothing, nothing hangs over the edge', async (tab) => {
  const page = await house.pageOf('luozhiqiang');
  for (const viewport of [{ width: 1440, height: 900 }, phone]) {
    await page.setViewportSize(viewport);
    await page.goto(`/roster?tab=${tab}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  }
  await page.context().close();
});
