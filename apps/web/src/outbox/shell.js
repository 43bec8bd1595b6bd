/* global SHELL */
// The pages of the product, kept by the name of this build, so that they open without a connection. Nothing of anybody's data is kept here: /api isn't touched.
importScripts('/push.js');
const { name, files } = SHELL;

self.addEventListener('install', event => {
  self.skipWaiting();
  event.waitUntil(caches.open(name).then(cache => cache.addAll(['/', ...files])));
});
// The build before this one stays: a page that was opened with it still loads its parts.
self.addEventListener('activate', event => event.waitUntil((async () => {
  const kept = (await caches.keys()).filter(one => one.startsWith('shouwen-'));
  await Promise.all(kept.filter(one => one !== name).slice(0, -1).map(one => caches.delete(one)));
  await self.clients.claim();
})()));
self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/') || pathname.startsWith('/auth/')) return;
  // The page comes from the server whenever it answers, so that no old version is held on to.
  if (request.mode === 'navigate') event.respondWith(fetch(request, { signal: AbortSignal.timeout(4000) }).catch(async () => await (await caches.open(name)).match('/') ?? Response.error()));
  else if (pathname.startsWith('/assets/')) event.respondWith(caches.match(request).then(kept => kept ?? fetchAndKeep(request)));
});
/** A part of a page that was opened opens again without a connection. */
async function fetchAndKeep(request) {
  const response = await fetch(request);
  if (response.ok) await (await caches.open(name)).put(request, response.clone());
  return response;
}
// A connection is back: the open pages send what waits.
self.addEventListener('sync', event => event.waitUntil(self.clients.matchAll({ type: 'window' }).then(pages => pages.forEach(page => page.postMessage('send')))));
