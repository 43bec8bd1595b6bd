import type { AddingBrowser } from '@shouwen/contract/messages';

/** Pushes need HTTPS (or this very machine) and a browser that has them. */
export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window && window.isSecureContext;

const registered = async () => (await navigator.serviceWorker.getRegistration('/'))?.pushManager.getSubscription();

/** By what this browser is known to the server; null while it takes no pushes. */
export async function endpointHere(): Promise<string | null> {
  return canPush() ? (await registered())?.endpoint ?? null : null;
}

/** Asks the person, then the browser's push service; null where the person said no. */
export async function takePushes(key: string): Promise<AddingBrowser | null> {
  if (await Notification.requestPermission() !== 'granted') return null;
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  // one made with other keys, by an installation before this one, is of no use
  await (await pushManager.getSubscription())?.unsubscribe();
  const { endpoint, keys } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
  return { endpoint: endpoint!, p256dh: keys!['p256dh']!, auth: keys!['auth']! };
}

export async function takeNone(): Promise<void> {
  await (await registered())?.unsubscribe();
}
