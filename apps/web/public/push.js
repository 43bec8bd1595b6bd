// Shows what the server pushes to this browser, and leads to what it is about when pressed. It does nothing else: no page is kept or changed by it.
self.addEventListener('push', event => {
  const { title, body, link, tag } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { link }, requireInteraction: true }));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  const link = new URL(event.notification.data.link);
  const address = self.location.origin + link.pathname + link.search;
  event.waitUntil(self.clients.matchAll({ type: 'window' }).then(([page]) => page ? page.focus().then(focused => focused.navigate(address)) : self.clients.openWindow(address)));
});
