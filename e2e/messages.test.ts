import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { letterBox } from '../apps/server/src/testing/letter-box.ts';
import { pushService } from '../apps/server/src/testing/push-service.ts';
import { desk, phone } from './browser.ts';
import { openForPeople } from './house.ts';
import { accessible } from './walk.ts';

let box: Awaited<ReturnType<typeof letterBox>>;
let house: Awaited<ReturnType<typeof openForPeople>>;
beforeAll(async () => {
  box = await letterBox();
  house = await openForPeople(undefined, { smtp: box.url, innerTargets: true });
});
afterAll(async () => { await house.end(); await box.close(); });

test('an address is confirmed by the link in its letter; quiet hours and kinds are chosen and stay; a test message says how it went', async () => {
  const page = await house.pageOf('linxiaoyan');
  await page.goto('/message-settings');
  await page.getByText('还没有登记邮箱').waitFor();
  await page.getByLabel('邮箱地址').fill('linxiaoyan@hengyu.example');
  await page.getByRole('button', { name: '发确认信' }).click();
  await page.getByText('确认信已发往 linxiaoyan@hengyu.example，请打开信中的链接。').waitFor();
  const letter = await vi.waitFor(() => { expect(box.letters.length).toBe(1); return box.letters[0]!; }, { timeout: 30_000, interval: 200 });
  expect(letter.to).toBe('linxiaoyan@hengyu.example');
  await page.goto(/http\S+confirm=\S+/.exec(letter.text)![0]);
  await page.getByText('邮箱已确认').waitFor();
  await page.getByText('消息发到 linxiaoyan@hengyu.example').waitFor();

  await page.goto('/message-settings');
  await page.getByLabel('将到期 邮箱').uncheck();
  await page.getByLabel('从', { exact: true }).fill('21:30');
  await page.getByLabel('到', { exact: true }).fill('08:15');
  await page.getByRole('button', { name: '保存' }).click();
  await vi.waitFor(async () => expect((await house.as('linxiaoyan').get('/my-messages')).json()).toMatchObject({ quiet: { from: '21:30', until: '08:15' }, mailKinds: ['due', 'overdue', 'check'] }), { timeout: 10_000 });
  await page.reload();
  expect(await page.getByLabel('从', { exact: true }).inputValue()).toBe('21:30');
  expect(await page.getByLabel('将到期 邮箱').isChecked()).toBe(false);

  await page.getByRole('button', { name: '发一条测试消息' }).click();
  await vi.waitFor(() => expect(box.letters.length).toBe(2), { timeout: 30_000, interval: 200 });
  await page.reload();
  await page.getByRole('button', { name: '消息', exact: false }).first().click();
  await page.getByText(/^邮箱.*已送出$/).first().waitFor();
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  }
});

test('FCR-11 a push shows its notice while Shouwen is not looked at, and a click on it leads to the matter', async () => {
  const service = await pushService();
  const page = await house.pageOf('zhenghaitao');
  const context = page.context();
  await context.grantPermissions(['notifications']);
  // the browser's maker has a push service; here a server of our own stands in for it
  await page.addInitScript(({ endpoint, ...keys }) => { PushManager.prototype.subscribe = () => Promise.resolve({ toJSON: () => ({ endpoint, keys }) } as unknown as PushSubscription); }, service.subscription);
  await page.goto('/message-settings');
  await page.getByRole('button', { name: '在这个浏览器上接收' }).click();
  await page.getByRole('button', { name: '停止' }).waitFor();
  // the page belongs to its worker from the next load on
  await page.goto('/');
  const [worker] = context.serviceWorkers();

  const received = await house.as('hejiayi').post('/matters', { centreId: house.centre, kind: 'hazard_or_disaster', channel: 'phone', readBack: true, whatHappened: '5栋一层冒烟', reporter: { name: '王秀兰', place: '5栋1单元', phone: '13800002717' } });
  expect(received.statusCode, received.body).toBe(201);
  const { number } = received.json<{ number: string }>();
  const pushed = await vi.waitFor(() => { expect(service.pushed.length).toBe(1); return service.pushed[0]!; }, { timeout: 30_000, interval: 200 });
  const payload = service.read<{ title: string; body: string; link: string; tag: string }>(pushed);

  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((found) => { devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => { if (registrations[0]) found(registrations[0].registrationId); }); });
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.deliverPushMessage', { origin: house.baseUrl, registrationId: await registered, data: JSON.stringify(payload) });
  const shown = await vi.waitFor(async () => {
    const notices = await page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, tag, requireInteraction }) => ({ title, body, tag, requireInteraction })));
    expect(notices.length).toBe(1);
    return notices;
  }, { timeout: 10_000, interval: 100 });
  expect(shown).toEqual([{ title: '一类信息：请立即具名确认收到并负责处置（FCR-11）', body: payload.body, tag: payload.tag, requireInteraction: true }]);
  expect(payload.body).toContain(number);

  // nobody can press a notice of a browser without a window: its event is made here, and what only a true press may do, bringing the window to the front, is left out
  await worker!.evaluate(async () => {
    const scope = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const { NotificationEvent: Click, WindowClient: Window } = globalThis as unknown as { NotificationEvent: new (type: string, init: { notification: Notification }) => Event; WindowClient: { prototype: { focus: () => Promise<unknown> } } };
    Window.prototype.focus = function focus() { return Promise.resolve(this); };
    const click = new Click('notificationclick', { notification: (await scope.registration.getNotifications())[0]! });
    Object.defineProperty(click, 'waitUntil', { value: () => undefined });
    dispatchEvent(click);
  });
  await page.waitForURL((url) => url.pathname === `/matters/${number}`);
  await page.getByRole('region', { name: number, exact: true }).waitFor();
  expect(await page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).length)).toBe(0);
  await service.close();
});
